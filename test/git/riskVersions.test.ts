import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openGitRepository } from '../../src/git/gitRepository.ts';
import type { RiskVersion } from '../../src/core/store/riskVersion.ts';
import { git, temporaryFolder, write } from './gitFolder.ts';

function repository(): string {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  return folder;
}

/** Writes a file and commits it as it was at an hour of the second of March. */
function commit(folder: string, file: string, text: string): void {
  write(folder, file, text);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'Change');
}

async function versionsOf(
  folder: string,
  signal = new AbortController().signal,
): Promise<readonly RiskVersion[]> {
  const opened = await openGitRepository(folder);
  assert.ok(opened);
  return opened.riskVersions('.project', signal);
}

test('every commit that touched a risk is a version, the oldest first, with all its risks', async () => {
  const folder = repository();
  assert.deepEqual(await versionsOf(folder), []);
  commit(folder, 'README.md', 'Hello\n');
  assert.deepEqual(await versionsOf(folder), []);
  commit(folder, '.project/risks/R-AAAA.yaml', 'title: Erste Öffnung\n');
  commit(folder, '.project/tasks/T-AAAA.yaml', 'title: Task\n');
  commit(folder, '.project/risks/R-BBBB.yaml', 'title: No line end');
  commit(folder, '.project/risks/R-AAAA.yaml', 'title: Later\n');
  const versions = await versionsOf(folder);
  assert.deepEqual(
    versions.map(({ texts }) => Object.fromEntries(texts)),
    [
      { 'R-AAAA': 'title: Erste Öffnung\n' },
      { 'R-AAAA': 'title: Erste Öffnung\n', 'R-BBBB': 'title: No line end' },
      { 'R-AAAA': 'title: Later\n', 'R-BBBB': 'title: No line end' },
    ],
  );
  assert.ok(versions.every(({ committedAt }) => committedAt > 1_500_000_000));
});

test('a folder of risks that went has no risks then, and other files are no risks', async () => {
  const folder = repository();
  commit(folder, '.project/risks/R-AAAA.yaml', 'title: A\n');
  commit(folder, '.project/risks/readme.txt', 'Notes\n');
  git(folder, 'rm', '-q', '-r', '.project/risks');
  git(folder, 'commit', '-q', '-m', 'Remove');
  assert.deepEqual(
    (await versionsOf(folder)).map(({ texts }) => [...texts.keys()]),
    [['R-AAAA'], ['R-AAAA'], []],
  );
});

test('whoever has given up gets nothing', async () => {
  const folder = repository();
  commit(folder, '.project/risks/R-AAAA.yaml', 'title: A\n');
  const giving = new AbortController();
  giving.abort();
  assert.deepEqual(await versionsOf(folder, giving.signal), []);
});
