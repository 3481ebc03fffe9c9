import { lstatSync, rmSync } from 'node:fs';
import path from 'node:path';
import { strayPattern } from './replaceFile.ts';

/** A write takes milliseconds, so a temporary file of this age was left behind by a crash. */
const strayAgeMs = 60_000;

/**
 * Removes the temporary files that a crash left in the folder.
 *
 * @param names of what is in it, with slashes
 * @returns those that are gone
 */
export function sweepStrays(root: string, names: readonly string[]): ReadonlySet<string> {
  const latest = Date.now() - strayAgeMs;
  const gone = new Set<string>();
  for (const name of names) {
    if (!strayPattern.test(path.posix.basename(name))) continue;
    const stray = path.join(root, name);
    const stats = lstatSync(stray, { throwIfNoEntry: false });
    if (!stats?.isFile() || stats.mtimeMs >= latest) continue;
    rmSync(stray, { force: true });
    gone.add(name);
  }
  return gone;
}
