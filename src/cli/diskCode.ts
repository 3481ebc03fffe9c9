import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { CodeReader } from '../core/anchors/resolveAnchors.ts';
import { largestCodeBytes } from '../core/anchors/sourceText.ts';
import { leadsOut } from '../node/leadsOut.ts';

/** The code of a workspace folder on the disk. What a symbolic link leads out of it is not there. */
export function createDiskCode(workspace: string): CodeReader {
  return {
    read: file => Promise.resolve(readInside(workspace, file)),
    exists: file => Promise.resolve(!leadsOut(workspace, file)),
  };
}

function readInside(workspace: string, file: string): string | undefined {
  if (leadsOut(workspace, file)) return undefined;
  try {
    const place = path.join(workspace, file);
    const stat = statSync(place);
    if (!stat.isFile() || stat.size > largestCodeBytes) return undefined;
    const bytes = readFileSync(place);
    return bytes.includes(0) ? undefined : bytes.toString();
  } catch {
    // That the file may not be read is no fault of the link.
    return undefined;
  }
}
