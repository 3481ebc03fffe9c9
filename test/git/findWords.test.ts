import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openGitRepository } from '../../src/git/gitRepository.ts';
import { git, temporaryFolder, write } from './gitFolder.ts';

const words = ['TODO', 'FIXME'];

function repositoryFolder(): string {
  const folder = temporaryFolder();
  git(folder, 'init', '-q');
  write(folder, '.gitignore', 'made/\n');
  write(folder, 'made/a.ts', '// TODO: ignored\n');
  write(folder, 'plan/tasks/T-1.yaml', 'title: x # TODO of the plan\n');
  write(folder, 'src/a.ts', 'one();\n// TODO: first\n// TODOS are many\nTODO_x = 1;\n');
  write(folder, 'src/odd *[name].ts', '// FIXME\n');
  write(folder, 'src/picture.bin', 'TODO\0TODO\n');
  git(folder, 'add', 'src/a.ts');
  git(folder, 'commit', '-qm', 'x');
  write(folder, 'new.ts', '// TODO new\r\n');
  return folder;
}

async function found(folder: string, paths?: readonly string[]): Promise<readonly string[]> {
  const repository = await openGitRepository(folder);
  const lines = await repository?.findWords({ words, paths, except: 'plan' });
  return (lines ?? []).map(({ path, line, text }) => `${path}:${line} ${text.trim()}`).sort();
}

test('whole words are found in files that git holds or would hold, and not in the plan', async () => {
  assert.deepEqual(await found(repositoryFolder()), [
    'new.ts:1 // TODO new',
    'src/a.ts:2 // TODO: first',
    'src/odd *[name].ts:1 // FIXME',
  ]);
});

test('of some files only those are looked through, by their very names', async () => {
  const folder = repositoryFolder();
  assert.deepEqual(await found(folder, ['src/odd *[name].ts', 'gone.ts', 'made/a.ts']), [
    'src/odd *[name].ts:1 // FIXME',
  ]);
  assert.deepEqual(await found(folder, ['gone.ts']), []);
});

test('a search that nobody waits for any more ends with an error, not with less', async () => {
  const repository = await openGitRepository(repositoryFolder());
  const abort = new AbortController();
  abort.abort();
  await assert.rejects(async () =>
    repository?.findWords({ words, paths: undefined, except: 'plan' }, abort.signal),
  );
});

test('a line end in the name of a file makes no other file of it', async () => {
  const folder = repositoryFolder();
  write(folder, 'x\n../foo.ts', '// TODO of a strange name\n');
  const lines = await found(folder);
  assert.ok(lines.includes('x\n../foo.ts:1 // TODO of a strange name'), lines.join());
  assert.equal(lines.length, 4);
});

test('who wrote a line is told where blame has no list of the commits to pass over', async () => {
  const folder = repositoryFolder();
  write(folder, 'src/a.ts', 'zero();\none();\n// TODO: first\n');
  const repository = await openGitRepository(folder);
  assert.ok(repository);
  const asked = async () => [
    await repository.lineAuthor('src/a.ts', 1),
    await repository.lineAuthor('src/a.ts', 3),
  ];
  const told = await asked();
  assert.equal(told[0], undefined);
  assert.ok(told[1]);
  git(folder, 'config', 'blame.ignoreRevsFile', '.git-blame-ignore-revs');
  assert.deepEqual(await asked(), told);
});
