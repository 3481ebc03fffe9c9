import assert from 'node:assert/strict';
import { test } from 'node:test';
import { git } from '../git/gitFolder.ts';
import { inWorkspace, smallPlan } from './runInFolder.ts';

test('a stand-up is drafted from commits and plan changes, and can become a note', () =>
  inWorkspace(smallPlan, async ({ folder, run, json, write }) => {
    const commit = (message: string, day: string): void => {
      git(folder, 'add', '--all');
      const date = `${day}T10:00:00+0000`;
      git(folder, '-c', `user.name=Ada`, 'commit', '-qm', message, '--date', date);
    };
    git(folder, 'init', '-q', '-b', 'main');
    commit('base', '2026-02-01');
    write('a.txt', '1');
    commit('Draw\n\nTask: T-AAAA', '2026-02-20');
    const { out, exitCode } = await run('draft', 'standup', '--since', '2026-02-10');
    assert.equal(exitCode, 0);
    assert.match(out, /worked on T-AAAA “[^”]+” \(1 commit\)\. \(`[0-9a-f]{9}`\)/);
    const added = await json('draft', 'weekly', '--since', '2026-02-10', '--add');
    assert.equal(added.exitCode, 0);
    assert.match(String(added.data?.['id']), /^N-/);
  }));

test('a draft without git tells what the plan tells, and says what it cannot read', () =>
  inWorkspace(smallPlan, async ({ run }) => {
    assert.equal((await run('draft', 'weekly')).exitCode, 0);
    assert.match((await run('draft')).error, /Say which/);
    assert.match((await run('draft', 'weekly', '--since', 'soon')).error, /no date/);
  }));
