import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  handOverTasks,
  withoutTasks,
  withTasks,
  type TaskPortion,
} from '../../src/node/handOver.ts';
import type { WholeTask } from '../../src/node/forecastMessages.ts';
import { buildPlan } from '../support/buildPlan.ts';

function taskOf(count: number): WholeTask {
  const ids = Array.from({ length: count }, (_, i) => `T-${String(i).padStart(4, '0')}`);
  const plan = buildPlan({ tasks: Object.fromEntries(ids.map(id => [id, { estimate: '1d' }])) });
  const request = { plan, options: {}, seed: 1, extent: { iterations: 10, mayStopEarly: false } };
  return { work: 'forecast', request, threads: 1 };
}

async function handOver(
  task: WholeTask,
  isOver: (portions: number) => boolean = () => false,
): Promise<readonly TaskPortion[]> {
  const portions: TaskPortion[] = [];
  await handOverTasks(task, {
    post: portion => void portions.push(portion),
    isOver: () => isOver(portions.length),
  });
  return portions;
}

test('a plan arrives as it was, in portions, and the last says that it is', async () => {
  for (const count of [0, 1, 250, 251, 1200]) {
    const task = taskOf(count);
    const portions = await handOver(task);
    assert.deepEqual(
      portions.map(({ isLast }) => isLast),
      portions.map((_, i) => i === portions.length - 1),
    );
    assert.equal(portions.length, Math.max(1, Math.ceil(count / 250)));
    const arrived = withTasks(
      withoutTasks(task),
      portions.flatMap(({ tasks }) => tasks),
    );
    assert.deepEqual(arrived, task);
  }
});

test('nothing more is handed over once nobody waits for it', async () => {
  const portions = await handOver(taskOf(1200), sent => sent >= 2);
  assert.equal(portions.length, 2);
});

test('between two portions other things get their turn', async () => {
  let turns = 0;
  const turn = setInterval(() => turns++, 0);
  await handOver(taskOf(5000));
  clearInterval(turn);
  assert.ok(turns > 0);
});
