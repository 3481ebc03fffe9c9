import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CommitIndex } from '../../src/core/commits/commitIndex.ts';
import { openGitRepository } from '../../src/git/gitRepository.ts';
import type { CommitShelf } from '../../src/core/commits/commitShelf.ts';
import { git, temporaryFolder, write } from './gitFolder.ts';

interface Bench {
  readonly folder: string;
  readonly shelf: CommitShelf & { text: string | undefined };
  /** The subjects of all commits that name items, in order. */
  readonly subjects: () => Promise<readonly string[]>;
}

let counter = 0;

function commit(folder: string, message: string): void {
  write(folder, 'a.txt', String(counter++));
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', message);
}

function createShelf(): Bench['shelf'] {
  const shelf: Bench['shelf'] = {
    text: undefined,
    read: () => Promise.resolve(shelf.text),
    write: text => {
      shelf.text = text;
      return Promise.resolve();
    },
  };
  return shelf;
}

function createBench(): Bench {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  const shelf = createShelf();
  const indexOf = async (kept: CommitShelf): Promise<CommitIndex | undefined> =>
    (await openGitRepository(folder))?.commits(kept);
  const told = (index: CommitIndex | undefined): readonly string[] =>
    [...(index?.commits.values() ?? [])].map(({ subject }) => subject).sort();
  const named = (index: CommitIndex | undefined): readonly string[] =>
    [...(index?.commits.values() ?? [])].map(each => `${each.hash} ${each.ids.join()}`).sort();
  const subjects = async (): Promise<readonly string[]> => {
    const found = await indexOf(shelf);
    // What was brought up to date is what is found from nothing.
    assert.deepEqual(named(found), named(await indexOf(createShelf())));
    return told(found);
  };
  return { folder, shelf, subjects };
}

test('new commits are taken in, on all branches', async () => {
  const { folder, subjects } = createBench();
  assert.deepEqual(await subjects(), []);
  commit(folder, 'T-7KQ3 one');
  commit(folder, 'no id');
  assert.deepEqual(await subjects(), ['T-7KQ3 one']);
  git(folder, 'checkout', '-qb', 'other');
  commit(folder, 'two\n\nTask: T-9F2A');
  git(folder, 'checkout', '-q', 'main');
  commit(folder, 'three T-9F2A');
  assert.deepEqual(await subjects(), ['T-7KQ3 one', 'three T-9F2A', 'two']);
});

test('commits that were amended, rebased or thrown away are left out', async () => {
  const { folder, subjects } = createBench();
  commit(folder, 'base');
  commit(folder, 'T-7KQ3 one');
  assert.deepEqual(await subjects(), ['T-7KQ3 one']);
  git(folder, 'commit', '-q', '--amend', '-m', 'T-7KQ3 once more');
  assert.deepEqual(await subjects(), ['T-7KQ3 once more']);
  git(folder, 'reset', '-q', '--hard', 'HEAD^');
  assert.deepEqual(await subjects(), []);
  git(folder, 'checkout', '-qb', 'feature');
  commit(folder, 'T-9F2A feature');
  git(folder, 'checkout', '-q', 'main');
  git(folder, 'branch', '-qD', 'feature');
  assert.deepEqual(await subjects(), []);
});

test('a merge brings the commits of its branch, also those that were there before it', async () => {
  const { folder, subjects } = createBench();
  commit(folder, 'base');
  git(folder, 'checkout', '-qb', 't-7kq3-work');
  commit(folder, 'one');
  commit(folder, 'T-9F2A two');
  assert.deepEqual(await subjects(), ['T-9F2A two', 'one']);
  git(folder, 'checkout', '-q', 'main');
  git(folder, 'merge', '-q', '--no-ff', '--no-edit', 't-7kq3-work');
  assert.deepEqual(await subjects(), ["Merge branch 't-7kq3-work'", 'T-9F2A two', 'one']);
  git(folder, 'reset', '-q', '--hard', 'HEAD^');
  assert.deepEqual(await subjects(), ['T-9F2A two', 'one']);
  git(folder, 'branch', '-qm', 't-7kq3-work', 'other-work');
  assert.deepEqual(await subjects(), ['T-9F2A two']);
});

test('after a deeper fetch what was cut off is known', async () => {
  const { folder, subjects } = createBench();
  const source = temporaryFolder();
  git(source, 'init', '-q', '-b', 'main');
  for (const subject of ['T-7KQ3 one', 'T-9F2A two', 'T-C5DE three']) commit(source, subject);
  git(folder, 'fetch', '-q', '--depth=1', `file://${source}`, 'main:refs/remotes/origin/main');
  assert.deepEqual(await subjects(), ['T-C5DE three']);
  git(folder, 'fetch', '-q', '--deepen=1', `file://${source}`, 'main');
  assert.deepEqual(await subjects(), ['T-9F2A two', 'T-C5DE three']);
  git(folder, 'fetch', '-q', '--unshallow', `file://${source}`, 'main');
  assert.deepEqual(await subjects(), ['T-7KQ3 one', 'T-9F2A two', 'T-C5DE three']);
});

test('after garbage collection the index is made anew', async () => {
  const { folder, subjects } = createBench();
  commit(folder, 'base');
  commit(folder, 'T-7KQ3 one');
  await subjects();
  git(folder, 'commit', '-q', '--amend', '-m', 'T-7KQ3 two');
  git(folder, 'reflog', 'expire', '--expire=now', '--all');
  git(folder, 'gc', '-q', '--prune=now');
  assert.deepEqual(await subjects(), ['T-7KQ3 two']);
});

test('a shelf with something else on it is no obstacle', async () => {
  const { folder, shelf, subjects } = createBench();
  commit(folder, 'T-7KQ3 one');
  shelf.text = 'nonsense';
  assert.deepEqual(await subjects(), ['T-7KQ3 one']);
});

test('work is found by trailer, by a branch of that name and by a commit that the item names', async () => {
  const { folder, shelf } = createBench();
  commit(folder, 'base');
  const named = git(folder, 'rev-parse', 'HEAD').trim();
  commit(folder, 'other');
  git(folder, 'checkout', '-qb', 't-7kq3-parser');
  commit(folder, 'on the branch');
  write(folder, 'src/odd\tname.ts', 'a\nb\n');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'T-7KQ3 file');
  const repository = await openGitRepository(folder);
  const work = await repository?.work({ ids: new Set(['T-7KQ3']), commits: [named] }, shelf);
  assert.deepEqual(work?.commits.map(({ subject }) => subject).sort(), [
    'T-7KQ3 file',
    'base',
    'on the branch',
  ]);
  assert.deepEqual(
    work.files.map(({ path, commits, added }) => [path, commits, added]),
    [
      ['a.txt', 2, 2],
      ['src/odd\tname.ts', 1, 2],
    ],
  );
  assert.equal(work.people[0]?.name, 'Test');
});
