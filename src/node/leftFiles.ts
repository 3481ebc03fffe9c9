import { createProblem, type Problem } from '../core/model/problem.ts';
import { trashFolder } from '../core/store/planPath.ts';
import type { ProjectFiles } from '../core/store/projectFiles.ts';
import { formatLeft, hashOf, parseLeft, type LeftFile } from './journalText.ts';

const leftNote = `${trashFolder}/.change.left`;

/** Keeps in mind which files a recovery could not put back, until somebody changes them. */
export async function leaveFiles(
  files: ProjectFiles,
  title: string,
  paths: readonly string[],
): Promise<void> {
  if (paths.length === 0) return;
  const before = await files.read(leftNote);
  const known = before ? parseLeft(before) : [];
  const added: LeftFile[] = [];
  for (const path of paths) added.push({ path, title, hash: await presentHash(files, path) });
  const others = known.filter(({ path }) => !paths.includes(path));
  await files.write(leftNote, Buffer.from(formatLeft([...others, ...added])), before);
}

/** The files that are still as they were left; who changes one has seen to it. */
export async function tellLeft(files: ProjectFiles): Promise<readonly Problem[]> {
  const bytes = await files.read(leftNote);
  if (!bytes) return [];
  const left: LeftFile[] = [];
  for (const file of parseLeft(bytes)) {
    if ((await presentHash(files, file.path)) === file.hash) left.push(file);
  }
  return left.map(({ path, title }) => {
    const message = `${path} was changed by somebody else while a change of several files was interrupted (${title}), so it was not taken back with the others; look at it and change it, or delete ${leftNote} if it is right as it is`;
    return createProblem('change-unfinished', message, { file: path });
  });
}

async function presentHash(files: ProjectFiles, path: string): Promise<string | null> {
  try {
    const bytes = await files.read(path);
    return bytes ? hashOf(bytes) : null;
  } catch {
    return null;
  }
}
