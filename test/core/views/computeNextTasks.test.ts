import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { loadPlan } from '../../../src/core/store/loadPlan.ts';
import { computeNextTasks } from '../../../src/core/views/computeNextTasks.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';

/** The ids that come next, of tasks given as `A: status: done` lines by the last letter of their id. */
async function check(
  tasks: Readonly<Record<string, string>>,
  expected: string,
  person?: string,
): Promise<void> {
  const files: Record<string, string> = {
    'project.yaml': 'version: 1\nname: Test\nstart: 2026-03-02\n',
    'milestones/M-AAAA.yaml': 'title: Open\n',
    'milestones/M-BBBB.yaml': 'title: Reached\nreached: 2026-03-01\n',
  };
  for (const [letter, fields] of Object.entries(tasks)) {
    const text = fields.replace(/\b([A-Z])\b(?!-)/g, 'T-000$1');
    files[`tasks/T-000${letter}.yaml`] = `title: ${letter}\n${text}\n`;
  }
  const { plan, problems } = await loadPlan(memoryFiles(files));
  assert.deepEqual(
    problems.filter(({ severity }) => severity !== 'info'),
    [],
  );
  const next = computeNextTasks(plan, computeSchedule(plan), person);
  assert.equal(next.map(({ task }) => task.title).join(' '), expected);
}

test('a task comes next when what it waits for is done or dropped', async () => {
  await check({ A: 'duration: 1d', B: 'dependsOn: [A]' }, 'A');
  await check({ A: 'status: done', B: 'dependsOn: [A]' }, 'B');
  await check({ A: 'status: dropped', B: 'dependsOn: [A]' }, 'B');
  await check({ A: 'status: blocked', B: 'dependsOn: [A]' }, '');
});

test('a link from a start waits for the beginning, a link to a finish holds nobody back', async () => {
  await check({ A: 'status: todo', B: 'dependsOn: [A SS]' }, 'A');
  await check({ A: 'status: doing', B: 'dependsOn: [A SS]\nduration: 5d' }, 'A B');
  await check({ A: 'duration: 9d', B: 'dependsOn: [A FF]\nduration: 9d' }, 'A B');
});

test('summaries wait for their parts, and parts for what their summary waits for', async () => {
  await check({ A: 'tags: []', B: 'parent: A', C: 'dependsOn: [A]' }, 'B');
  await check({ A: 'tags: []', B: 'parent: A\nstatus: done', C: 'dependsOn: [A]' }, 'C');
  await check({ A: 'duration: 1d', B: 'dependsOn: [A]', C: 'parent: B' }, 'A');
});

test('a milestone holds back until it is reached', async () => {
  await check({ A: 'dependsOn: [M-AAAA]', B: 'dependsOn: [M-BBBB]' }, 'B');
});

test('the least float comes first, then the priority', async () => {
  await check({ A: 'duration: 1d', B: 'duration: 5d' }, 'B A');
  await check({ A: 'priority: low', B: 'tags: [x]', C: 'priority: highest' }, 'C B A');
});

test('a person sees only what is theirs', async () => {
  await check({ A: 'assignees: [ada]', B: 'assignees: [bob 50%]' }, 'B', 'bob');
});
