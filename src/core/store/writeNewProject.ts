import { encodeUtf8 } from '../base/utf8.ts';
import type { Instant } from '../model/instant.ts';
import { ignoreUnshared } from './ignoreUnshared.ts';
import { newProjectText } from './newProjectText.ts';
import { projectPath } from './planPath.ts';
import type { ProjectFiles } from './projectFiles.ts';

/** Makes the project file; false, and nothing is written, when there is one. */
export async function writeNewProject(
  files: ProjectFiles,
  { name, today }: { readonly name: string; readonly today: Instant },
): Promise<boolean> {
  if ((await files.read(projectPath)) !== undefined) return false;
  await ignoreUnshared(files);
  return files.write(projectPath, encodeUtf8(newProjectText(name, today)), undefined);
}
