import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { CodeReader } from '../core/anchors/resolveAnchors.ts';
import { largestCodeBytes } from '../core/anchors/sourceText.ts';

/** The code of a workspace folder on the disk. What a symbolic link leads out of it is not read. */
export function createDiskCode(workspace: string): CodeReader {
  const root = realOf(workspace) ?? workspace;
  return {
    read: file => Promise.resolve(readInside(root, file)),
    exists: file => Promise.resolve(existsSync(path.join(root, file))),
  };
}

function readInside(root: string, file: string): string | undefined {
  const place = realOf(path.join(root, file));
  if (place === undefined || path.relative(root, place).startsWith('..')) return undefined;
  try {
    const stat = statSync(place);
    if (!stat.isFile() || stat.size > largestCodeBytes) return undefined;
    const bytes = readFileSync(place);
    return bytes.includes(0) ? undefined : bytes.toString();
  } catch {
    // That the file may not be read is no fault of the link.
    return undefined;
  }
}

function realOf(place: string): string | undefined {
  try {
    return realpathSync(place);
  } catch {
    // There is nothing.
    return undefined;
  }
}
