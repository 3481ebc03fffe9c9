// What tests inside the editor do to the folder that is open: a copy of a fixture, in git.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commands, workspace } from 'vscode';

/** The absolute path of the folder that is open. */
export function workspaceFolder(): string {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('No folder is open');
  return folder.uri.fsPath;
}

export function readText(file: string): string {
  return readFileSync(path.join(workspaceFolder(), file), 'utf8');
}

/** Writes past the editor, as another program would. */
export function writeText(file: string, text: string): void {
  const target = path.join(workspaceFolder(), file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

/** Closes all editors and puts every file back as the fixture has it. */
export async function restoreWorkspace(): Promise<void> {
  await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await commands.executeCommand('workbench.action.closeAllEditors');
  git('reset', '--hard', '--quiet');
  git('clean', '-fdq');
}

/** Runs git in the folder that is open and answers with what it printed. */
export function git(...args: readonly string[]): string {
  return execFileSync('git', [...args], { cwd: workspaceFolder(), encoding: 'utf8' });
}

/**
 * Asks again until the answer is not undefined or false, and answers with it.
 * `what` completes "… did not come true".
 */
export async function waitFor<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  limitMs = 30_000,
): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > end) throw new Error(`${what} did not come true in ${limitMs} ms`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
