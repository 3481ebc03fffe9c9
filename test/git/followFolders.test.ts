import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { resolveAnchors } from '../../src/core/anchors/resolveAnchors.ts';
import type { Anchor } from '../../src/core/model/anchor.ts';
import { createCodePast } from '../../src/git/codePast.ts';
import { createRunGit } from '../../src/git/gitProcess.ts';
import { git, temporaryFolder, write } from './gitFolder.ts';

const names = ['read', 'write', 'list', 'in/count'];

/** Commits what there is; answers with the name of the commit. */
function commit(folder: string): string {
  git(folder, 'add', '--all');
  git(folder, 'commit', '-qm', 'change');
  return git(folder, 'rev-parse', 'HEAD').trim();
}

function makeRepository(): { readonly folder: string; readonly first: string } {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  for (const name of names)
    write(folder, `lib/${name}.js`, `// ${name}\nexport const ${name.replace('/', '')} = 1;\n`);
  write(folder, 'other/taken.js', 'export const taken = 2;\n');
  return { folder, first: commit(folder) };
}

/** `state path`, with a question mark for a guess. */
async function tell(folder: string, given: Partial<Anchor>): Promise<string> {
  const none = { symbol: undefined, line: undefined, endLine: undefined, quote: undefined };
  const anchor = {
    path: 'lib/',
    commit: undefined,
    before: undefined,
    after: undefined,
    prints: undefined,
    ...none,
    ...given,
  };
  const reader = {
    read: () => Promise.resolve(undefined),
    exists: (file: string) => Promise.resolve(existsSync(path.join(folder, file))),
  };
  const past = createCodePast(createRunGit(folder, process.env));
  const [now] = await resolveAnchors([anchor], reader, past);
  assert.ok(now);
  return `${now.state} ${now.place?.path ?? `${now.guess?.path ?? ''}?`}`;
}

test('a folder is followed through its renames, with other changes of its files between', async () => {
  const { folder, first } = makeRepository();
  git(folder, 'mv', 'lib', 'core');
  commit(folder);
  write(folder, 'core/read.js', '// All new\n'.repeat(30));
  write(folder, 'core/more.js', 'export const more = 1;\n');
  commit(folder);
  write(folder, 'src/keep.txt', '');
  git(folder, 'mv', 'core', 'src/engine');
  commit(folder);
  assert.equal(await tell(folder, { commit: first }), 'moved src/engine/');
  assert.equal(await tell(folder, { commit: first, path: 'lib' }), 'moved src/engine');
  assert.equal(await tell(folder, { commit: first, path: 'lib/in/' }), 'moved src/engine/in/');
});

test('a rename that is staged and not committed yet counts', async () => {
  const { folder, first } = makeRepository();
  git(folder, 'mv', 'lib', 'core');
  assert.equal(await tell(folder, { commit: first }), 'moved core/');
});

test('a rename on another branch counts when it was merged', async () => {
  const { folder, first } = makeRepository();
  git(folder, 'checkout', '-qb', 'side');
  git(folder, 'mv', 'lib', 'core');
  const beside = commit(folder);
  git(folder, 'mv', 'core', 'kernel');
  commit(folder);
  git(folder, 'checkout', '-q', 'main');
  write(folder, 'readme.md', 'words\n');
  commit(folder);
  assert.equal(await tell(folder, { commit: first }), 'fresh lib/');
  git(folder, 'merge', '-q', '--no-ff', '-m', 'merge', 'side');
  assert.equal(await tell(folder, { commit: first }), 'moved kernel/');
  assert.equal(await tell(folder, { commit: beside, path: 'core/' }), 'moved kernel/');
});

test('files that joined another folder, or went to several, are a guess alone', async () => {
  const joined = makeRepository();
  for (const name of names.slice(0, 3)) git(joined.folder, 'mv', `lib/${name}.js`, 'other/');
  git(joined.folder, 'rm', '-rq', 'lib');
  commit(joined.folder);
  assert.equal(await tell(joined.folder, { commit: joined.first }), 'drifted other/?');
  const apart = makeRepository();
  write(apart.folder, 'a/keep.txt', '');
  write(apart.folder, 'b/keep.txt', '');
  git(apart.folder, 'mv', 'lib/read.js', 'a/');
  git(apart.folder, 'mv', 'lib/write.js', 'b/');
  git(apart.folder, 'rm', '-rq', 'lib');
  commit(apart.folder);
  assert.equal(await tell(apart.folder, { commit: apart.first }), 'drifted a/?');
});

test('a folder that went is lost, and one without a commit too', async () => {
  const { folder, first } = makeRepository();
  git(folder, 'rm', '-rq', 'lib');
  commit(folder);
  assert.equal(await tell(folder, { commit: first }), 'lost ?');
  assert.equal(await tell(folder, {}), 'lost ?');
  assert.equal(await tell(folder, { commit: 'f'.repeat(40) }), 'lost ?');
});

test('names with blanks, umlauts and signs are no obstacle', async () => {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  const odd = '-p größe [x]';
  write(folder, `${odd}/a b.js`, 'export const a = 1;\n// more\n');
  const first = commit(folder);
  git(folder, 'mv', '--', odd, 'plain folder');
  commit(folder);
  assert.equal(await tell(folder, { commit: first, path: `${odd}/` }), 'moved plain folder/');
});

test('a folder whose name git would take for more than a name keeps no other from being followed', async () => {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  for (const name of names) write(folder, `lib/${name}.js`, `export const a = '${name}';\n`);
  write(folder, ':(exclude)odd/a.js', 'export const odd = 1;\n');
  git(folder, '--literal-pathspecs', 'add', '--all');
  git(folder, 'commit', '-qm', 'one');
  const commit = git(folder, 'rev-parse', 'HEAD').trim();
  git(folder, 'mv', 'lib', 'core');
  git(folder, '--literal-pathspecs', 'mv', ':(exclude)odd', 'even');
  const past = createCodePast(createRunGit(folder, process.env));
  const asked = ['lib/', ':(exclude)odd/', ':(nonsense)/'].map(each => ({ commit, path: each }));
  const found = await past.followFolders(asked);
  assert.deepEqual(
    found.map(each => each?.path),
    ['core/', 'even/', undefined],
  );
});
