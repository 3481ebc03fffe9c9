import { lstatSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { strayPattern } from './replaceFile.ts';

/** A write takes milliseconds, so a temporary file of this age was left behind by a crash. */
const strayAgeMs = 60_000;

/** Removes the temporary files that a crash left in the folder and its direct sub-folders. */
export function sweepStrays(root: string): void {
  const latest = Date.now() - strayAgeMs;
  for (const folder of [root, ...foldersIn(root)]) {
    for (const name of readdirSync(folder)) {
      if (!strayPattern.test(name)) continue;
      const stray = path.join(folder, name);
      const stats = lstatSync(stray, { throwIfNoEntry: false });
      if (stats?.isFile() && stats.mtimeMs < latest) rmSync(stray, { force: true });
    }
  }
}

function foldersIn(root: string): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => path.join(root, entry.name));
}
