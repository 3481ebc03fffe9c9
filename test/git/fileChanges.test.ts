import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileChanges } from '../../src/git/fileChanges.ts';
import { createRunGit, type RunGit } from '../../src/git/gitProcess.ts';
import { git, temporaryFolder, write } from './gitFolder.ts';

test('files of many commits are compared in few processes, changed ones by themselves', async () => {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  const names = ['a', 'b', 'c'].map(name => `in/${name}.txt`);
  const commits = Array.from({ length: 12 }, (_, i) => {
    for (const name of names) write(folder, name, `${'new\n'.repeat(i)}one\ntwo\n`);
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', `${i}`);
    return git(folder, 'rev-parse', 'HEAD').trim();
  });
  let processes = 0;
  const run = createRunGit(`${folder}/in`, process.env);
  const counted: RunGit = (...args) => {
    processes += 1;
    return run(...args);
  };
  const files = commits.flatMap(commit =>
    ['a.txt', 'b.txt', 'c.txt'].map(path => ({ commit, path })),
  );
  const placesNow = async (): Promise<readonly (number | undefined)[]> =>
    (await readFileChanges(counted, files)).map((changes, i) =>
      changes?.since(files[i]?.path ?? '')?.lines.toNew(Math.floor(i / 3) + 2),
    );
  assert.deepEqual(
    await placesNow(),
    files.map(() => 13),
  );
  assert.ok(processes <= 5, `${processes}`);
  write(folder, 'in/c.txt', `${'new\n'.repeat(20)}one\ntwo\n`);
  assert.deepEqual(
    await placesNow(),
    files.map(({ path }) => (path === 'c.txt' ? 22 : 13)),
  );
  git(folder, 'checkout', '-q', '--orphan', 'other');
  assert.deepEqual((await placesNow()).slice(0, 3), [13, 13, 22]);
});
