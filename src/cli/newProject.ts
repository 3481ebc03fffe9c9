import { encodeUtf8 } from '../core/base/utf8.ts';
import type { Instant } from '../core/model/instant.ts';
import { newProjectText } from '../core/store/newProjectText.ts';
import { ignoreFile, projectPath } from '../core/store/planPath.ts';
import type { ProjectFiles } from '../core/store/projectFiles.ts';

/**
 * Makes the project file; false, and nothing is written, when there is one. Git is told to ignore
 * rates before there are any, so that none is published by a slip.
 */
export async function writeNewProject(
  files: ProjectFiles,
  { name, today }: { readonly name: string; readonly today: Instant },
): Promise<boolean> {
  const isMade = await files.write(projectPath, encodeUtf8(newProjectText(name, today)), undefined);
  if (isMade) await files.write(ignoreFile.path, encodeUtf8(ignoreFile.text), undefined);
  return isMade;
}
