import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openGitRepository } from '../../src/git/gitRepository.ts';
import { git, temporaryFolder, write } from './gitFolder.ts';

/** A repository whose risk has been changed in each of three commits. */
function repository(folder = temporaryFolder(), planFolder = '.project'): string {
  mkdirSync(folder, { recursive: true });
  git(folder, 'init', '-q', '-b', 'main');
  for (const title of ['one', 'two', 'three']) {
    write(folder, `${planFolder}/risks/R-7TH2.yaml`, `title: ${title}\n`);
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', title);
  }
  return folder;
}

interface Asked {
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  readonly head: string | undefined;
}

async function ask(folder: string, planFolder = '.project'): Promise<Asked> {
  const repo = await openGitRepository(folder);
  assert.ok(repo, 'there is a repository');
  assert.equal(await repo.isIgnored(planFolder), undefined);
  const versions = await repo.riskVersions(planFolder, AbortSignal.timeout(60_000));
  return {
    ids: [...(await repo.takenIds(planFolder))],
    titles: versions.flatMap(({ texts }) => [...texts.values()].map(text => text.trim())),
    head: await repo.headCommit(),
  };
}

const all = ['title: one', 'title: two', 'title: three'];

test('in a shallow clone the history is as long as it is there', async () => {
  const source = repository();
  const clone = path.join(temporaryFolder(), 'clone');
  git(source, 'clone', '-q', '--depth', '2', `file://${source}`, clone);
  const { ids, titles } = await ask(clone);
  assert.deepEqual([ids, titles], [['R-7TH2'], all.slice(1)]);
});

test('on no branch, and in the middle of a rebase, everything is found', async () => {
  const folder = repository();
  git(folder, 'checkout', '-q', '--detach', 'HEAD~1');
  assert.deepEqual((await ask(folder)).titles, all.slice(0, 2));
  git(folder, 'checkout', '-qb', 'side');
  write(folder, '.project/risks/R-7TH2.yaml', 'title: other\n');
  git(folder, 'commit', '-qam', 'other');
  assert.throws(() => git(folder, 'rebase', 'main'));
  const { ids, head } = await ask(folder);
  assert.deepEqual(ids, ['R-7TH2']);
  assert.equal(head, git(folder, 'rev-parse', 'main').trim());
});

test('in a worktree of a bare repository and in a submodule everything is found', async () => {
  const source = repository();
  const bare = path.join(temporaryFolder(), 'bare.git');
  git(source, 'clone', '-q', '--bare', source, bare);
  const tree = path.join(temporaryFolder(), 'tree');
  git(bare, 'worktree', 'add', '-q', tree, 'main');
  assert.deepEqual((await ask(tree)).titles, all);
  const outer = temporaryFolder();
  git(outer, 'init', '-q', '-b', 'main');
  git(outer, 'submodule', '--quiet', 'add', source, 'inner');
  const { ids, titles } = await ask(path.join(outer, 'inner'));
  assert.deepEqual([ids, titles], [['R-7TH2'], all]);
});

test('folders in any script, with spaces and quotes, are read as they are named', async () => {
  for (const name of ['план проекта', '計画', 'خطة', 'plán 🏗 "x"', "it's\\here"]) {
    const folder = repository(path.join(temporaryFolder(), name), name);
    const { ids, titles } = await ask(folder, name);
    assert.deepEqual([ids, titles], [['R-7TH2'], all], name);
  }
});

test('a repository of another owner is left alone, and so is a broken one', async () => {
  const folder = repository();
  const environment = { ...process.env, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
  const doubted = spawnSync('git', ['-C', folder, 'status'], { env: environment });
  assert.notEqual(doubted.status, 0, 'git itself refuses it');
  assert.equal(await openGitRepository(folder, environment), undefined);
  const broken = repository();
  write(broken, '.git/config', '[core\n');
  assert.equal(await openGitRepository(broken), undefined);
  const headless = repository();
  write(headless, '.git/HEAD', 'nonsense\n');
  assert.equal(await openGitRepository(headless), undefined);
});

test('whoever gives up waits no longer', async () => {
  const repo = await openGitRepository(repository());
  const gone = new AbortController();
  const asked = repo?.riskVersions('.project', gone.signal);
  gone.abort();
  assert.deepEqual(await asked, []);
});
