import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { Frame } from 'playwright-core';
import { plainGit } from '../launch/fixtureCopy.mjs';
import { until } from './until.ts';

function git(folder: string, ...args: readonly string[]): string {
  const env = { ...process.env, ...plainGit };
  return execFileSync('git', [...args], { cwd: folder, encoding: 'utf8', env }).trim();
}

/** Added and removed lines of each changed file, as `1 1 .project/tasks/T-7KQ3.yaml`. */
export function changedLines(folder: string): string {
  const counts = git(folder, 'diff', '--numstat').replaceAll('\t', ' ');
  const strangers = git(folder, 'ls-files', '--others', '--exclude-standard');
  return [counts, strangers].filter(text => text !== '').join('\n');
}

/** Waits for the edit to reach the disk; it must be this change of one line and nothing else. */
export async function expectOneLine(
  folder: string,
  { file, removed, added }: { file: string; removed?: string; added: string },
): Promise<void> {
  await until(`A change of ${file}`, () => git(folder, 'diff', '--', file) !== '');
  const diff = git(folder, 'diff', '--unified=0', '--', file).split('\n');
  const changed = diff.filter(line => /^[+-](?!\+\+|--)/.test(line));
  assert.deepEqual(changed, [...(removed === undefined ? [] : [`-${removed}`]), `+${added}`]);
  assert.equal(changedLines(folder), `1 ${removed === undefined ? 0 : 1} ${file}`);
}

/**
 * Takes back by keys what was done last, once the panel has been told that it is done: until then a
 * field may be open that has an undo of its own.
 */
export async function undoByKeys(panel: Frame, folder: string): Promise<void> {
  await panel.getByRole('button', { name: 'Undo' }).waitFor();
  await panel.page().keyboard.press('Control+Z');
  await panel.getByRole('button', { name: 'Redo' }).waitFor();
  await expectNoChange(folder);
}

/** Waits until every byte is again as it was committed. */
export async function expectNoChange(folder: string): Promise<void> {
  await until('The old bytes', () => changedLines(folder) === '');
}
