import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { openGitRepository, type GitRepository } from '../../src/git/gitRepository.ts';
import { driverCommand, renewMergeDriver, setMergeDriver } from '../../src/git/mergeDriver.ts';
import type { MergeState } from '../../src/git/mergeState.ts';
import { git, temporaryFolder, write } from './gitFolder.ts';

const drawing = '.project/tasks/T-7KQ3.yaml';
const building = '.project/tasks/T-8AAA.yaml';

/** Two tasks of which one names the other, on `main`. */
function repository(): string {
  const folder = temporaryFolder();
  git(folder, 'init', '-q', '-b', 'main');
  write(folder, drawing, 'title: Draw\n');
  write(folder, building, 'title: Build\ndependsOn: [T-7KQ3]\n');
  commit(folder, 'start');
  return folder;
}

function commit(folder: string, title: string): void {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', title);
}

async function open(folder: string): Promise<GitRepository> {
  const opened = await openGitRepository(folder);
  assert.ok(opened);
  return opened;
}

test('whether this clone can merge as its attributes say', async () => {
  const folder = repository();
  const opened = await open(folder);
  const state = (): ReturnType<MergeState['driver']> => opened.merges('.project').driver();
  assert.deepEqual(await state(), { kind: 'unwanted' });
  write(folder, '.project/.gitattributes', '*.yaml merge=gantry\n');
  assert.deepEqual(await state(), { kind: 'missing' });
  git(folder, 'config', 'merge.gantry.driver', `'/gone/it'\\''s/100%%' '/x.js' merge-driver -- %O`);
  assert.deepEqual(await state(), { kind: 'dead', program: "/gone/it's/100%" });
  git(folder, 'config', 'merge.gantry.driver', `'${process.execPath}' merge-driver -- %O`);
  assert.deepEqual(await state(), { kind: 'ready' });
  git(folder, 'config', 'merge.gantry.driver', 'something-else %O %A %B');
  assert.deepEqual(await state(), { kind: 'ready' });
});

test('a program that an update left behind is named anew, and one that a person named stays', async () => {
  const folder = repository();
  const home = temporaryFolder();
  const [before, after] = ['gantry-1.0.0/dist/cli.js', "gantry-it's-1.1.0/dist/cli.js"];
  for (const script of [before, after, 'other/gantry-1.0.0/dist/cli.js']) write(home, script, '');
  const setting = 'ELECTRON_RUN_AS_NODE=1';
  const scriptAt = (script: string): string[] => [process.execPath, path.join(home, script)];
  const wanted = driverCommand(scriptAt(after), setting);
  const renewed = async (command: string): Promise<string> => {
    await setMergeDriver(folder, process.env, command);
    await renewMergeDriver(folder, process.env, { program: scriptAt(after), setting });
    return git(folder, 'config', 'merge.gantry.driver').trim();
  };
  const gone = scriptAt('gone/gantry-0.9.0/dist/cli.js');
  for (const command of [
    driverCommand(scriptAt(before), setting),
    driverCommand(gone, setting),
    driverCommand(['/gone/editor', path.join(home, after)], setting),
    `${setting} '/gone/editor' '/gone/cli.js' merge-driver -- %O %A %B %P`,
  ]) {
    assert.equal(await renewed(command), wanted, command);
  }
  for (const command of [
    driverCommand(gone),
    driverCommand(scriptAt('other/gantry-1.0.0/dist/cli.js'), setting),
    'something-else %O %A %B',
  ]) {
    assert.equal(await renewed(command), command);
  }
  await setMergeDriver(folder, process.env, undefined);
  await renewMergeDriver(folder, process.env, { program: scriptAt(after), setting });
  assert.throws(() => git(folder, 'config', 'merge.gantry.driver'));
});

/** Removes the task with what names it on one branch, and goes on with it on the other. */
function rebaseWithRemoval(rebased: 'removes' | 'keeps'): string {
  const folder = repository();
  const remove = (): void => {
    git(folder, 'rm', '-q', drawing);
    write(folder, building, 'title: Build\n');
  };
  const keep = (): void => write(folder, drawing, 'title: Draw\nstatus: doing\n');
  git(folder, 'checkout', '-qb', 'side');
  if (rebased === 'removes') remove();
  else keep();
  commit(folder, 'on the side');
  write(folder, 'notes.txt', 'more\n');
  commit(folder, 'more on the side');
  git(folder, 'checkout', '-q', 'main');
  if (rebased === 'removes') keep();
  else remove();
  commit(folder, 'on main');
  git(folder, 'checkout', '-q', 'side');
  assert.throws(() => git(folder, 'rebase', '-q', 'main'));
  git(folder, 'add', drawing);
  git(folder, '-c', 'core.editor=true', 'rebase', '--continue');
  return folder;
}

for (const rebased of ['removes', 'keeps'] as const) {
  test(`a rebase of the side that ${rebased} an item is known as the merge that it was`, async () => {
    const folder = rebaseWithRemoval(rebased);
    const opened = await open(folder);
    const named = new Map([['tasks/T-8AAA.yaml', 'title: Build\ndependsOn: [T-7KQ3]\n']]);
    const removing = new Map([['tasks/T-8AAA.yaml', 'title: Build\n']]);
    assert.deepEqual(await opened.planVersions('.project').parted(), [
      { kept: ['T-7KQ3'], base: named, removing, keeping: named },
    ]);
    write(folder, 'notes.txt', 'what came later\n');
    commit(folder, 'later');
    assert.deepEqual(await opened.planVersions('.project').parted(), []);
  });
}
