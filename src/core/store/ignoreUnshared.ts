import { decodeUtf8 } from '../base/utf8.ts';
import { mendGitignore } from './planFolder.ts';
import { ignoreFile } from './planPath.ts';
import type { ProjectFiles } from './projectFiles.ts';

/**
 * Tells git to ignore what nobody else is to see of a plan, for one that is about to be made before
 * there is any of it: rates, so that none is published by a slip, and what a write that was killed leaves
 * behind. What a file that is there already says stays.
 */
export async function ignoreUnshared(files: Pick<ProjectFiles, 'read' | 'write'>): Promise<void> {
  const bytes = await files.read(ignoreFile.path);
  const added = missingIn(bytes);
  if (added.length > 0) await files.write(ignoreFile.path, mendGitignore(bytes, added), bytes);
}

/** Whether the plan's own file already says all of it. */
export async function isUnsharedIgnored(files: Pick<ProjectFiles, 'read'>): Promise<boolean> {
  return missingIn(await files.read(ignoreFile.path)).length === 0;
}

function missingIn(bytes: Uint8Array | undefined): readonly string[] {
  const present = bytes ? decodeUtf8(bytes).split(/\r?\n/) : [];
  return ignoreFile.lines.filter(line => !present.some(each => each.trim() === line));
}
