import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { git } from '../git/gitFolder.ts';
import { inWorkspace, smallPlan, type Workspace } from './runInFolder.ts';

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

const files = { ...smallPlan, 'src/draw.js': code };

function commitAll({ folder }: Workspace): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '-qm', 'change');
}

async function inRepository(use: (workspace: Workspace) => Promise<void>): Promise<void> {
  await inWorkspace(files, async workspace => {
    git(workspace.folder, 'init', '-q', '-b', 'main');
    commitAll(workspace);
    await use(workspace);
  });
}

async function linkOf(workspace: Workspace): Promise<Readonly<Record<string, unknown>>> {
  const { data } = await workspace.json('links');
  const links = data?.['links'];
  assert.ok(Array.isArray(links));
  return links[0] as Readonly<Record<string, unknown>>;
}

test('a link keeps its text with its surroundings and the commit', () =>
  inRepository(async workspace => {
    assert.equal((await workspace.json('link', 't-aab', 'src/draw.js:6')).exitCode, 0);
    const head = git(workspace.folder, 'rev-parse', 'HEAD').trim();
    const text = workspace.read('.project/tasks/T-AABB.yaml');
    assert.match(text, /line: 6\n {4}quote: " {2}return paint\(plan, bridge.colour\);"/);
    assert.ok(text.includes(head), text);
    const link = await linkOf(workspace);
    assert.deepEqual([link['item'], link['path'], link['line']], ['T-AABB', 'src/draw.js', 6]);
    assert.deepEqual([link['state'], link['score']], ['fresh', 1]);
  }));

test('a folder keeps the commit, and is found under its new name', () =>
  inRepository(async workspace => {
    await workspace.run('link', 'T-AABB', 'src/');
    const head = git(workspace.folder, 'rev-parse', 'HEAD').trim();
    assert.ok(workspace.read('.project/tasks/T-AABB.yaml').includes(head));
    git(workspace.folder, 'mv', 'src', 'drawing');
    commitAll(workspace);
    const link = await linkOf(workspace);
    assert.deepEqual([link['state'], link['path']], ['moved', 'drawing/']);
  }));

test('the commit is left out where the file has other lines than it', () =>
  inRepository(async workspace => {
    workspace.write('src/draw.js', `// New\n${code}`);
    await workspace.run('link', 'T-AABB', 'src/draw.js:7');
    assert.doesNotMatch(workspace.read('.project/tasks/T-AABB.yaml'), /commit:/);
    assert.equal((await linkOf(workspace))['state'], 'fresh');
  }));

test('code that moved is followed through edits and a rename, and written anew when asked', () =>
  inRepository(async workspace => {
    await workspace.run('link', 'T-AABB', 'src/draw.js:5');
    rmSync(path.join(workspace.folder, 'src/draw.js'));
    workspace.write('lib/paint.js', `// One\n// Two\n${code}`);
    commitAll(workspace);
    const link = await linkOf(workspace);
    assert.deepEqual([link['state'], link['path'], link['line']], ['moved', 'lib/paint.js', 7]);
    assert.deepEqual(link['from'], { path: 'src/draw.js', line: 5, endLine: 5, symbol: null });
    assert.equal((await workspace.run('check')).exitCode, 0);
    const before = workspace.read('.project/tasks/T-AABB.yaml');
    await workspace.run('links', '--repair');
    assert.notEqual(workspace.read('.project/tasks/T-AABB.yaml'), before);
    assert.equal((await linkOf(workspace))['state'], 'fresh');
  }));

test('a link to several lines that bears nothing of their words yet gets it', () =>
  inRepository(async workspace => {
    await workspace.run('link', 'T-AABB', 'src/draw.js:2-6');
    const whole = workspace.read('.project/tasks/T-AABB.yaml');
    const old = whole.replace(/^ *prints: .*\n/m, '');
    assert.notEqual(old, whole);
    workspace.write('.project/tasks/T-AABB.yaml', old);
    await workspace.run('links', '--repair');
    assert.equal(workspace.read('.project/tasks/T-AABB.yaml'), whole);
  }));

test('a copy in another file is not the code that was linked while that stands in its own, changed', () =>
  inRepository(async workspace => {
    const retry = [
      'export function retry(session, times) {',
      '  if (session == null) {',
      "    throw new Error('no session for retry');",
      '  }',
      '  for (let i = 0; i < times; i++) session.ping(i);',
      '  return session.finish(times);',
      '}',
      '',
    ].join('\n');
    workspace.write('src/draw.js', `// Pictures\n${retry}\n${code}`);
    workspace.write('src/copy.js', '// Copies\n');
    commitAll(workspace);
    await workspace.run('link', 'T-AABB', 'src/draw.js:2-8');
    commitAll(workspace);
    workspace.write('src/copy.js', `// Copies\n${retry}`);
    commitAll(workspace);
    const edited = retry
      .replace('session == null', '!session || session.closed')
      .replace('let i = 0; i < times; i++', 'const i of range(times)')
      .replace('ping(i)', 'ping(i, { quiet: true })');
    workspace.write('src/draw.js', `// Pictures\n\n${code}\n${edited}`);
    commitAll(workspace);
    const link = await linkOf(workspace);
    assert.equal((link['guess'] as { readonly path: string } | null)?.path, 'src/draw.js');
    assert.equal(link['state'], 'drifted');
  }));

test('code with other words has drifted, with a guess that is taken when asked', () =>
  inRepository(async workspace => {
    await workspace.run('link', 'T-AABB', 'src/draw.js:6');
    workspace.write('src/draw.js', code.replace('bridge.colour', 'bridge.colour, { isBold }'));
    const link = await linkOf(workspace);
    assert.deepEqual([link['state'], link['line']], ['drifted', null]);
    assert.deepEqual(link['guess'], { path: 'src/draw.js', line: 6, endLine: 6 });
    const checked = await workspace.json('check');
    const found = checked.problems.filter(problem => problem.code.startsWith('code-'));
    assert.deepEqual(
      found.map(each => [each.code, each.file]),
      [['code-drifted', '.project/tasks/T-AABB.yaml']],
    );
    assert.equal((await workspace.run('links')).exitCode, 1);
    await workspace.run('links', '--repair');
    assert.equal((await linkOf(workspace))['state'], 'drifted');
    await workspace.run('links', '--repair', '--accept');
    assert.equal((await linkOf(workspace))['state'], 'fresh');
  }));

test('a symbol is linked by its name', () =>
  inRepository(async workspace => {
    assert.equal((await workspace.run('link', 'R-9F2A', 'src/draw.js#draw')).exitCode, 0);
    const link = await linkOf(workspace);
    assert.deepEqual([link['line'], link['endLine'], link['state']], [1, 7, 'fresh']);
  }));

test('without git the text alone tells', () =>
  inWorkspace(files, async workspace => {
    await workspace.run('link', 'T-AABB', 'src/draw.js:6');
    workspace.write('src/draw.js', `// New\n${code}`);
    const link = await linkOf(workspace);
    assert.deepEqual([link['state'], link['line']], ['moved', 7]);
  }));
