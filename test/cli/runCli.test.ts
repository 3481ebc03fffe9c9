import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { commandTable } from '../../src/cli/commandTable.ts';
import { git } from '../git/gitFolder.ts';
import { inWorkspace, smallPlan } from './runInFolder.ts';

test('help lists every command, and each has its own with usage and examples', () =>
  inWorkspace({}, async ({ run }) => {
    const general = await run('--help');
    assert.equal(general.exitCode, 0);
    for (const { name, usage } of commandTable) {
      assert.ok(general.out.includes(`\n  ${name} `), name);
      for (const call of [
        ['help', name],
        [name, '--help'],
      ]) {
        const { out, exitCode } = await run(...call);
        assert.equal(exitCode, 0);
        assert.ok(out.includes(`gantry ${name}${usage === '' ? '' : ` ${usage}`}`), out);
        assert.ok(out.includes('Examples'));
      }
    }
    assert.match((await run('help', 'complete')).out, /gantry done ID/);
  }));

test('the version is told', () =>
  inWorkspace({}, async ({ run }) => {
    assert.deepEqual(await run('--version'), { exitCode: 0, out: '1.2.3\n', error: '' });
  }));

test('a wrong call exits with 2 and says what to write', () =>
  inWorkspace(smallPlan, async ({ run }) => {
    const check = async (args: readonly string[], message: RegExp): Promise<void> => {
      const { exitCode, out, error } = await run(...args);
      assert.deepEqual([exitCode, out], [2, ''], args.join(' '));
      assert.match(error, message);
      assert.doesNotMatch(error, /^\s+at /m);
    };
    await check(['lis'], /no command lis; did you mean list/);
    await check(['help', 'nothing'], /no command nothing/);
    await check(['list', '--bogus'], /--bogus.*gantry help list/);
    await check(['list', '--format', 'yaml'], /yaml is no format here; use text or json/);
    await check(['list', '--format', 'sarif'], /use text or json/);
    await check(['-C', 'nowhere', 'list'], /There is no folder .*nowhere/);
    await check(['add'], /Say what to add/);
    await check(['add', 'thing', 'x'], /"thing" cannot be added/);
    await check(['add', 'task'], /needs a title/);
    await check(['set', 'T-AAAA'], /what to set/);
    await check(['set', 'T-AAAA', 'nothing'], /sets nothing/);
    await check(['show'], /Name one id/);
    await check(['done', 'T-AAAA', '--on', 'soon'], /"soon" is no date/);
    await check(['move', 'T-AAAA'], /where it goes/);
    await check(['link', 'T-AAAA'], /Name two things/);
    await check(['link', 'T-AAAA', 'T-BBBB', 'XY'], /no kind of link/);
    await check(['import', 'x.xml'], /--from mspdi/);
    await check(['import', '--from', 'mspdi'], /Name one file/);
    await check(['export'], /Name a format/);
    await check(['export', '--to', 'pdf'], /pdf is no format/);
    await check(['check', '--max', 'many'], /whole number/);
    await check(['schedule', '--status-date', 'x'], /is no date/);
    await check(['list', 'colour:red'], /Nothing can be listed by "colour"/);
    await check(['list', 'kind:thing'], /cannot be "thing"/);
    await check(['next', '--for', 'zoe'], /Nobody is called zoe here/);
    await check(['init', '--template', 'none'], /no template none/);
  }));

test('a wrong call with --format json is one envelope on standard output', () =>
  inWorkspace(smallPlan, async ({ json }) => {
    for (const args of [
      ['nothing'],
      ['list', '--bogus'],
      ['show', 'T-ZZZZ'],
      ['set', 'T-A', 'x=1'],
    ]) {
      const { exitCode, schemaVersion, kind, data, problems } = await json(...args);
      assert.deepEqual([exitCode, schemaVersion, kind, data], [2, 1, 'failure', null]);
      assert.equal(problems.length, 1);
    }
  }));

test('without a plan folder every command says so and how to make one', () =>
  inWorkspace({}, async ({ run, json }) => {
    for (const args of [['list'], ['check'], ['add', 'task', 'x'], ['schedule'], ['risks']]) {
      const { exitCode, error } = await run(...args);
      assert.equal(exitCode, 2);
      assert.match(error, /^error folder-missing There is no plan folder \.project in /);
      assert.match(error, /hint: gantry init/);
    }
    assert.equal((await json('list')).problems[0]?.code, 'folder-missing');
  }));

