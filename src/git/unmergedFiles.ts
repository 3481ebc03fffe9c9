import { maxFileBytes } from '../core/model/fileSize.ts';
import type { UnmergedFile } from '../core/store/unmergedFile.ts';
import { readBlobTexts } from './blobTexts.ts';
import type { RunGit } from './gitProcess.ts';
import { isObjectName } from './objectName.ts';
import { isPlanFile, pathInside, type PlanFolderPlace } from './planVersion.ts';

/** Blobs by the number of the side that git gives them: 1 for the ancestor, then ours and theirs. */
type Stages = ReadonlyMap<string, string>;

/**
 * The files of the plan that git could not merge. One of which git does not have every version here,
 * or has one that is too large, is left out.
 */
export async function listUnmerged(
  git: RunGit,
  place: PlanFolderPlace,
): Promise<readonly UnmergedFile[]> {
  const inside = pathInside(place);
  if (inside === undefined) return [];
  try {
    const args = ['ls-files', '--unmerged', '-z', '--full-name', '--', `:(top,literal)${inside}`];
    const files = readStages(await git(args), inside);
    const blobs = new Set([...files.values()].flatMap(stages => [...stages.values()]));
    const texts = await readBlobTexts(git, [...blobs], maxFileBytes);
    return [...files].flatMap(([path, stages]) => {
      if ([...stages.values()].some(blob => !texts.has(blob))) return [];
      const text = (stage: string): string | undefined => texts.get(stages.get(stage) ?? '');
      return [{ path, base: text('1'), ours: text('2'), theirs: text('3') }];
    });
  } catch {
    // A partial clone has not all files, and none is fetched; or git took too long.
    return [];
  }
}

/** By path in the plan folder. */
function readStages(answer: string, inside: string): ReadonlyMap<string, Stages> {
  const files = new Map<string, Map<string, string>>();
  for (const entry of answer.split('\0')) {
    const [, blob = '', stage = '', name = ''] =
      /^100\d{3} ([0-9a-f]+) ([123])\t(.*)$/s.exec(entry) ?? [];
    const file = name.slice(inside.length + 1);
    if (!isObjectName(blob) || !isPlanFile(file)) continue;
    files.set(file, (files.get(file) ?? new Map<string, string>()).set(stage, blob));
  }
  return files;
}
