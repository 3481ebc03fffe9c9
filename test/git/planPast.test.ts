import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openGitRepository } from '../../src/git/gitRepository.ts';
import type { PlanPast } from '../../src/core/model/planPast.ts';
import { git, temporaryFolder, write } from './gitFolder.ts';

function repository(): string {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  return folder;
}

function commit(folder: string, subject: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) write(folder, file, text);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', subject);
}

async function pastOf(folder: string, most = 10): Promise<PlanPast> {
  const opened = await openGitRepository(folder);
  assert.ok(opened);
  return opened.planPast('.project', most);
}

/** Each step as its subject and the texts that it changed. */
function told({ steps, texts }: PlanPast): readonly unknown[] {
  return steps.map(({ subject, changed }) => [
    subject,
    Object.fromEntries(
      [...changed].map(([file, name]) => [file, name === undefined ? null : texts.get(name)]),
    ),
  ]);
}

test('every commit that touched the plan is a step that tells what it changed, the oldest first', async () => {
  const folder = repository();
  assert.deepEqual(told(await pastOf(folder)), []);
  commit(folder, 'Say hello', { 'README.md': 'Hello\n' });
  commit(folder, 'Plan it', {
    '.project/project.yaml': 'name: Öl\n',
    '.project/tasks/T-AAAA.yaml': 'title: A\n',
    '.project/tasks/notes.txt': 'no plan\n',
  });
  commit(folder, 'Code', { 'code.ts': '1\n' });
  commit(folder, 'Change: a task', { '.project/tasks/T-AAAA.yaml': 'title: B\n' });
  git(folder, 'rm', '-q', '.project/tasks/T-AAAA.yaml');
  git(folder, 'commit', '-q', '-m', 'Remove it');
  const past = await pastOf(folder);
  assert.deepEqual(told(past), [
    ['Plan it', { 'project.yaml': 'name: Öl\n', 'tasks/T-AAAA.yaml': 'title: A\n' }],
    ['Change: a task', { 'tasks/T-AAAA.yaml': 'title: B\n' }],
    ['Remove it', { 'tasks/T-AAAA.yaml': null }],
  ]);
  assert.ok(past.steps.every(({ committedAt }) => committedAt > 1_500_000_000));
});

test('of a long past the newest commits are told, the first of them with all files', async () => {
  const folder = repository();
  commit(folder, 'One', { '.project/tasks/T-AAAA.yaml': 'title: A\n' });
  commit(folder, 'Two', { '.project/tasks/T-BBBB.yaml': 'title: B\n' });
  commit(folder, 'Three', { '.project/tasks/T-BBBB.yaml': 'title: C\n' });
  assert.deepEqual(told(await pastOf(folder, 2)), [
    ['Two', { 'tasks/T-AAAA.yaml': 'title: A\n', 'tasks/T-BBBB.yaml': 'title: B\n' }],
    ['Three', { 'tasks/T-BBBB.yaml': 'title: C\n' }],
  ]);
});

test('whoever waits no longer is told of no past', async () => {
  const folder = repository();
  commit(folder, 'One', { '.project/tasks/T-AAAA.yaml': 'title: A\n' });
  const opened = await openGitRepository(folder);
  const past = await opened?.planPast('.project', 5, AbortSignal.abort());
  assert.deepEqual(past?.steps, []);
});

test('a plan whose folder was moved is followed to where it was, there and back', async () => {
  const folder = repository();
  commit(folder, 'Plan it', {
    'old/plan/project.yaml': 'name: Oil\n',
    'old/plan/tasks/T-AAAA.yaml': 'title: A\n',
  });
  commit(folder, 'Change it', { 'old/plan/tasks/T-AAAA.yaml': 'title: B\n' });
  git(folder, 'mv', 'old/plan', '.project');
  commit(folder, 'Move it', {});
  const steps = [
    ['Plan it', { 'project.yaml': 'name: Oil\n', 'tasks/T-AAAA.yaml': 'title: A\n' }],
    ['Change it', { 'tasks/T-AAAA.yaml': 'title: B\n' }],
    ['Move it', {}],
  ];
  assert.deepEqual(told(await pastOf(folder)), steps);
  assert.deepEqual(told(await pastOf(folder, 1)), [
    ['Move it', { 'project.yaml': 'name: Oil\n', 'tasks/T-AAAA.yaml': 'title: B\n' }],
  ]);
  git(folder, 'mv', '.project', 'away');
  commit(folder, 'Move it away', { 'away/tasks/T-BBBB.yaml': 'title: New\n' });
  git(folder, 'mv', 'away', '.project');
  const beyond = ['Move it away', { 'tasks/T-BBBB.yaml': 'title: New\n' }];
  assert.deepEqual(told(await pastOf(folder)), [...steps, beyond]);
  commit(folder, 'Move it back', {});
  assert.deepEqual(told(await pastOf(folder)), [...steps, beyond, ['Move it back', {}]]);
});

test('a plan that was moved without git being told is followed, and one that began anew is not', async () => {
  const folder = repository();
  commit(folder, 'Plan it', { 'plan/project.yaml': 'name: Oil\n' });
  renameSync(path.join(folder, 'plan'), path.join(folder, '.project'));
  assert.deepEqual(told(await pastOf(folder)), [['Plan it', { 'project.yaml': 'name: Oil\n' }]]);
  const other = repository();
  commit(other, 'Plan it', { 'plan/project.yaml': 'name: Oil\n', 'plan/a.yaml': 'name: A\n' });
  commit(other, 'Begin', {
    '.project/project.yaml': 'name: Oil\n',
    '.project/tasks/T-AAAA.yaml': 'title: A\n',
  });
  assert.equal((await pastOf(other)).steps.length, 1);
});
