import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber } from '../../../src/core/model/instant.ts';
import { checkRegister } from '../../../src/core/risks/checkRegister.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { joinProblems } from '../../../src/core/store/joinProblems.ts';
import { loadPlan } from '../../../src/core/store/loadPlan.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';

/** The codes of all problems of a plan with one more file. */
async function codes(path: string, text: string): Promise<readonly string[]> {
  const project = 'version: 1\nname: Test\nstart: 2026-03-02\n';
  const { plan, problems } = await loadPlan(memoryFiles({ 'project.yaml': project, [path]: text }));
  const computed = [
    ...computeSchedule(plan).problems,
    ...checkRegister(plan, dayNumber(2026, 3, 2) * 1440),
  ];
  return joinProblems(problems, computed).map(({ code }) => code);
}

test('an estimate that cannot be read is not said to be missing as well', async () => {
  assert.deepEqual(await codes('tasks/T-AAAA.yaml', 'title: a\nestimate: -3d\n'), [
    'duration-negative',
  ]);
});

test('an estimate that is not there is said to be missing', async () => {
  assert.deepEqual(await codes('tasks/T-AAAA.yaml', 'title: a\n'), ['estimate-missing']);
});
