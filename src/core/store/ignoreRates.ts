import { decodeUtf8 } from '../base/utf8.ts';
import { mendGitignore } from './planFolder.ts';
import { ignoreFile } from './planPath.ts';
import type { ProjectFiles } from './projectFiles.ts';

/**
 * Tells git to ignore the rates of a plan that is about to be made, before there are any, so that none
 * is published by a slip. What a file that is there already says stays.
 */
export async function ignoreRates(files: Pick<ProjectFiles, 'read' | 'write'>): Promise<void> {
  const { path, line } = ignoreFile;
  const bytes = await files.read(path);
  const lines = bytes ? decodeUtf8(bytes).split(/\r?\n/) : [];
  if (lines.some(each => each.trim() === line)) return;
  await files.write(path, mendGitignore(bytes, [line]), bytes);
}
