// Links to code in repositories as people have them: each made at a commit and looked up later.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createDiskCode } from '../../src/cli/diskCode.ts';
import { captureQuote } from '../../src/core/anchors/quote.ts';
import { resolveAnchors } from '../../src/core/anchors/resolveAnchors.ts';
import { createSourceText } from '../../src/core/anchors/sourceText.ts';
import type { Anchor } from '../../src/core/model/anchor.ts';
import { openGitRepository } from '../../src/git/gitRepository.ts';
import { git, temporaryFolder, write } from './gitFolder.ts';

const code = [
  'export function draw(bridge) {',
  '  const plan = sketch(bridge);',
  '  if (plan.isEmpty) {',
  '    return undefined;',
  '  }',
  '  return paint(plan, bridge.colour);',
  '}',
  '',
].join('\n');

const none = { symbol: undefined, line: undefined, endLine: undefined, quote: undefined };
const bare: Omit<Anchor, 'path'> = {
  ...none,
  before: undefined,
  after: undefined,
  prints: undefined,
  commit: undefined,
};

function commitAll(folder: string): string {
  git(folder, 'add', '--all');
  git(folder, 'commit', '-qm', 'change');
  return git(folder, 'rev-parse', 'HEAD').trim();
}

/** A repository with some code, and a link to its sixth line. */
function makeRepository(file = 'src/draw.js'): { readonly folder: string; readonly link: Anchor } {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  write(folder, file, code);
  const commit = commitAll(folder);
  return { folder, link: linkIn(folder, { file, line: 6, commit }) };
}

function linkIn(
  folder: string,
  {
    file,
    line,
    commit,
  }: { readonly file: string; readonly line: number; readonly commit?: string },
): Anchor {
  const text = createSourceText(readFileSync(path.join(folder, file), 'utf8'));
  return { ...bare, path: file, line, commit, ...captureQuote(text, line, line) };
}

/** `state path:line`, with a question mark for a guess. */
async function tell(folder: string, link: Anchor): Promise<string> {
  const repository = await openGitRepository(folder);
  const [now] = await resolveAnchors([link], createDiskCode(folder), repository?.codePast());
  assert.ok(now);
  const at = now.place ?? now.guess;
  const where = at ? `${at.path}${at.line === undefined ? '' : `:${at.line}`}` : '';
  return `${now.state} ${where}${now.place ? '' : '?'}`;
}

/** Renames the file and puts a line above its code. */
function moveOn(folder: string, from = 'src/draw.js', to = 'src/paint.js'): void {
  git(folder, 'mv', '--', from, to);
  write(folder, to, `// New\n${code}`);
  commitAll(folder);
}

function cloneOf(folder: string, ...settings: readonly string[]): string {
  git(folder, 'config', 'uploadpack.allowFilter', 'true');
  const clone = path.join(temporaryFolder(), 'clone');
  git(folder, 'clone', '-q', ...settings, `file://${folder}`, clone);
  return clone;
}

/** Another repository that holds one as its submodule `inner`. */
function repositoryAround(folder: string): string {
  const outer = temporaryFolder();
  git(outer, 'init', '-q', '-b', 'main');
  git(outer, 'submodule', '--quiet', 'add', folder, 'inner');
  return outer;
}

test('a line of a symbol that was taken out is not the one like it that was always there', async () => {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  const twice = code.replace('  if (plan', '  return paint(plan, bridge.colour);\n  if (plan');
  write(folder, 'src/draw.js', twice);
  const commit = commitAll(folder);
  const link = { ...linkIn(folder, { file: 'src/draw.js', line: 7, commit }), symbol: 'draw' };
  assert.equal(await tell(folder, link), 'fresh src/draw.js:7');
  write(folder, 'src/draw.js', twice.replace('  return paint(plan, bridge.colour);\n}', '}'));
  commitAll(folder);
  assert.match(await tell(folder, link), /^(drifted|lost)/);
});

test('in a worktree and in a submodule that is opened links are followed', async () => {
  const { folder, link } = makeRepository();
  moveOn(folder);
  const tree = path.join(temporaryFolder(), 'tree');
  git(folder, 'worktree', 'add', '-q', '--detach', tree);
  assert.equal(await tell(tree, link), 'moved src/paint.js:7');
  const outer = repositoryAround(folder);
  assert.equal(await tell(path.join(outer, 'inner'), link), 'moved src/paint.js:7');
});

