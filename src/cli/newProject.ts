import { encodeUtf8 } from '../core/base/utf8.ts';
import type { Instant } from '../core/model/instant.ts';
import { newProjectText } from '../core/store/newProjectText.ts';
import { projectPath } from '../core/store/planPath.ts';
import type { ProjectFiles } from '../core/store/projectFiles.ts';

/** Makes the project file; false, and nothing is written, when there is one. */
export function writeNewProject(
  files: ProjectFiles,
  { name, today }: { readonly name: string; readonly today: Instant },
): Promise<boolean> {
  return files.write(projectPath, encodeUtf8(newProjectText(name, today)), undefined);
}
