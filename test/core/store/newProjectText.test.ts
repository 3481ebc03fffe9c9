import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay, parsePlanDate } from '../../../src/core/model/instant.ts';
import { loadPlan } from '../../../src/core/store/loadPlan.ts';
import { newProjectText } from '../../../src/core/store/newProjectText.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';

test('a new project has no problem, and its name is written so that it reads back', async () => {
  const today = parsePlanDate('2026-11-21')?.at ?? 0;
  for (const name of ['yes', 'a: b', '# no comment', '"quoted"', '2026-01-01', 'Łódź 🚀']) {
    const { plan, problems } = await loadPlan(
      memoryFiles({ 'project.yaml': newProjectText(name, today) }),
    );
    assert.equal(plan.project.name, name);
    assert.equal(formatDay(plan.project.start?.at ?? 0), '2026-11-21');
    assert.deepEqual([...plan.project.calendars.keys()], ['standard']);
    assert.deepEqual(problems, []);
  }
});
