import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { git } from '../git/gitFolder.ts';
import { inWorkspace, smallPlan, type Workspace } from './runInFolder.ts';

const code = 'one();\ntwo();\nthree();\nfour();\nfive();\nsix();\nseven();\n';

function commitAll({ folder }: Workspace, message = 'change'): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '-qm', message);
}

async function inRepository(use: (workspace: Workspace) => Promise<void>): Promise<void> {
  await inWorkspace({ ...smallPlan, 'src/a.js': code, 'src/b.js': code }, async workspace => {
    git(workspace.folder, 'init', '-q', '-b', 'main');
    commitAll(workspace);
    await workspace.run('link', 'T-BBBB', 'src/a.js:3-5');
    await workspace.run('link', 'R-9F2A', 'src/b.js');
    commitAll(workspace);
    await use(workspace);
  });
}

interface Told {
  readonly id: string;
  readonly places: readonly { readonly path: string; readonly line: number }[];
  readonly isByTask: boolean;
}

async function itemsOf(workspace: Workspace, ...args: readonly string[]): Promise<readonly Told[]> {
  const { data } = await workspace.json('impact', ...args);
  const items = data?.['items'];
  assert.ok(Array.isArray(items));
  return items as readonly Told[];
}

test('nothing is touched where nothing changed, and beside the linked lines', () =>
  inRepository(async workspace => {
    assert.deepEqual(await itemsOf(workspace), []);
    workspace.write('src/a.js', `zero();\n${code}`);
    assert.deepEqual(await itemsOf(workspace), []);
    assert.equal((await workspace.run('impact')).exitCode, 0);
  }));

test('a change inside the linked lines touches the task, its risks, milestone and people', () =>
  inRepository(async workspace => {
    workspace.write('src/a.js', `zero();\n${code.replace('four', 'FOUR')}`);
    const { data, exitCode, problems } = await workspace.json('impact');
    const items = data?.['items'] as readonly Told[];
    assert.deepEqual(
      items.map(({ id, isByTask, places }) => [id, isByTask, places.map(({ line }) => line)]),
      [
        ['T-BBBB', false, [4]],
        ['R-9F2A', true, []],
      ],
    );
    assert.equal(exitCode, 1);
    assert.deepEqual(
      problems.map(each => [each.code, each.file, each.line]),
      [['impact-critical', 'src/a.js', 4]],
    );
    const milestones = data?.['milestones'] as readonly { readonly id: string }[];
    assert.deepEqual(
      milestones.map(({ id }) => id),
      ['M-4XK2'],
    );
    assert.deepEqual(data?.['people'], [{ name: 'ada', items: ['R-9F2A'] }]);
  }));

test('the index, a range and a branch are looked at by themselves', () =>
  inRepository(async workspace => {
    const { folder } = workspace;
    workspace.write('src/b.js', code.replace('one', 'ONE'));
    assert.deepEqual(await itemsOf(workspace, '--staged'), []);
    git(folder, 'add', '.');
    const ids = async (...args: readonly string[]): Promise<readonly string[]> =>
      (await itemsOf(workspace, ...args)).map(({ id }) => id);
    assert.deepEqual(await ids('--staged'), ['R-9F2A']);
    git(folder, 'checkout', '-qb', 'feature');
    commitAll(workspace, 'change\n\nTask: T-AAAA');
    assert.deepEqual(await ids('main...HEAD'), ['T-AAAA', 'R-9F2A']);
    assert.deepEqual(await ids('main'), ['T-AAAA', 'R-9F2A']);
    git(folder, 'checkout', '-q', 'main');
    assert.deepEqual(await ids('feature'), ['T-AAAA', 'R-9F2A']);
    assert.deepEqual(await ids('HEAD~1..HEAD'), []);
    const wrong = await workspace.run('impact', 'nowhere..HEAD');
    assert.equal(wrong.exitCode, 2);
    assert.match(wrong.error, /names no commits/);
  }));

