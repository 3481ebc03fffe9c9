import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CommandInputs } from '../../../src/core/commands/inputs.ts';
import { benchOf, instant } from '../../support/runOnFiles.ts';

type Move = Omit<CommandInputs['rescheduleTask'], 'id' | 'start'> & { readonly start?: string };

const project = { 'project.yaml': 'name: Demo\nstart: 2026-03-02\n' };

function inputOf({ start, ...rest }: Move): CommandInputs['rescheduleTask'] {
  return { id: 'T-AAAA', ...rest, ...(start === undefined ? {} : { start: instant(start) }) };
}

/** Moves or resizes the task and compares the lines that differ. */
async function check(task: string, move: Move, expected: readonly string[]): Promise<void> {
  const bench = await benchOf({ ...project, 'tasks/T-AAAA.yaml': task });
  await bench.run('rescheduleTask', inputOf(move));
  const lines = bench.diff().map(line => line.replace('tasks/T-AAAA.yaml: ', ''));
  assert.deepEqual(lines, expected, task);
}

async function checkRefused(task: string, move: Move, message: RegExp): Promise<void> {
  const texts = {
    ...project,
    'tasks/T-AAAA.yaml': task,
    'tasks/T-BBBB.yaml': 'title: B\nparent: T-CCCC\n',
    'tasks/T-CCCC.yaml': 'title: C\n',
    'tasks/T-DDDD.yaml': 'title: D\ndependsOn: [T-AAAA]\n',
    'tasks/T-WATE.yaml': 'title: Wait\nestimate: 5d\n',
  };
  const bench = await benchOf(texts);
  const problem = await bench.refusal('rescheduleTask', inputOf(move));
  assert.match(problem.message, message);
  assert.deepEqual(bench.diff(), []);
}

test('moving a bar is one line: a plain date where work begins, with a time elsewhere', async () => {
  const task = 'title: A # c\r\nestimate: 2d\r\n';
  await check(task, { start: '2026-03-05T09:00' }, ['+constraint: SNET 2026-03-05\r']);
  await check(task, { start: '2026-03-05' }, ['+constraint: SNET 2026-03-05\r']);
  await check(task, { start: '2026-03-05T14:00' }, ['+constraint: SNET 2026-03-05T14:00\r']);
  await check(task, { start: '2026-03-07' }, ['+constraint: SNET 2026-03-09\r']);
});

test('what holds the bar is moved: a dated constraint or the actual start', async () => {
  const start = '2026-03-09T09:00';
  const held = (constraint: string): string =>
    `title: A\nestimate: 2d\nconstraint: ${constraint}\n`;
  await check(held('SNET 2026-03-04 # why'), { start }, [
    '-constraint: SNET 2026-03-04 # why',
    '+constraint: SNET 2026-03-09 # why',
  ]);
  await check(held('"MSO 2026-03-04"'), { start }, [
    '-constraint: "MSO 2026-03-04"',
    '+constraint: "MSO 2026-03-09"',
  ]);
  await check(held('FNET 2026-03-05'), { start }, [
    '-constraint: FNET 2026-03-05',
    '+constraint: FNET 2026-03-10',
  ]);
  await check(held('MFO 2026-03-05'), { start: '2026-03-09T11:00' }, [
    '-constraint: MFO 2026-03-05',
    '+constraint: MFO 2026-03-11T11:00',
  ]);
  await check(held('ALAP'), { start }, ['-constraint: ALAP', '+constraint: SNET 2026-03-09']);
  await check('title: A\nestimate: 2d\npinned: 2026-03-05\n', { start: '2026-03-03T09:00' }, [
    '-pinned: 2026-03-05',
    '+pinned: 2026-03-03',
  ]);
  const begun = 'title: A\nstatus: doing\nstarted: 2026-03-03\nestimate: 2d\n';
  await check(begun, { start: '2026-03-02T09:00' }, [
    '-started: 2026-03-03',
    '+started: 2026-03-02',
  ]);
});

