import assert from 'node:assert/strict';
import { test } from 'node:test';
import { git } from '../git/gitFolder.ts';
import { inWorkspace } from './runInFolder.ts';

const goal = (present: string): string =>
  `title: Ship\ngoals:\n  - measure: Cold load\n    target: under 50 ms\n    present: ${present}\n`;
const plan = {
  '.project/project.yaml':
    'version: 1\nname: Demo\nstart: 2026-02-23\niterations: { start: 2026-02-23, weeks: 1 }\n',
  '.project/milestones/M-AAAA.yaml': goal('80 ms'),
  '.project/tasks/T-AAAA.yaml':
    'title: Draw\nduration: 2d\nstatus: done\nstarted: 2026-02-23\nfinished: 2026-02-24\n',
  '.project/tasks/T-BBBB.yaml': 'title: Build\nduration: 3d\ndependsOn: [T-AAAA]\n',
};

test('progress tells iterations with their velocity, and goals with their trend from git', () =>
  inWorkspace(plan, async ({ folder, run, json, write }) => {
    git(folder, 'init', '-q');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', 'Plan it');
    write('.project/milestones/M-AAAA.yaml', goal('60 ms'));
    const { out } = await run('progress', '--status-date', '2026-03-04');
    assert.match(out, /iteration +from +to +done/);
    assert.match(out, /1 +2026-02-23 +2026-03-01 +1 +2d/);
    assert.match(out, /Velocity: 2d of work an iteration, at which 1\.5 iterations are left/);
    assert.match(out, /M-AAAA +Cold load +under 50 ms +60 ms +not met +closer: was 80 ms on/);
    const { data } = await json('progress', '--status-date', '2026-03-04');
    const goals = data?.['goals'] as { met: boolean; trend: string; values: unknown[] }[];
    assert.deepEqual(
      [goals[0]?.met, goals[0]?.trend, goals[0]?.values.length],
      [false, 'closer', 2],
    );
  }));

test('a first day that is missing, and weeks that are none, are told at their place', () =>
  inWorkspace(
    {
      ...plan,
      '.project/project.yaml': 'version: 1\nname: Demo\niterations: { weeks: 0 }\n',
    },
    async ({ run }) => {
      const { out, error } = await run('check');
      assert.match(out + error, /project\.yaml.*`start`|start.*missing/);
      assert.match(out + error, /`0` is/);
    },
  ));
