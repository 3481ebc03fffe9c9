import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { commands, extensions } from 'vscode';
import { newProjectText } from '../../../src/core/store/newProjectText.ts';
import { writeNewProject } from '../../../src/core/store/writeNewProject.ts';
import { test } from '../support/editorTest.ts';
import { withPlan } from '../support/ownPlans.ts';
import { readText, waitFor, workspaceFolder, writeText } from '../support/workspace.ts';

test('where there is no plan, nothing is activated', () => {
  assert.equal(extensions.getExtension('gantry.gantry')?.isActive, false);
});

test('looking does not make a folder', async () => {
  await commands.executeCommand('gantry.refresh');
  assert.equal(extensions.getExtension('gantry.gantry')?.isActive, true);
  assert.equal(existsSync(path.join(workspaceFolder(), '.project')), false);
});

test('a plan begins as one file, and is never written over', () =>
  withPlan(async ({ plan, loaded }) => {
    assert.equal(plan.exists, false);
    assert.equal((await loaded.probe()).state, 'missing');
    const make = (name: string): Promise<boolean> =>
      loaded.create(files => writeNewProject(files, { name, today: 0 }));
    assert.equal(await make('New'), true);
    assert.equal(plan.exists, true);
    assert.equal(await make('Other'), false);
    assert.equal(readText('.project/project.yaml'), newProjectText('New', 0));
    assert.equal(readText('.project/.gitignore'), 'private.yaml\n*.gantry-tmp\n');
    const done = await loaded.run({
      command: 'addItem',
      input: { kind: 'task', title: 'First', fields: { estimate: '2d' } },
    });
    assert.ok(done.ok && done.value.id !== undefined);
    assert.match(readText(`.project/tasks/${done.value.id}.yaml`), /^title: First$/m);
    const undone = await loaded.undo();
    assert.ok(undone.ok);
    assert.equal(loaded.views().snapshot.plan.tasks.size, 0);
  }));

test('a plan that appears from outside is seen', () =>
  withPlan(async ({ plan }) => {
    writeText('.project/tasks/T-7KQ3.yaml', 'title: From outside\n');
    await waitFor('The new task', () => {
      return plan.loaded?.views().snapshot.plan.tasks.has('T-7KQ3') === true;
    });
  }));