test('resizing sets what decides the length', async () => {
  const minutes = 5 * 480;
  await check('title: A\nestimate: 2d\n', { durationMinutes: minutes }, [
    '-estimate: 2d',
    '+estimate: 5d',
  ]);
  await check('title: A\nestimate: 2d..4d..8d\n', { durationMinutes: 2 * 480 }, [
    '-estimate: 2d..4d..8d',
    '+estimate: 1d..2d..4d',
  ]);
  // A range is shifted, not scaled, as long as something of it is left.
  await check('title: A\nestimate: 2d..3d..4d\n', { durationMinutes: 4 * 480 }, [
    '-estimate: 2d..3d..4d',
    '+estimate: 3d..4d..5d',
  ]);
  await check('title: A\nestimate: 2d..4d\n', { durationMinutes: 2 * 480 }, [
    '-estimate: 2d..4d',
    '+estimate: 1d..3d',
  ]);
  await check('title: A\nestimate: 1w\nduration: 2d\n', { durationMinutes: 90 }, [
    '-duration: 2d',
    '+duration: 1.5h',
  ]);
  await check('title: A\n', { durationMinutes: minutes }, ['+duration: 5d']);
  await check('title: A\nestimate: 4d\nassignees: [ada, bob]\n', { durationMinutes: 480 }, [
    '-estimate: 4d',
    '+estimate: 2d',
  ]);
  await check('title: A\nduration: 4d\nremaining: 2d..3d..6d\n', { durationMinutes: minutes }, [
    '-remaining: 2d..3d..6d',
    '+remaining: 3d..4d..7d',
  ]);
  await check('title: A\nduration: 4d\nremaining: 1d\n', { durationMinutes: minutes }, [
    '-remaining: 1d',
    '+remaining: 2d',
  ]);
  await check('title: A\nduration: 2ed\n', { durationMinutes: 3 * 1440 }, [
    '-duration: 2ed',
    '+duration: 3ed',
  ]);
});

test('moving and resizing at once are two lines, and to stay is none', async () => {
  await check('title: A\nestimate: 2d\n', { start: '2026-03-05T09:00', durationMinutes: 480 }, [
    '-estimate: 2d',
    '+estimate: 1d',
    '+constraint: SNET 2026-03-05',
  ]);
  await check('title: A\nestimate: 2d\n', { start: '2026-03-02T09:00', durationMinutes: 960 }, []);
});

test('what cannot be moved says why', async () => {
  const move = { start: '2026-03-09T09:00' };
  await checkRefused('title: A\nstatus: done\n', move, /is done; reopen it/);
  await checkRefused('title: A\nstatus: dropped\n', move, /dropped|no dates/);
  await checkRefused('title: A\nconstraint: FNLT 2026-03-05\n', move, /limit FNLT 2026-03-05/);
  await checkRefused('title: A\ndependsOn: [T-DDDD]\n', move, /no dates/);
  const earlier = { start: '2026-02-27T09:00' };
  await checkRefused('title: A\n', earlier, /as early as it can be: it begins with the project/);
  await checkRefused(
    'title: A\ndependsOn: [T-WATE]\n',
    { start: '2026-03-03T09:00' },
    /as early as it can be: it waits for "Wait" \(T-WATE\)/,
  );
  await checkRefused(
    'title: A\ndependsOn: [T-WATE]\nconstraint: SNET 2026-03-03\n',
    { start: '2026-03-03T09:00' },
    /it waits for "Wait"/,
  );
  await checkRefused('title: A\n', { durationMinutes: -1 }, /no fewer than none/);
  await checkRefused('title: A\n', { durationMinutes: 1e9 }, /longer than a century/);
  await checkRefused(
    'title: A\nduration: 4d\nremaining: 1d\n',
    { durationMinutes: 480 },
    /behind it/,
  );
});

test('a summary is moved by its sub-tasks, and a milestone by its promise', async () => {
  const bench = await benchOf({
    ...project,
    'tasks/T-AAAA.yaml': 'title: A\nparent: T-BBBB\n',
    'tasks/T-BBBB.yaml': 'title: B\n',
    'milestones/M-AAAA.yaml': 'title: M\ndue: 2026-03-20\n',
    'milestones/M-BBBB.yaml': 'title: M\nreached: 2026-03-20\n',
    'risks/R-AAAA.yaml': 'title: R\n',
  });
  const start = instant('2026-03-27T18:00');
  assert.match((await bench.refusal('rescheduleTask', { id: 'T-B', start })).message, /sub-tasks/);
  assert.match((await bench.refusal('rescheduleTask', { id: 'M-B', start })).message, /reached/);
  assert.match((await bench.refusal('rescheduleTask', { id: 'R-A', start })).message, /no dates/);
  await bench.run('rescheduleTask', { id: 'm-a', start });
  assert.deepEqual(bench.diff(), [
    'milestones/M-AAAA.yaml: -due: 2026-03-20',
    'milestones/M-AAAA.yaml: +due: 2026-03-27',
  ]);
});
