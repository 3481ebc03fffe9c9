import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlanVersions } from '../../src/core/store/committedPlan.ts';
import { maxFileBytes } from '../../src/core/model/fileSize.ts';
import { openGitRepository } from '../../src/git/gitRepository.ts';
import { git, temporaryFolder, write } from './gitFolder.ts';

function commit(folder: string, subject: string, file: string): void {
  write(folder, file, `${subject}\n`);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', subject);
}

async function versionsOf(folder: string): Promise<PlanVersions> {
  const opened = await openGitRepository(folder);
  assert.ok(opened);
  return opened.planVersions('.project');
}

test('commits that touched the plan and branches are offered to compare with', async () => {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  const versions = await versionsOf(folder);
  assert.deepEqual([await versions.commits(), await versions.branches()], [[], []]);
  commit(folder, 'Plan it', '.project/project.yaml');
  commit(folder, 'Code', 'code.ts');
  commit(folder, 'Plan: more', '.project/tasks/T-AAAA.yaml');
  git(folder, 'branch', 'topic/one');
  git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD~1');
  git(folder, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
  const commits = await versions.commits();
  assert.deepEqual(
    commits.map(({ subject }) => subject),
    ['Plan: more', 'Plan it'],
  );
  const [newest] = commits;
  assert.ok(newest && newest.committedAt > 0);
  assert.equal((await versions.at(newest.name))?.texts.get('tasks/T-AAAA.yaml'), 'Plan: more\n');
  const branches = await versions.branches();
  assert.deepEqual(branches.map(({ name, subject }) => [name, subject]).sort(), [
    ['main', 'Plan: more'],
    ['origin/main', 'Code'],
    ['topic/one', 'Plan: more'],
  ]);
  assert.equal(await versions.mergeBase('main', 'topic/one'), newest.name);
  assert.equal(await versions.at('--output=x'), undefined);
});

test('a plan was committed when the present commit was made, where that has it as it is', async () => {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  const versions = await versionsOf(folder);
  write(folder, '.project/project.yaml', 'name: Road\n');
  assert.equal(await versions.committedAt(), undefined);
  commit(folder, 'Plan it', '.project/tasks/T-AAAA.yaml');
  const seconds = Number(git(folder, 'show', '-s', '--format=%ct', 'HEAD'));
  assert.equal(await versions.committedAt(), seconds);
  write(folder, 'code.ts', 'code\n');
  write(folder, '.project/reports/2026-03-02-team.md', '# Road\n');
  assert.equal(await versions.committedAt(), seconds, 'neither code nor reports are the plan');
  write(folder, '.project/tasks/T-BBBB.yaml', 'title: New\n');
  assert.equal(await versions.committedAt(), undefined, 'a new file is in no commit');
  git(folder, 'add', '-A');
  assert.equal(await versions.committedAt(), undefined, 'nor is a staged one');
  git(folder, 'commit', '-qm', 'More');
  assert.ok(await versions.committedAt());
  git(folder, 'mv', '.project/tasks/T-BBBB.yaml', '.project/tasks/T-CCCC.yaml');
  assert.equal(await versions.committedAt(), undefined);
});

test('a plan that git ignores is in no commit', async () => {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  write(folder, '.gitignore', '.project\n');
  write(folder, '.project/project.yaml', 'name: Road\n');
  commit(folder, 'Code', 'code.ts');
  assert.equal(await (await versionsOf(folder)).committedAt(), undefined);
});

test('no file of a version says what another one holds, however it is written', async () => {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  write(folder, '.project/tasks/T-BBBB.yaml', 'title: größe\n');
  const blob = git(folder, 'hash-object', `.project/tasks/T-BBBB.yaml`).trim();
  const forged = `title: a\n${blob} blob 14\ntitle: forged\n\n${blob} blob 3\n`;
  commit(folder, 'Forge', '.project/project.yaml');
  write(folder, '.project/tasks/T-AAAA.yaml', forged);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'Forge');
  const texts = (await (await versionsOf(folder)).at('HEAD'))?.texts;
  assert.equal(texts?.get('tasks/T-BBBB.yaml'), 'title: größe\n');
  assert.equal(texts.get('tasks/T-AAAA.yaml'), forged);
});

test('a file of a version that is larger than a plan file may be is not read', async () => {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  write(folder, '.project/tasks/T-BBBB.yaml', `# ${'x'.repeat(maxFileBytes)}\n`);
  commit(folder, 'Plan it', '.project/project.yaml');
  const versions = await versionsOf(folder);
  assert.deepEqual([...((await versions.at('HEAD'))?.texts.keys() ?? [])], ['project.yaml']);
});
