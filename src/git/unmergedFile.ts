import { maxFileBytes } from '../core/model/fileSize.ts';
import { readBlobTexts } from './blobTexts.ts';
import type { RunGit } from './gitProcess.ts';
import { isObjectName } from './objectName.ts';
import { pathInside, type PlanFolderPlace } from './planVersion.ts';

/** What git knows of the version that both sides of a merge began with. */
export interface AncestorText {
  /** Undefined where each side made the file by itself. */
  readonly text: string | undefined;
}

/**
 * The version that both sides of a merge began with, of a file that git could not merge.
 *
 * @param file relative to the plan folder
 * @returns undefined where git does not know: the file is merged already, or no merge is under way
 */
export async function findAncestor(
  git: RunGit,
  place: PlanFolderPlace,
  file: string,
): Promise<AncestorText | undefined> {
  const inside = pathInside(place);
  if (inside === undefined) return undefined;
  try {
    const args = ['ls-files', '--unmerged', '-z', '--full-name'];
    const answer = await git([...args, '--', `:(top,literal)${inside}/${file}`]);
    const stages = new Map(answer.split('\0').flatMap(readStage));
    if (!stages.has('2') || !stages.has('3')) return undefined;
    const blob = stages.get('1');
    if (blob === undefined) return { text: undefined };
    const text = (await readBlobTexts(git, [blob], maxFileBytes)).get(blob);
    return text === undefined ? undefined : { text };
  } catch {
    // A partial clone has not all files, and none is fetched; or git took too long.
    return undefined;
  }
}

function readStage(entry: string): readonly (readonly [string, string])[] {
  const [, blob = '', stage = ''] = /^100\d{3} ([0-9a-f]+) ([123])\t/.exec(entry) ?? [];
  return isObjectName(blob) ? [[stage, blob]] : [];
}
