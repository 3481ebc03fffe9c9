import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlanVersions } from '../../src/core/store/committedPlan.ts';
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