test('places are those at the end of the range, whatever the files say now', () =>
  inRepository(async workspace => {
    workspace.write('src/a.js', code.replace('four', 'FOUR'));
    commitAll(workspace);
    workspace.write('src/a.js', `zero();\nzero();\n${code.replace('four', 'FOUR')}`);
    const [task] = await itemsOf(workspace, 'HEAD~1..HEAD');
    assert.deepEqual([task?.id, task?.places[0]?.line], ['T-BBBB', 3]);
  }));

test('lines that go at either end of a linked range touch it, and those beside it do not', () =>
  inRepository(async workspace => {
    const without = (...names: readonly string[]) =>
      names.reduce((text, name) => text.replace(`${name}();\n`, ''), code);
    for (const [gone, touched] of [
      [['two', 'six'], []],
      [['three'], ['T-BBBB src/a.js:3']],
      [['five'], ['T-BBBB src/a.js:3']],
    ] as const) {
      workspace.write('src/a.js', without(...gone));
      assert.deepEqual(touchedIn(await itemsOf(workspace)), touched, gone.join());
    }
    // So that there are lines between what was recorded and what the change began with.
    workspace.write('src/a.js', `zero();\n${code}`);
    commitAll(workspace);
    workspace.write('src/a.js', `zero();\n${without('five')}`);
    assert.deepEqual(touchedIn(await itemsOf(workspace)), ['T-BBBB src/a.js:4']);
  }));

test('a link that had drifted before is laid to no later change', () =>
  inRepository(async workspace => {
    const other = 'alpha(1);\nbeta(2, 3);\ngamma();\n';
    workspace.write('src/a.js', code.replace(/three[^]*five.*\n/, other));
    const drifted = await workspace.json('impact');
    assert.deepEqual(
      drifted.problems.map(each => each.code),
      ['code-drifted'],
    );
    commitAll(workspace);
    workspace.write('src/a.js', `zero();\n${code.replace(/three[^]*five.*\n/, other)}last();\n`);
    assert.deepEqual(await itemsOf(workspace), []);
    assert.deepEqual(touchedIn(await itemsOf(workspace, 'HEAD~1..HEAD')).length, 1);
  }));

test('what is linked through a symbolic link is touched where the change is', () =>
  inRepository(async workspace => {
    symlinkSync('a.js', path.join(workspace.folder, 'src/alias.js'));
    symlinkSync('src', path.join(workspace.folder, 'other'));
    await workspace.run('link', 'T-AAAA', 'src/alias.js:2');
    await workspace.run('link', 'T-AAAA', 'other/');
    commitAll(workspace);
    workspace.write('src/a.js', code.replace('two', 'TWO'));
    assert.deepEqual(touchedIn(await itemsOf(workspace)), [
      'T-AAAA src/a.js:2',
      'T-AAAA src/:null',
    ]);
  }));

test('what leaves a linked folder touches it, whether its path ends in a slash or not', () =>
  inWorkspace(
    { ...smallPlan, 'src/in/a.js': code, 'src/in/b.js': code, 'src/inner.js': code },
    async workspace => {
      const { folder } = workspace;
      git(folder, 'init', '-q', '-b', 'main');
      commitAll(workspace);
      await workspace.run('link', 'T-BBBB', 'src/in/');
      const task = '.project/tasks/T-AAAA.yaml';
      workspace.write(task, `${smallPlan[task]}code: [src/in]\n`);
      commitAll(workspace);
      const touched = ['T-AAAA src/in:null', 'T-BBBB src/in/:null'];
      const seen = async () => touchedIn(await itemsOf(workspace)).toSorted();
      workspace.write('src/inner.js', 'changed();\n');
      assert.deepEqual(await seen(), []);
      git(folder, 'rm', '-q', 'src/in/a.js');
      assert.deepEqual(await seen(), touched);
      git(folder, 'reset', '-q', '--hard');
      git(folder, 'mv', 'src/in/b.js', 'src/b.js');
      assert.deepEqual(await seen(), touched);
    },
  ));

