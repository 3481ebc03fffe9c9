import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CommandInputs } from '../../../src/core/commands/inputs.ts';
import { benchOf, type Bench } from '../../support/runOnFiles.ts';

type Change =
  Pick<CommandInputs['setStatus'], 'status'> | Pick<CommandInputs['setProgress'], 'percent'>;

const todo = 'title: A\nestimate: 2d\n';
const doing = 'title: A\nestimate: 2d\nstatus: doing\nstarted: 2026-03-03\nprogress: 40%\n';
const done = 'title: A\nestimate: 2d\nstatus: done\nstarted: 2026-03-03\nfinished: 2026-03-04\n';

/** The plan begins on the second of March, and today is the tenth. */
function benchWith(task: string, start = '2026-03-02'): Promise<Bench> {
  return benchOf({
    'project.yaml': `name: Demo\nstart: ${start}\n`,
    'tasks/T-AAAA.yaml': task,
    'tasks/T-BBBB.yaml': 'title: B\nestimate: 1d\ndependsOn: [T-AAAA]\n',
    'milestones/M-AAAA.yaml': 'title: M\nreached: 2026-03-02\n',
    'risks/R-AAAA.yaml': 'title: R\n',
  });
}

/** Compares the lines that differ, and that one undo brings all of them back. */
async function check(
  task: string,
  change: Change,
  [title, ...lines]: readonly [string, ...string[]],
): Promise<void> {
  const bench = await benchWith(task);
  const id = 'T-AAAA';
  const plan =
    'status' in change
      ? await bench.run('setStatus', { id, ...change })
      : await bench.run('setProgress', { id, ...change });
  const found = bench.diff().map(line => line.replace('tasks/T-AAAA.yaml: ', ''));
  assert.deepEqual([plan.title, ...found], [title, ...lines]);
  const file = bench.store.snapshot.files.get('tasks/T-AAAA.yaml');
  assert.deepEqual(file?.problems, []);
  assert.ok((await bench.store.undo()).ok);
  assert.deepEqual(bench.diff(), []);
}

test('a finished task that is to do again has neither dates nor progress', async () => {
  await check(done, { status: 'todo' }, [
    'Put "A" back to do',
    '-status: done',
    '-started: 2026-03-03',
    '-finished: 2026-03-04',
    '+status: todo',
  ]);
  await check(`${doing}remaining: 1d\n`, { status: 'todo' }, [
    'Put "A" back to do',
    '-status: doing',
    '-started: 2026-03-03',
    '-progress: 40%',
    '-remaining: 1d',
    '+status: todo',
  ]);
});

test('a task that is under way has a start: today, or the planned day that is past', async () => {
  await check(todo, { status: 'doing' }, [
    'Set "A" to doing, started on 2026-03-02',
    '+status: doing',
    '+started: 2026-03-02',
  ]);
  await check(`${todo}constraint: SNET 2026-03-16\n`, { status: 'doing' }, [
    'Set "A" to doing, started on 2026-03-10',
    '+status: doing',
    '+started: 2026-03-10',
  ]);
  await check(doing, { status: 'review' }, [
    'Set "A" to review',
    '-status: doing',
    '+status: review',
  ]);
  await check(done, { status: 'doing' }, [
    'Set "A" to doing',
    '-status: done',
    '-finished: 2026-03-04',
    '+status: doing',
  ]);
  await check(todo, { status: 'blocked' }, ['Set "A" to blocked', '+status: blocked']);
});

test('progress begins a task, and all of it completes it', async () => {
  await check(todo, { percent: 50 }, [
    'Set "A" to 50% and doing, started on 2026-03-02',
    '+status: doing',
    '+started: 2026-03-02',
    '+progress: 50%',
  ]);
  await check(doing, { percent: 60 }, ['Set "A" to 60%', '-progress: 40%', '+progress: 60%']);
  await check(doing, { percent: 100 }, [
    'Complete "A"',
    '-status: doing',
    '-progress: 40%',
    '+status: done',
    '+finished: 2026-03-10',
  ]);
  await check(done, { percent: 80 }, [
    'Set "A" to 80% and doing',
    '-status: done',
    '-finished: 2026-03-04',
    '+status: doing',
    '+progress: 80%',
  ]);
});

test('what has no such status or progress says so', async () => {
  const bench = await benchWith(done);
  const refusal = async (id: string, change: Change): Promise<string> =>
    'status' in change
      ? (await bench.refusal('setStatus', { id, ...change })).message
      : (await bench.refusal('setProgress', { id, ...change })).message;
  assert.match(await refusal('R-AAAA', { status: 'doing' }), /is a risk/);
  assert.match(await refusal('M-AAAA', { status: 'doing' }), /to do, done or dropped/);
  assert.match(await refusal('M-AAAA', { percent: 5 }), /no progress of its own/);
  assert.match(await refusal('T-AAAA', { percent: 0 }), /set its status to todo/);
  assert.match(await refusal('T-AAAA', { percent: 101 }), /from 0 to 100/);
  assert.match(await refusal('T-BBBB', { status: 'todo' }), /is todo already/);
  await bench.run('setStatus', { id: 'M-AAAA', status: 'todo' });
  assert.deepEqual(bench.diff(), ['milestones/M-AAAA.yaml: -reached: 2026-03-02']);
});
