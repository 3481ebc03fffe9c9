import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { openGitRepository } from '../../src/git/gitRepository.ts';

interface Place {
  readonly git: (...args: readonly string[]) => string;
  readonly write: (file: string, text: string) => void;
  readonly remove: (file: string) => void;
  /** Which of these files git vouches for; a text stands for what a file that is gone held last. */
  readonly known: (
    files: Readonly<Record<string, string | undefined>>,
  ) => Promise<readonly string[]>;
}

async function inRepository(use: (place: Place) => Promise<void>, below = ''): Promise<void> {
  const top = mkdtempSync(path.join(tmpdir(), 'gantry-known-'));
  const folder = path.join(top, below);
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  const git: Place['git'] = (...args) =>
    execFileSync('git', ['-C', top, ...identity, ...args], { encoding: 'utf8', stdio: 'pipe' });
  const at = (file: string): string => path.join(folder, '.project', file);
  const write: Place['write'] = (file, text) => {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text);
  };
  try {
    git('init', '-q', '-b', 'main');
    write('tasks/T-AAAA.yaml', 'title: A\n');
    write('tasks/T-BBBB.yaml', 'title: B\n');
    git('add', '.');
    git('commit', '-qm', 'one');
    await use({
      git,
      write,
      remove: file => rmSync(at(file)),
      known: async files => {
        const repository = await openGitRepository(folder);
        const suspects = Object.entries(files).map(([file, last]) => ({
          path: file,
          isGone: last !== undefined,
          bytes: last === undefined ? readFileSync(at(file)) : Buffer.from(last),
        }));
        return [...((await repository?.knownFiles('.project', suspects)) ?? [])];
      },
    });
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

const a = 'tasks/T-AAAA.yaml';
const b = 'tasks/T-BBBB.yaml';

for (const below of ['', 'an app']) {
  const where = below === '' ? 'at the top' : 'below the top';

  test(`what a checkout, a reset or a stash changed is known to git, ${where}`, () =>
    inRepository(async ({ git, write, known }) => {
      git('checkout', '-qb', 'other');
      write(a, 'title: Other\n');
      git('commit', '-qam', 'two');
      assert.deepEqual(await known({ [a]: undefined }), [a]);
      git('checkout', '-q', 'main');
      assert.deepEqual(await known({ [a]: undefined, [b]: undefined }), [a, b]);
      write(a, 'title: Mine\n');
      assert.deepEqual(await known({ [a]: undefined }), [], 'an edit by hand');
      git('stash');
      git('stash', 'pop');
      assert.deepEqual(await known({ [a]: undefined }), [a]);
    }, below));

  test(`a file that a checkout or git rm took away is known to git, one that was deleted is not, ${where}`, () =>
    inRepository(async ({ git, write, remove, known }) => {
      remove(a);
      assert.deepEqual(await known({ [a]: 'title: A\n' }), []);
      git('rm', '-q', path.posix.join(below, '.project', a));
      assert.deepEqual(await known({ [a]: 'title: A\n' }), [a]);
      git('commit', '-qm', 'two');
      git('checkout', '-q', 'HEAD^');
      git('checkout', '-q', 'main');
      assert.deepEqual(await known({ [a]: 'title: A\n' }), [a]);
      write('tasks/T-NEWW.yaml', 'title: New\n');
      remove('tasks/T-NEWW.yaml');
      const fresh = { 'tasks/T-NEWW.yaml': 'title: New\n' };
      assert.deepEqual(await known(fresh), [], 'git has never seen it');
      write('tasks/T-NEWW.yaml', 'title: New\n');
      git('stash', '-u');
      assert.deepEqual(await known(fresh), ['tasks/T-NEWW.yaml']);
    }, below));
}

test('what a merge and a rebase made is known to git, marks of a conflict included', () =>
  inRepository(async ({ git, write, known }) => {
    const lines = (first: string, last: string): string =>
      `title: ${first}\n\n\n\nstatus: ${last}\n`;
    write(a, lines('A', 'todo'));
    git('commit', '-qam', 'base');
    git('checkout', '-qb', 'other');
    write(a, lines('Other', 'todo'));
    write(b, 'title: Theirs\n');
    git('commit', '-qam', 'other');
    git('checkout', '-q', 'main');
    write(a, lines('A', 'doing'));
    git('commit', '-qam', 'main');
    git('merge', '-q', '-m', 'merged', 'other');
    assert.deepEqual(await known({ [a]: undefined }), [a]);
    git('reset', '-q', '--hard', 'HEAD^');
    git('rebase', '-q', 'other');
    assert.deepEqual(await known({ [a]: undefined }), [a]);
    git('checkout', '-qb', 'third', 'main~2');
    write(b, 'title: Ours\n');
    git('commit', '-qam', 'ours');
    assert.throws(() => git('merge', '-q', 'other'));
    assert.deepEqual(await known({ [b]: undefined }), [b]);
  }));

test('in the middle of a checkout git is waited for', () =>
  inRepository(async ({ git, known }) => {
    const lock = path.join(git('rev-parse', '--absolute-git-dir').trim(), 'index.lock');
    writeFileSync(lock, '');
    let isFree = false;
    setTimeout(() => {
      isFree = true;
      rmSync(lock);
    }, 200);
    assert.deepEqual(await known({ [a]: undefined }), [a]);
    assert.ok(isFree);
  }));