test('-C names the workspace folder, and .gantry is found where there is no .project', () =>
  inWorkspace({}, async ({ write, run }) => {
    write('sub/.gantry/project.yaml', 'version: 1\nname: Other\nstart: 2026-03-02\n');
    write('sub/.gantry/tasks/T-AAAA.yaml', 'title: There\nduration: 1d\n');
    assert.match((await run('-C', 'sub', 'list')).out, /T-AAAA {2}task {2}There/);
    assert.match((await run('list', '-C', 'sub', '--folder', '.gantry/')).out, /There/);
  }));

test('from a folder below the plan is found, up to the root of the repository', () =>
  inWorkspace(smallPlan, async ({ folder, runIn, write, read }) => {
    write('src/deep/a.ts', 'a\nb\n');
    write('other/.git/HEAD', '');
    write('other/sub/a.ts', '');
    write('eclipse/.project', '<xml/>');
    for (const below of ['src', 'src/deep', 'eclipse']) {
      assert.match((await runIn(below, 'list')).out, /T-AAAA/);
    }
    assert.equal((await runIn('src/deep', 'link', 'T-AAAA', 'a.ts:2')).exitCode, 0);
    assert.match(read('.project/tasks/T-AAAA.yaml'), /- path: src\/deep\/a\.ts\n {4}line: 2\n/);
    assert.match((await runIn('src', 'link', 'T-AAAA', '../../a.ts')).error, /code-outside/);
    assert.equal((await runIn('src', 'link', 'T-AAAA', 'deep/')).exitCode, 0);
    assert.match(read('.project/tasks/T-AAAA.yaml'), /- src\/deep\/\n/);
    assert.match((await runIn('other/sub', 'list')).error, /folder-missing/);
    const refused = await runIn('src/deep', 'init');
    assert.equal(refused.exitCode, 2);
    assert.ok(refused.error.includes(`in ${path.join(folder, '.project')},`), refused.error);
    assert.match(refused.error, /gantry init -C \./);
    assert.equal((await runIn('src/deep', 'init', '-C', '.')).exitCode, 0);
    assert.doesNotMatch((await runIn('src/deep', 'list')).out, /T-AAAA/);
  }));

const bridgeCode =
  'function measure(river) {\n  const span = river.widthAtCrossing();\n  return span;\n}\n';

test('a path may be absolute, or have the separators of Windows', () =>
  inWorkspace(
    { ...smallPlan, 'src/a.ts': bridgeCode, 'src/b.ts': bridgeCode },
    async ({ folder, run, read }) => {
      const task = (): string => read('.project/tasks/T-AAAA.yaml');
      const absolute = await run('link', 'T-AAAA', `${path.join(folder, 'src/a.ts')}:2`);
      assert.equal(absolute.exitCode, 0, absolute.error);
      assert.equal((await run('link', 'T-AAAA', path.join(folder, 'src/'))).exitCode, 0);
      const typed = await run('link', 'T-AAAA', 'src\\b.ts:2');
      assert.equal(typed.exitCode, 0, typed.error);
      assert.match(task(), /- path: src\/a\.ts\n[^]*- src\/\n[^]*- path: src\/b\.ts\n/);
      assert.equal((await run('unlink', 'T-AAAA', '.\\src\\b.ts')).exitCode, 0);
      assert.equal((await run('unlink', 'T-AAAA', path.join(folder, 'src/'))).exitCode, 0);
      assert.doesNotMatch(task(), /b\.ts|src\/\n/);
      assert.match((await run('link', 'T-AAAA', path.dirname(folder))).error, /code-outside/);
    },
  ));

test('a plan that a sparse checkout leaves out is told, and none is made in its place', () =>
  inWorkspace({ ...smallPlan, 'src/a.ts': 'a\n' }, async ({ folder, run }) => {
    git(folder, 'init', '-q', '-b', 'main');
    git(folder, 'add', '--all');
    git(folder, 'commit', '-qm', 'all');
    git(folder, 'sparse-checkout', 'set', 'src');
    for (const command of [['list'], ['init'], ['add', 'task', 'Paint']]) {
      const { error, exitCode } = await run(...command);
      assert.equal(exitCode, 2);
      assert.match(error, /folder-left-out .*git sparse-checkout add \.project/);
    }
    git(folder, 'sparse-checkout', 'add', '.project');
    assert.match((await run('list')).out, /T-AAAA/);
  }));

test('a plan folder that would leave the workspace is refused', () =>
  inWorkspace(smallPlan, async ({ run }) => {
    const { exitCode, error } = await run('list', '--folder', '../other');
    assert.equal(exitCode, 2);
    assert.match(error, /folder-link/);
  }));
