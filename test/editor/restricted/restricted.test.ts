import assert from 'node:assert/strict';
import { commands, extensions, workspace } from 'vscode';
import { test } from '../support/editorTest.ts';
import { withPlan } from '../support/ownPlans.ts';
import { readText, waitFor } from '../support/workspace.ts';

test('before the folder is trusted the extension runs and the plan can be read and edited', async () => {
  assert.equal(workspace.isTrusted, false);
  await waitFor('Activation', () => extensions.getExtension('gantry.gantry')?.isActive === true);
  await withPlan(async ({ loaded }) => {
    assert.equal(loaded.views().snapshot.plan.tasks.size, 7);
    const done = await loaded.run({ command: 'completeItem', input: { id: 'T-7KQ3' } });
    assert.ok(done.ok);
    assert.match(readText('.project/tasks/T-7KQ3.yaml'), /^status: done$/m);
  });
});

test('the commands are there', async () => {
  assert.ok((await commands.getCommands(true)).includes('gantry.openGantt'));
});
