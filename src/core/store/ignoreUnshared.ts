import { decodeUtf8 } from '../base/utf8.ts';
import { mendGitignore } from './planFolder.ts';
import { ignoreFile } from './planPath.ts';
import type { ProjectFiles } from './projectFiles.ts';

/**
 * Tells git to ignore what nobody else is to see of a plan that is about to be made, before there is
 * any of it: rates, so that none is published by a slip, and what a write that was killed leaves
 * behind. What a file that is there already says stays.
 */
export async function ignoreUnshared(files: Pick<ProjectFiles, 'read' | 'write'>): Promise<void> {
  const { path, lines } = ignoreFile;
  const bytes = await files.read(path);
  const present = bytes ? decodeUtf8(bytes).split(/\r?\n/) : [];
  const added = lines.filter(line => !present.some(each => each.trim() === line));
  if (added.length > 0) await files.write(path, mendGitignore(bytes, added), bytes);
}
