import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createRunGit, type RunGit } from '../../src/git/gitProcess.ts';
import { git, temporaryFolder, write } from './gitFolder.ts';

/** A program in the place of git. */
function runScript(script: string, silenceMs: number): RunGit {
  const folder = temporaryFolder();
  write(folder, 'git', `#!/bin/sh\n${script}\n`);
  chmodSync(path.join(folder, 'git'), 0o755);
  const paths = [folder, process.env['PATH'] ?? ''].join(path.delimiter);
  return createRunGit(folder, { ...process.env, PATH: paths }, undefined, silenceMs);
}

const skip = process.platform === 'win32';

test(
  'a git that goes on answering is waited for, and a silent one is given up',
  { skip },
  async () => {
    const slow = runScript('for i in 1 2 3 4 5 6; do echo $i; sleep 0.2; done', 700);
    assert.equal(await slow(['log']), '1\n2\n3\n4\n5\n6\n');
    await assert.rejects(runScript('exec sleep 5', 300)(['log']), /timeout/);
  },
);

test('an answer is taken piece by piece, and git waits for whoever takes it', async () => {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  const text = 'à la carte €\n'.repeat(40_000);
  write(folder, 'a.txt', text);
  git(folder, 'add', '.');
  const run = createRunGit(folder, process.env);
  const pieces: string[] = [];
  const told = await run(['show', ':a.txt'], undefined, async answer => {
    for await (const piece of answer) {
      pieces.push(piece);
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  });
  assert.equal(told, '');
  assert.ok(pieces.length > 3);
  assert.equal(pieces.join(''), text);
  // The same arguments again, without anybody who takes it.
  assert.equal(await run(['show', ':a.txt']), text);
});

test('a git that would be asked about nothing is not started', async () => {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  const run = createRunGit(folder, process.env, undefined, 1000);
  assert.equal(await run(['cat-file', '--batch-check'], ''), '');
});

test('a git that fails is told, whoever takes its answer', async () => {
  const folder = temporaryFolder();
  const run = createRunGit(folder, process.env);
  const take = async (answer: AsyncIterable<string>): Promise<void> => {
    for await (const piece of answer) assert.fail(piece);
  };
  await assert.rejects(run(['log'], undefined, take), /not a git repository/);
});

test('a setting that git cannot use is named, or does not matter', async () => {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'start');
  const run = createRunGit(folder, process.env);
  const log = ['log', '--name-only', '--format=%s'];
  for (const name of ['diff.orderFile', 'format.pretty', 'log.date']) {
    git(folder, 'config', name, '/nowhere');
  }
  assert.equal(await run(log), 'start\n');
  git(folder, 'config', 'diff.renames', 'perhaps');
  await assert.rejects(run(log), /^GitRefusal: Git refuses its own setting diff\.renames \(/);
  git(folder, 'config', '--unset', 'diff.renames');
  git(folder, 'config', 'diff.algorithm', 'guessing');
  await assert.rejects(run(log), /setting diff\.algorithm .* --get-all diff\.algorithm tells/);
});

test('a repository of another owner is told as one that git does not trust', async () => {
  const said = `fatal: detected dubious ownership in repository at '/srv/plan'`;
  const silent = runScript(`echo "${said}" >&2; exit 128`, 3000);
  await assert.rejects(silent(['log']), /add safe\.directory "\/srv\/plan" trusts it/);
});