test('code of a submodule is found by its words from outside, committed there or not', async () => {
  const { folder } = makeRepository();
  const outer = repositoryAround(folder);
  const commit = commitAll(outer);
  const link = linkIn(outer, { file: 'inner/src/draw.js', line: 6, commit });
  write(outer, 'inner/src/draw.js', `// New\n${code}`);
  assert.equal(await tell(outer, link), 'moved inner/src/draw.js:7');
  commitAll(path.join(outer, 'inner'));
  assert.equal(await tell(outer, link), 'moved inner/src/draw.js:7');
  assert.equal(await tell(outer, { ...bare, path: 'inner/', commit }), 'fresh inner/');
});

test('code of a submodule that is not checked out is not lost', async () => {
  const { folder } = makeRepository();
  const outer = repositoryAround(folder);
  const commit = commitAll(outer);
  const link = linkIn(outer, { file: 'inner/src/draw.js', line: 6, commit });
  const clone = cloneOf(outer);
  assert.equal(
    await tell(clone, { ...bare, path: 'inner/src/draw.js' }),
    'fresh inner/src/draw.js',
  );
  assert.equal(await tell(clone, { ...bare, path: 'inner/src/', commit }), 'fresh inner/src/');
  assert.equal(await tell(clone, link), 'drifted inner/src/draw.js:6?');
  assert.equal(await tell(clone, { ...bare, path: 'gone/draw.js', commit }), 'lost ?');
  assert.equal(await tell(outer, { ...bare, path: 'inner/src/gone.js', commit }), 'lost ?');
});

test('a shallow clone knows no commit, and the text alone tells', async () => {
  const { folder, link } = makeRepository();
  write(folder, 'src/draw.js', `// New\n${code}`);
  commitAll(folder);
  assert.equal(await tell(cloneOf(folder, '--depth=1'), link), 'moved src/draw.js:7');
});

test('a partial clone tells what it can without fetching', async () => {
  const { folder, link } = makeRepository();
  write(folder, 'src/same.js', '// Stays\nexport const same = 1;\n');
  const commit = commitAll(folder);
  const same = linkIn(folder, { file: 'src/same.js', line: 2, commit });
  write(folder, 'src/draw.js', `// New\n${code}`);
  commitAll(folder);
  git(folder, 'mv', 'src/same.js', 'src/other.js');
  commitAll(folder);
  const clone = cloneOf(folder, '--filter=blob:none');
  assert.equal(await tell(clone, link), 'moved src/draw.js:7');
  assert.equal(await tell(clone, same), 'moved src/other.js:2');
  assert.equal(await tell(clone, { ...bare, path: 'src/', commit }), 'fresh src/');
  const missing = git(clone, 'rev-list', '--objects', '--missing=print', 'HEAD');
  assert.match(missing, /^\?/m, 'nothing was fetched');
});

test('what a sparse checkout leaves out is there, and followed', async () => {
  const { folder, link } = makeRepository();
  write(folder, 'other/readme.md', 'words\n');
  const commit = commitAll(folder);
  const clone = cloneOf(folder, '--no-checkout');
  git(clone, 'sparse-checkout', 'set', 'other');
  git(clone, 'checkout', '-q', 'main');
  assert.throws(() => readFileSync(path.join(clone, 'src/draw.js')));
  assert.equal(await tell(clone, link), 'fresh src/draw.js:6');
  assert.equal(await tell(clone, { ...bare, path: 'src/', commit }), 'fresh src/');
  assert.equal(await tell(clone, { ...bare, path: 'src/draw.js' }), 'fresh src/draw.js');
  assert.equal(await tell(clone, { ...bare, path: 'src/gone.js' }), 'lost ?');
  moveOn(folder);
  git(clone, 'pull', '-q');
  assert.equal(await tell(clone, link), 'moved src/paint.js:7');
});

test('without git, and before the first commit, the text alone tells', async () => {
  const folder = temporaryFolder();
  write(folder, 'src/draw.js', code);
  const link = linkIn(folder, { file: 'src/draw.js', line: 6, commit: 'a'.repeat(40) });
  write(folder, 'src/draw.js', `// New\n${code}`);
  assert.equal(await tell(folder, link), 'moved src/draw.js:7');
  git(folder, 'init', '-q', '-b', 'main');
  assert.equal(await tell(folder, link), 'moved src/draw.js:7');
});

test('names with blanks, umlauts, quotes, signs and a dash in front are no obstacle', async () => {
  for (const name of [
    '-rf x.js',
    'grün/größe ß.js',
    'a "b"\'c\'.js',
    ':(top)x.js',
    'a*b[1]?.js',
    '計画/図.js',
  ]) {
    const { folder, link } = makeRepository(name);
    assert.equal(await tell(folder, link), `fresh ${name}:6`);
    moveOn(folder, name, 'plain.js');
    assert.equal(await tell(folder, link), 'moved plain.js:7', name);
    moveOn(folder, 'plain.js', `${name}.new`);
    assert.equal(await tell(folder, link), `moved ${name}.new:7`, name);
  }
});

