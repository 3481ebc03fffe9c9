// Before a folder is trusted nothing starts a process: recorded from before the extension is activated.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import {
  commands,
  extensions,
  Position,
  Range,
  tasks,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type Extension,
} from 'vscode';
import { openGitRepository } from '../../../src/git/gitRepository.ts';
import { test } from '../support/editorTest.ts';
import { readText, waitFor, workspaceFolder, writeText } from '../support/workspace.ts';
import { recordSpawns } from './recordedSpawns.ts';

const spawned = recordSpawns();
const task = '.project/tasks/T-7KQ3.yaml';

/** Opens another window, where nobody looks. */
const leavesWindow = ['gantry.openExample'];

function extension(): Extension<unknown> {
  const found = extensions.getExtension<unknown>('gantry.gantry');
  assert.ok(found);
  return found;
}

/** What the extension itself started. */
function ours(): readonly string[] {
  const program = path.join(extension().extensionPath, 'dist');
  return spawned.filter(({ stack }) => stack.includes(program)).map(({ what }) => what);
}

function git(...args: readonly string[]): void {
  execFileSync('git', args, { cwd: workspaceFolder(), stdio: 'pipe' });
}

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

test('before trust a repository is opened and the plan is read, without a process', async () => {
  assert.equal(workspace.isTrusted, false);
  assert.equal(extension().isActive, false);
  const fixture = path.join(extension().extensionPath, 'test', 'fixtures', 'small-team');
  cpSync(fixture, workspaceFolder(), { recursive: true });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message=Begin T-7KQ3');
  await extension().activate();
  await commands.executeCommand('gantry.refresh');
  for (const view of ['plan', 'risks', 'attention']) {
    await commands.executeCommand(`gantry.${view}.focus`);
  }
  await pause(500);
  assert.deepEqual(ours(), []);
});

test('before trust a plan file and code can be read, asked about and edited, without a process', async () => {
  const plan = await workspace.openTextDocument(Uri.file(path.join(workspaceFolder(), task)));
  const code = path.join(workspaceFolder(), 'src', 'signIn.ts');
  for (const { uri } of [plan, await workspace.openTextDocument(Uri.file(code))]) {
    await window.showTextDocument(await workspace.openTextDocument(uri));
    for (const line of [0, 1, 2]) {
      const at = new Position(line, 3);
      await commands.executeCommand('vscode.executeHoverProvider', uri, at);
      await commands.executeCommand('vscode.executeDefinitionProvider', uri, at);
      await commands.executeCommand('vscode.executeCompletionItemProvider', uri, at);
      const range = new Range(at, at);
      await commands.executeCommand('vscode.executeCodeActionProvider', uri, range);
    }
    await commands.executeCommand('vscode.executeCodeLensProvider', uri, 100);
    await commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);
    await commands.executeCommand('vscode.executeReferenceProvider', uri, new Position(0, 8));
  }
  const typed = new WorkspaceEdit();
  typed.insert(plan.uri, plan.lineAt(plan.lineCount - 1).range.end, '# typed\n');
  assert.ok(await workspace.applyEdit(typed));
  assert.ok(await plan.save());
  await commands.executeCommand('gantry.completeItem', 'T-7KQ3');
  await waitFor('The task being done', () => /^status: done$/m.test(readText(task)));
  assert.match(readText(task), /^# typed$/m);
  await commands.executeCommand('gantry.undo');
  await waitFor('The task being open', () => !/^status: done$/m.test(readText(task)));
  assert.deepEqual(ours(), []);
});

test('before trust changes from outside are followed, without a process', async () => {
  git('checkout', '--quiet', '-B', 'other');
  writeText(task, readText(task).replace(/^title: .*$/m, 'title: From outside'));
  git('commit', '--quiet', '--all', '--message=Closes T-7KQ3');
  git('checkout', '--quiet', 'main');
  writeText('.project/tasks/T-ZZZZ.yaml', 'title: New\ncode:\n  - src/signIn.ts:1\n');
  await pause(1500);
  assert.deepEqual(ours(), []);
});

test('before trust no command starts a process, a terminal or a task', async () => {
  const manifest = extension().packageJSON as {
    readonly contributes: { readonly commands: readonly { readonly command: string }[] };
  };
  const names = manifest.contributes.commands.map(({ command }) => command);
  assert.ok(names.length > 50);
  for (const name of names.filter(each => !leavesWindow.includes(each))) {
    const run = commands.executeCommand(name, 'T-7KQ3');
    // One that asks something is left without an answer.
    await Promise.race([run, pause(250)]);
    await commands.executeCommand('workbench.action.closeQuickOpen');
  }
  await pause(1500);
  assert.deepEqual(ours(), []);
  assert.equal(window.terminals.length, 0);
  assert.equal(tasks.taskExecutions.length, 0);
});

test('a process would have been recorded', async () => {
  const before = spawned.length;
  await openGitRepository(workspaceFolder());
  assert.ok(spawned.length > before);
  assert.match(spawned.at(-1)?.what ?? '', /git/);
});
