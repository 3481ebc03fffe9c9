import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findIdleChanges } from '../../../src/core/scenario/idleChanges.ts';
import { readScenario } from '../../../src/core/scenario/scenario.ts';
import { loadPlan } from '../../../src/core/store/loadPlan.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';

const files = {
  'project.yaml': 'version: 1\nname: Bridge\nstart: 2026-03-02\npeople:\n  ada: { name: Ada }\n',
  'tasks/T-AAAA.yaml': 'title: Draw\nduration: 3d\n',
  'tasks/T-BBBB.yaml': 'title: Build\nestimate: 3d\ndependsOn: [T-AAAA]\n',
  'tasks/T-SSSS.yaml': 'title: All\n',
  'tasks/T-CCCC.yaml': 'title: Part\nparent: T-SSSS\n',
};

test('a change that moves nothing is told with the reason', async () => {
  const check = async (text: string, ...expected: readonly string[]): Promise<void> => {
    const scenario = readScenario(await loadPlan(memoryFiles(files)), [text]);
    assert.ok(scenario.ok);
    const { plan, edits } = scenario.value;
    assert.deepEqual(findIdleChanges(plan, edits), expected, text);
  };
  await check(
    'T-AAAA.estimate=5d',
    'The estimate of T-AAAA moves nothing: its duration of 3d comes before it',
  );
  await check('T-BBBB.estimate=5d');
  await check('T-AAAA.duration=5d');
  await check(
    'T-SSSS.duration=9d',
    'The duration of T-SSSS moves nothing: it is a summary, and its parts say how long',
  );
  await check(
    'T-AAAA.assignees=zoe',
    'The project lists nobody as zoe, so the hours of T-AAAA are not theirs',
  );
  await check('T-AAAA.assignees=ada');
});

test('a task that would be part of what waits for it is refused in words that say so', async () => {
  const snapshot = await loadPlan(memoryFiles(files));
  const scenario = readScenario(snapshot, ['T-AAAA.parent=T-BBBB']);
  assert.ok(!scenario.ok);
  assert.match(
    scenario.error.message,
    /That would close a circle: T-AAAA would be part of what waits for it/,
  );
});