test('files that are not text or too large are there, and have no lines', async () => {
  const { folder } = makeRepository();
  writeFileSync(path.join(folder, 'p.bin'), Buffer.from([1, 0, 2, 0, 10, 3]));
  writeFileSync(path.join(folder, 'huge.js'), Buffer.alloc(20_000_001, 'a\n'));
  const commit = commitAll(folder);
  for (const file of ['p.bin', 'huge.js']) {
    assert.equal(await tell(folder, { ...bare, path: file, commit }), `fresh ${file}`);
    const line = { ...bare, path: file, line: 1, quote: 'const a = 1;', commit };
    assert.equal(await tell(folder, line), 'lost ?', file);
  }
  git(folder, 'mv', 'p.bin', 'q.bin');
  commitAll(folder);
  assert.equal(await tell(folder, { ...bare, path: 'p.bin', commit }), 'moved q.bin');
});

test('a link on the disk is followed within the folder, and never out of it or round and round', async () => {
  const { folder, link } = makeRepository();
  const outside = temporaryFolder();
  write(outside, 'secret.js', code);
  symlinkSync('draw.js', path.join(folder, 'src/alias.js'));
  symlinkSync(path.join(outside, 'secret.js'), path.join(folder, 'src/out.js'));
  symlinkSync(outside, path.join(folder, 'away'));
  symlinkSync('.', path.join(folder, 'src/loop'));
  symlinkSync('circle.js', path.join(folder, 'circle.js'));
  const quoted = { ...link, commit: undefined };
  assert.equal(await tell(folder, { ...quoted, path: 'src/alias.js' }), 'fresh src/alias.js:6');
  assert.equal(
    await tell(folder, { ...quoted, path: 'src/loop/draw.js' }),
    'fresh src/loop/draw.js:6',
  );
  for (const file of ['src/out.js', 'away/secret.js', 'circle.js']) {
    assert.equal(await tell(folder, { ...quoted, path: file }), 'lost ?', file);
  }
  commitAll(folder);
  assert.equal(await tell(folder, link), 'fresh src/draw.js:6');
});

test('a cell of a notebook is found by its words when cells came above', async () => {
  const cell = (lines: readonly string[]): object => ({ cell_type: 'code', source: lines });
  const notebook = (cells: readonly object[]): string => JSON.stringify({ cells }, null, 1);
  const { folder } = makeRepository();
  const draw = cell(['def draw_the_bridge(plan):\n', '    return paint(plan)\n']);
  mkdirSync(path.join(folder, 'notes'));
  write(folder, 'notes/a.ipynb', `${notebook([draw])}\n`);
  const commit = commitAll(folder);
  const link = linkIn(folder, { file: 'notes/a.ipynb', line: 6, commit });
  assert.match(link.quote ?? '', /draw_the_bridge/);
  write(folder, 'notes/a.ipynb', `${notebook([cell(['import math\n']), draw])}\n`);
  assert.equal(await tell(folder, link), 'moved notes/a.ipynb:12');
});

for (const inside of ['', 'part/']) {
  test(`code that was moved without git being told is followed by what it says, ${inside === '' ? 'at the top' : 'in a folder'}`, async () => {
    const { folder, link } = makeRepository(`${inside}src/draw.js`);
    write(folder, `${inside}src/other.js`, 'export const other = 1;\n');
    const commit = commitAll(folder);
    const from = path.join(folder, inside);
    const here = { ...link, path: 'src/draw.js', commit };
    const whole = { ...bare, path: 'src/draw.js', commit };
    mkdirSync(path.join(from, 'lib'));
    renameSync(path.join(from, 'src/draw.js'), path.join(from, 'lib/paint.js'));
    assert.equal(await tell(from, here), 'moved lib/paint.js:6');
    assert.equal(await tell(from, whole), 'moved lib/paint.js');
    write(from, 'lib/paint.js', `// New\n${code.replace('plan, bridge', 'plan, the.bridge')}`);
    assert.equal(await tell(from, here), 'drifted lib/paint.js:7?', 'it was changed as well');
    write(from, 'lib/paint.js', code);
    write(from, 'lib/copy.js', code);
    assert.equal(await tell(from, whole), 'lost ?', 'of two nobody knows which');
    git(folder, 'clean', '-fdq');
    git(folder, 'checkout', '-q', '.');
    renameSync(path.join(from, 'src'), path.join(from, 'lib'));
    assert.equal(await tell(from, whole), 'moved lib/draw.js');
    assert.equal(await tell(from, { ...bare, path: 'src/', commit }), 'moved lib/');
  });
}
