import { decodeText } from '../core/format/decodeText.ts';
import { fileIdentity } from '../core/format/fileIdentity.ts';
import { parsePlanFile } from '../core/format/parsePlanFile.ts';
import { mergeFile } from '../core/merge/mergeFile.ts';
import { mergeMarks } from '../core/merge/mergeMarks.ts';
import { createProblem, type Problem } from '../core/model/problem.ts';
import { failureProblem } from '../core/store/fileRefusal.ts';
import type { ProjectFiles } from '../core/store/projectFiles.ts';
import { sideAlone, type UnmergedFile } from '../core/store/unmergedFile.ts';

/** What became of a file that holds marks or one side alone. */
export interface Repaired {
  readonly file: string;
  readonly isWritten: boolean;
  readonly problems: readonly Problem[];
}

export async function repairFile(
  files: ProjectFiles,
  file: string,
  unmerged: UnmergedFile | undefined,
): Promise<Repaired> {
  const refuse = (message: string): Repaired => ({
    file,
    isWritten: false,
    problems: [createProblem('file-conflict', message, { file })],
  });
  try {
    const bytes = await files.read(file);
    const merged = bytes && mergeVersions(file, bytes, unmerged);
    if (!merged) {
      return refuse('The marks of the merge do not belong together; mend the file by hand');
    }
    if (!merged.ok) {
      return refuse('A side of the merge is no YAML by itself; choose between them by hand');
    }
    const text = new TextEncoder().encode(merged.value.text);
    const isWritten = await files.write(file, text, bytes);
    if (!isWritten) return refuse('The file was changed meanwhile; run gantry repair again');
    const { problems } = parsePlanFile(file, text).file;
    return { file, isWritten, problems: problems.filter(({ code }) => code === 'merge-conflict') };
  } catch (failure) {
    return { file, isWritten: false, problems: [failureProblem(failure, 'write-failed', file)] };
  }
}

/** What is in the file counts; only where that is one side alone are the versions those of git. */
function mergeVersions(
  file: string,
  bytes: Uint8Array,
  unmerged: UnmergedFile | undefined,
): ReturnType<typeof mergeMarks> {
  const decoded = decodeText(bytes);
  const identity = fileIdentity(file);
  if (decoded.kind !== 'text' || !identity) return undefined;
  const { base, ours, theirs } = unmerged ?? {};
  if (ours === undefined || theirs === undefined) return mergeMarks(identity.kind, decoded.text);
  return sideAlone({ ours, theirs }, decoded.text) === undefined
    ? mergeMarks(identity.kind, decoded.text, { text: base })
    : mergeFile(identity.kind, { base, ours, theirs });
}

/** Whether git left one side alone in the file, though both changed it. */
export function isOneSide({ ours, theirs }: UnmergedFile, present: string | undefined): boolean {
  const isBoth = ours !== undefined && theirs !== undefined && present !== undefined;
  return isBoth && sideAlone({ ours, theirs }, present) !== undefined;
}
