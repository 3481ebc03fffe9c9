import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { openGitRepository } from '../../src/git/gitRepository.ts';
import { git, temporaryFolder, write } from './gitFolder.ts';

function repository(): string {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  return folder;
}

test('without a repository, and without git, there is none', async () => {
  assert.equal(await openGitRepository(temporaryFolder()), undefined);
  const noGit = { ...process.env, PATH: temporaryFolder() };
  assert.equal(await openGitRepository(repository(), noGit), undefined);
});

test('the ids of every branch are taken, local and remote-tracking', async () => {
  const folder = repository();
  write(folder, '.project/tasks/T-MA1N.yaml', 'title: a\n');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'one');
  git(folder, 'checkout', '-qb', 'other');
  write(folder, '.project/risks/R-7TH2.yaml', 'title: b\n');
  write(folder, '.project/tasks/not-an-id.yaml', 'title: b\n');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'two');
  const remote = git(folder, 'rev-parse', 'HEAD').trim();
  git(folder, 'checkout', '-q', 'main');
  git(folder, 'update-ref', 'refs/remotes/origin/feature', remote);
  git(folder, 'branch', '-qD', 'other');
  const repo = await openGitRepository(folder);
  const ids = [...((await repo?.takenIds('.project')) ?? [])].sort();
  assert.deepEqual(ids, ['R-7TH2', 'T-MA1N']);
});

test('a plan in a folder below the top level is found too', async () => {
  const folder = repository();
  write(folder, 'app/.project/milestones/M-4XK2.yaml', 'title: a\n');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'one');
  const repo = await openGitRepository(path.join(folder, 'app'));
  assert.deepEqual([...((await repo?.takenIds('.project')) ?? [])], ['M-4XK2']);
  assert.equal(await repo?.headCommit(), git(folder, 'rev-parse', 'HEAD').trim());
});

test('a repository without a commit has no head and no ids', async () => {
  const repo = await openGitRepository(repository());
  assert.equal(await repo?.headCommit(), undefined);
  assert.equal((await repo?.takenIds('.project'))?.size, 0);
});

test('the rule that ignores the plan folder is named, and a negated one is none', async () => {
  const check = async (text: string, pattern: string | undefined): Promise<void> => {
    const folder = repository();
    write(folder, '.gitignore', text);
    const repo = await openGitRepository(folder);
    assert.equal((await repo?.isIgnored('.project'))?.pattern, pattern, text);
  };
  await check('', undefined);
  await check('.project\n', '.project');
  await check('.project/\n', '.project/');
  await check('.*\n', '.*');
  await check('*.yaml\n', '*.yaml');
  await check('tasks/\n', 'tasks/');
  await check('.project\n!.project/\n', undefined);
  await check('*.yaml\n!.project/\n!.project/**\n', undefined);
});

test('an ignored folder is ignored for new files even when git holds old ones', async () => {
  const folder = repository();
  write(folder, '.project/project.yaml', 'name: a\n');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'one');
  write(folder, '.gitignore', '.project\n');
  const repo = await openGitRepository(folder);
  assert.equal((await repo?.isIgnored('.project'))?.source, '.gitignore');
});

test("the user's own environment neither stops git nor leads it elsewhere", async () => {
  const folder = repository();
  const repo = await openGitRepository(folder, {
    ...process.env,
    GIT_DIR: path.join(repository(), '.git'),
    GIT_ASKPASS: '/bin/true',
    GIT_SSH_COMMAND: 'ssh -v',
    GIT_EDITOR: 'vi',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'user.name',
    GIT_CONFIG_VALUE_0: 'Somebody',
    EDITOR: 'vi',
    PAGER: 'less',
  });
  assert.ok(repo);
  assert.equal(path.basename(repo.topLevel), path.basename(folder));
});