test('before the first commit all code is new, however a repository names its objects', () =>
  inWorkspace({ ...smallPlan, 'src/a.js': code }, async workspace => {
    git(workspace.folder, 'init', '-q', '-b', 'main', '--object-format=sha256');
    await workspace.run('link', 'T-BBBB', 'src/a.js:3-5');
    git(workspace.folder, 'add', '--all');
    assert.deepEqual(touchedIn(await itemsOf(workspace)), ['T-BBBB src/a.js:3']);
    assert.deepEqual(touchedIn(await itemsOf(workspace, '--staged')), ['T-BBBB src/a.js:3']);
  }));

test('Markdown and SARIF for a pull request', () =>
  inRepository(async workspace => {
    await workspace.run('set', 'T-BBBB', 'title=Paint | <b>it</b> @ada');
    workspace.write('src/a.js', code.replace('four', 'FOUR'));
    const { out } = await workspace.run('impact', '--to', 'md');
    assert.match(out, /\| `T-BBBB` Paint &#124; &#60;b&#62;it&#60;\/b&#62; &#64;ada \|/);
    const sarif = await workspace.run('impact', '--format', 'sarif');
    const log = JSON.parse(sarif.out) as {
      readonly runs: readonly { readonly results: readonly { readonly ruleId: string }[] }[];
    };
    assert.deepEqual(
      log.runs[0]?.results.map(({ ruleId }) => ruleId),
      ['impact-critical'],
    );
  }));

const innerCode =
  'function measure(river) {\n  const span = river.widthAtCrossing();\n  return span + abutments(river);\n}\n';
const narrower = innerCode.replace('span + abut', 'span - abut');

/** A repository with another one in it, some of whose code is linked. */
async function withSubmodule(use: (workspace: Workspace, inner: string) => Promise<void>) {
  await inRepository(async workspace => {
    const source = mkdtempSync(path.join(tmpdir(), 'gantry-inner-'));
    try {
      git(source, 'init', '-q', '-b', 'main');
      writeFileSync(path.join(source, 'in.js'), innerCode);
      git(source, 'add', '.');
      git(source, 'commit', '-qm', 'in');
      git(workspace.folder, 'submodule', '--quiet', 'add', source, 'lib/inner');
      commitAll(workspace);
      await workspace.run('link', 'T-BBBB', 'lib/inner/in.js:2-3');
      commitAll(workspace);
      await use(workspace, path.join(workspace.folder, 'lib/inner'));
    } finally {
      rmSync(source, { recursive: true, force: true });
    }
  });
}

const touchedIn = (items: readonly Told[]): readonly string[] =>
  items.flatMap(({ id, places }) => places.map(each => `${id} ${each.path}:${each.line}`));

test('what changed in a submodule is seen in the working tree, the index and in commits', () =>
  withSubmodule(async (workspace, inner) => {
    assert.deepEqual(await itemsOf(workspace), []);
    workspace.write('lib/inner/in.js', `zero();\n${innerCode}`);
    assert.deepEqual(await itemsOf(workspace), []);
    workspace.write('lib/inner/in.js', `zero();\n${narrower}`);
    const touched = ['T-BBBB lib/inner/in.js:3'];
    assert.deepEqual(touchedIn(await itemsOf(workspace)), touched);
    git(inner, 'commit', '-qam', 'T-AAAA changed');
    assert.deepEqual(touchedIn(await itemsOf(workspace)), touched);
    assert.deepEqual(await itemsOf(workspace, '--staged'), []);
    git(workspace.folder, 'add', 'lib/inner');
    const staged = await itemsOf(workspace, '--staged');
    assert.deepEqual(touchedIn(staged), touched);
    // The commit of the submodule names an item of this plan.
    assert.deepEqual(
      staged.map(({ id }) => id).filter(id => id.startsWith('T-')),
      ['T-AAAA', 'T-BBBB'],
    );
    git(workspace.folder, 'commit', '-qm', 'moved on');
    workspace.write('lib/inner/in.js', `more();\nzero();\n${narrower}`);
    assert.deepEqual(touchedIn(await itemsOf(workspace, 'HEAD~1..HEAD')), touched);
    assert.deepEqual(await itemsOf(workspace, 'HEAD~2..HEAD~1'), []);
    assert.deepEqual((await workspace.json('impact', 'HEAD~1..HEAD')).data?.['unseen'], []);
  }));

test('a submodule that is not committed yet is new in all of its code', () =>
  withSubmodule(async workspace => {
    git(workspace.folder, 'reset', '--quiet', '--soft', 'HEAD~2');
    const all = ['T-BBBB lib/inner/in.js:2'];
    assert.deepEqual(touchedIn(await itemsOf(workspace, '--staged')), all);
    assert.deepEqual(touchedIn(await itemsOf(workspace)), all);
  }));

test('a submodule that nobody can look into is told with its items, and nothing without', () =>
  withSubmodule(async (workspace, inner) => {
    workspace.write('lib/inner/in.js', 'changed();\n');
    git(inner, 'commit', '-qam', 'changed');
    git(workspace.folder, 'commit', '-qam', 'moved on');
    assert.match(
      (await workspace.run('log', 'T-BBBB')).out,
      /^lib\/inner is a submodule: the com/m,
    );
    git(workspace.folder, 'submodule', '--quiet', 'deinit', '--force', 'lib/inner');
    assert.match((await workspace.run('check')).error, /lib\/inner\/in\.js:2-3 is not checked out/);
    assert.match((await workspace.run('impact')).out, /^lib\/inner is a submodule.*T-BBBB/m);
    assert.doesNotMatch((await workspace.run('impact', '--staged')).out, /submodule/);
    const markdown = await workspace.run('impact', 'HEAD~1..HEAD', '--to', 'md');
    assert.match(markdown.out, /^lib\/inner is a submodule.*T-BBBB/m);
    const { data } = await workspace.json('impact', 'HEAD~1..HEAD');
    assert.deepEqual(data?.['unseen'], [{ path: 'lib/inner', items: ['T-BBBB'] }]);
    assert.doesNotMatch((await workspace.run('impact', 'HEAD~2..HEAD~1')).out, /submodule/);
  }));

test('a list of submodules that leads out of the repository is no hindrance', () =>
  inRepository(async workspace => {
    workspace.write('.gitmodules', '[submodule "x"]\n\tpath = ../../etc\n\turl = ./x\n');
    commitAll(workspace);
    assert.equal((await workspace.run('impact', 'HEAD~1..HEAD')).exitCode, 0);
    assert.doesNotMatch((await workspace.run('impact')).out, /etc is a submodule/);
  }));

test('a list of submodules that git refuses, or that is endless, hides none of them', () =>
  withSubmodule(async workspace => {
    const list = readFileSync(path.join(workspace.folder, '.gitmodules'), 'utf8');
    workspace.write('lib/inner/in.js', narrower);
    const refused = ['/etc', ':(there is no such word)x'];
    const many = Array.from({ length: 8000 }, (_, i) => `folders/that/fill/a/line/${i}`);
    for (const paths of [refused, [...refused, ...many]]) {
      const entries = paths.map((each, i) => `[submodule "x${i}"]\n\tpath = "${each}"\n`);
      workspace.write('.gitmodules', list + entries.join(''));
      git(workspace.folder, 'add', '.gitmodules');
      assert.deepEqual(touchedIn(await itemsOf(workspace)), ['T-BBBB lib/inner/in.js:2']);
    }
  }));

test('without git there is no change to look at', () =>
  inWorkspace(smallPlan, async workspace => {
    assert.equal((await workspace.run('impact')).exitCode, 2);
  }));
