import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { readFileAges } from '../../src/git/fileAges.ts';
import { createRunGit } from '../../src/git/gitProcess.ts';
import { git, temporaryFolder, write } from './gitFolder.ts';

const text = 'export const one = 1;\nexport const two = 2;\nexport const three = 3;\n';

function commitOn(folder: string, day: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '-qm', 'change', `--date=${day}T12:00:00Z`);
}

function makeRepository(): string {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  write(folder, 'src/old.js', text);
  write(folder, 'gone.js', text.replace('one', 'other'));
  commitOn(folder, '2024-01-10');
  write(folder, 'src/größe x.js', '// words\n');
  git(folder, 'rm', '-q', 'gone.js');
  commitOn(folder, '2025-02-11');
  git(folder, 'mv', 'src/old.js', 'src/renamed.js');
  write(folder, 'gone.js', '// again\n');
  commitOn(folder, '2026-03-12');
  return folder;
}

async function agesIn(folder: string): Promise<readonly (readonly [string, string])[]> {
  return [...(await readFileAges(createRunGit(folder, process.env)))].sort();
}

test('a file is as old as its first commit, under whichever name', async () => {
  const folder = makeRepository();
  assert.deepEqual(await agesIn(folder), [
    ['gone.js', '2026-03-12'],
    ['src/größe x.js', '2025-02-11'],
    ['src/renamed.js', '2024-01-10'],
  ]);
  assert.deepEqual(await agesIn(path.join(folder, 'src')), [
    ['größe x.js', '2025-02-11'],
    ['renamed.js', '2024-01-10'],
  ]);
});

test('a shallow clone does not know how old the files are that it began with', async () => {
  const clone = path.join(temporaryFolder(), 'clone');
  git('.', 'clone', '-q', '--depth=2', `file://${makeRepository()}`, clone);
  assert.deepEqual(await agesIn(clone), [
    ['gone.js', '2026-03-12'],
    ['src/größe x.js', ''],
    ['src/renamed.js', ''],
  ]);
});
