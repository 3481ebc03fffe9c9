import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { git } from '../git/gitFolder.ts';
import { inWorkspace, smallPlan, type Workspace } from './runInFolder.ts';

let counter = 0;

function commit({ folder, write }: Workspace, day: string, message: string): void {
  write('a.txt', String(counter++));
  git(folder, 'add', '--all');
  git(folder, 'commit', '-qm', message, '--date', `${day}T10:00:00+0100`);
}

async function proposed(workspace: Workspace): Promise<Readonly<Record<string, unknown>>> {
  const { data } = await workspace.json('proposals');
  const proposals = data?.['proposals'] as readonly {
    readonly id: string;
    readonly changes: unknown;
  }[];
  return Object.fromEntries(proposals.map(({ id, changes }) => [id, changes]));
}

async function inRepository(use: (workspace: Workspace) => Promise<void>): Promise<void> {
  await inWorkspace(smallPlan, async workspace => {
    workspace.write('.gitignore', '.cache\n');
    git(workspace.folder, 'init', '-q', '-b', 'main');
    commit(workspace, '2026-02-20', 'base');
    await use(workspace);
  });
}

test('the first commit starts a task, and a message closes it; written when it is accepted', () =>
  inRepository(async workspace => {
    assert.deepEqual(await proposed(workspace), {});
    commit(workspace, '2026-02-24', 'Draw lines\n\nTask: T-AAAA');
    commit(workspace, '2026-02-25', 'T-AABB: begin');
    assert.deepEqual(await proposed(workspace), {
      'T-AAAA': { status: 'doing', started: '2026-02-24' },
      'T-AABB': { status: 'doing', started: '2026-02-25' },
    });
    commit(workspace, '2026-02-26', 'Closes T-AAAA');
    const before = workspace.read('.project/tasks/T-AAAA.yaml');
    const expected = { status: 'done', started: '2026-02-24', finished: '2026-02-26' };
    assert.deepEqual((await proposed(workspace))['T-AAAA'], expected);
    assert.equal(workspace.read('.project/tasks/T-AAAA.yaml'), before);
    assert.equal((await workspace.run('proposals', '--accept', 't-aaaa')).exitCode, 0);
    const after = workspace.read('.project/tasks/T-AAAA.yaml');
    assert.match(after, /status: done/);
    assert.match(after, /started: 2026-02-24/);
    assert.match(after, /finished: 2026-02-26/);
    assert.deepEqual(Object.keys(await proposed(workspace)), ['T-AABB']);
    await workspace.run('proposals', '--accept', 'all');
    assert.match(workspace.read('.project/tasks/T-AABB.yaml'), /status: doing/);
    assert.equal((await workspace.run('proposals', '--accept', 'T-BBBB')).exitCode, 2);
  }));

test('days of work beside the estimate are progress, and days to come are no evidence', () =>
  inRepository(async workspace => {
    await workspace.run('set', 'T-AABB', 'status=doing', 'started=2026-02-23');
    commit(workspace, '2026-02-24', 'T-AABB one');
    commit(workspace, '2026-02-24', 'T-AABB two');
    commit(workspace, '2031-01-01', 'Closes T-AABB');
    assert.deepEqual(await proposed(workspace), { 'T-AABB': { progress: 30 } });
  }));

test('the merge of a branch of that name closes a task', () =>
  inRepository(async workspace => {
    const { folder } = workspace;
    git(folder, 'checkout', '-qb', 't-bbbb-paint');
    commit(workspace, '2026-02-24', 'colour');
    git(folder, 'checkout', '-q', 'main');
    git(folder, 'merge', '-q', '--no-ff', '--no-edit', 't-bbbb-paint');
    const { 'T-BBBB': changes } = await proposed(workspace);
    // The merge is of today, which the plan in this test has not reached.
    assert.deepEqual(changes, { status: 'doing', started: '2026-02-24' });
  }));

test('what a branch closes is done where it is merged, and on that branch', () =>
  inRepository(async workspace => {
    const { folder } = workspace;
    for (const branch of ['t-bbbb-paint', 'colours']) {
      git(folder, 'checkout', '-qb', branch, 'main');
      commit(workspace, '2026-02-24', 'colour\n\nCloses T-BBBB');
      const done = { status: 'done', started: '2026-02-24', finished: '2026-02-24' };
      assert.deepEqual((await proposed(workspace))['T-BBBB'], done, branch);
      git(folder, 'checkout', '-q', 'main');
      const begun = { status: 'doing', started: '2026-02-24' };
      assert.deepEqual((await proposed(workspace))['T-BBBB'], begun, branch);
    }
    git(folder, 'merge', '-q', '--ff', 'colours');
    const { 'T-BBBB': changes } = await proposed(workspace);
    assert.deepEqual((changes as { readonly status: string }).status, 'done');
  }));

test('what is accepted together is written whole or not at all', () =>
  inRepository(async workspace => {
    commit(workspace, '2026-02-24', 'Closes T-AAAA\n\nTask: T-BBBB');
    const before = workspace.read('.project/tasks/T-AAAA.yaml');
    const last = path.join(workspace.folder, '.project/tasks/T-BBBB.yaml');
    chmodSync(last, 0o444);
    const refused = await workspace.run('proposals', '--accept', 'all');
    assert.equal(refused.exitCode, 2);
    assert.match(refused.error, /T-BBBB\.yaml could not be written: it is read-only/);
    assert.equal(workspace.read('.project/tasks/T-AAAA.yaml'), before);
    chmodSync(last, 0o644);
    assert.equal((await workspace.run('proposals', '--accept', 'all')).exitCode, 0);
    assert.match(workspace.read('.project/tasks/T-AAAA.yaml'), /status: done/);
  }));
