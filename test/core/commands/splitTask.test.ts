import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benchOf, instant } from '../../support/runOnFiles.ts';

const project = { 'project.yaml': 'name: Demo\nstart: 2026-03-02\n' };

interface Cut {
  readonly at: string;
  readonly pauseMinutes?: number;
}

async function check(
  task: string,
  { at, ...rest }: Cut,
  expected: readonly string[],
): Promise<void> {
  const bench = await benchOf({ ...project, 'tasks/T-AAAA.yaml': task });
  await bench.run('splitTask', { id: 'T-AAAA', at: instant(at), ...rest });
  const lines = bench.diff().map(line => line.replace('tasks/T-AAAA.yaml: ', ''));
  assert.deepEqual(lines, expected, task);
}

test('a split is one line: the part before it, and the pause', async () => {
  await check('title: A\nduration: 5d\n', { at: '2026-03-04' }, ['+split:', '+  - 2d', '+  - 1d']);
  await check(
    'title: A\nduration: 5d\nsplit: [1d, 1d]\n',
    { at: '2026-03-05', pauseMinutes: 3 * 480 },
    ['-split: [1d, 1d]', '+split: [1d, 1d, 1d, 3d]'],
  );
  await check('title: A\nestimate: 3d\n', { at: '2026-03-03T11:00', pauseMinutes: 240 }, [
    '+split:',
    '+  - 10h',
    '+  - 0.5d',
  ]);
});

test('work is split where some is left on both sides, and refused elsewhere', async () => {
  const texts = {
    ...project,
    'milestones/M-AAAA.yaml': 'title: M\n',
    'tasks/T-AAAA.yaml':
      'title: A\nduration: 3d\nstatus: doing\nstarted: 2026-03-02\nprogress: 0.5\n',
    'tasks/T-BBBB.yaml': 'title: B\nduration: 3d\nstatus: done\n',
    'tasks/T-CCCC.yaml': 'title: C\nduration: 3d\nsplit: [1d, 2d]\n',
  };
  const bench = await benchOf(texts);
  const refused = async (id: string, at: string, message: RegExp): Promise<void> => {
    const problem = await bench.refusal('splitTask', { id, at: instant(at) });
    assert.match(problem.message, message);
  };
  await refused('M-AAAA', '2026-03-03', /no work of its own/);
  await refused('T-BBBB', '2026-03-03', /is done; reopen it/);
  await refused('T-AAAA', '2026-03-03', /done beyond 2026-03-03/);
  await refused('T-CCCC', '2026-03-02', /split it between 2026-03-02 and 2026-03-06/);
  await refused('T-CCCC', '2026-03-09', /no work on both sides/);
  await refused('T-CCCC', '2026-03-04', /pauses at 2026-03-04 already/);
});

test('a task is divided in two, of which the second takes over what waited for the first', async () => {
  const bench = await benchOf({
    ...project,
    'tasks/T-AAAA.yaml':
      'title: A\nestimate: 2d..4d..6d\ndistribution: lognormal\nassignees: [ada]\ntags: [ui]\ndeadline: 2026-03-20\n',
    'tasks/T-BBBB.yaml': 'title: B\ndependsOn: [T-AAAA FS+1d, T-CCCC]\n',
    'tasks/T-CCCC.yaml': 'title: C\ndependsOn: T-AAAA SS\n',
  });
  await bench.run('divideTask', { id: 'T-AAAA', at: instant('2026-03-05') });
  const lines = bench.diff();
  const second = /tasks\/(T-\w+)\.yaml: \+title: A \(2\)/.exec(lines.join('\n'))?.[1] ?? '';
  assert.deepEqual(lines.map(line => line.replace('tasks/', '').replaceAll(second, 'NEW')).sort(), [
    'NEW.yaml: +  - T-AAAA',
    'NEW.yaml: +  - ada',
    'NEW.yaml: +  - ui',
    'NEW.yaml: +assignees:',
    'NEW.yaml: +deadline: 2026-03-20',
    'NEW.yaml: +dependsOn:',
    'NEW.yaml: +distribution: lognormal',
    'NEW.yaml: +estimate: 0.5d..1d..1.5d',
    'NEW.yaml: +tags:',
    'NEW.yaml: +title: A (2)',
    'T-AAAA.yaml: +estimate: 1d..3d..5d',
    'T-AAAA.yaml: -deadline: 2026-03-20',
    'T-AAAA.yaml: -estimate: 2d..4d..6d',
    'T-BBBB.yaml: +dependsOn: [NEW FS+1d, T-CCCC]',
    'T-BBBB.yaml: -dependsOn: [T-AAAA FS+1d, T-CCCC]',
  ]);
});

test('begun work is split with a pause, and not divided', async () => {
  const begun = 'title: A\nduration: 3d\nstarted: 2026-03-02\n';
  const bench = await benchOf({ ...project, 'tasks/T-AAAA.yaml': begun });
  const at = instant('2026-03-04');
  const { message } = await bench.refusal('divideTask', { id: 'T-AAAA', at });
  assert.match(message, /split it with a pause instead/);
});
