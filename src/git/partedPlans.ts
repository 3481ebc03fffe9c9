import path from 'node:path';
import { kindOfId } from '../core/model/ids.ts';
import { maxFileBytes } from '../core/model/fileSize.ts';
import type { PartedPlan } from '../core/store/partedPlan.ts';
import { readBlobTexts } from './blobTexts.ts';
import type { RunGit } from './gitProcess.ts';
import { findPresentSides } from './otherSide.ts';
import { findMergeBase, listBlobs, pathInside, type PlanFolderPlace } from './planVersion.ts';

/** Blobs by path in the plan folder. */
type Blobs = ReadonlyMap<string, string>;

/** Where the sides of a merge parted, the side that took items out, and the one that kept them. */
interface Parting {
  readonly base: Blobs;
  readonly removing: Blobs;
  readonly keeping: Blobs;
}

/**
 * What one side of the merge that is under way, or that the present commit is, took out of the plan
 * and the other one kept. None where git does not know.
 */
export async function readPartedPlans(
  git: RunGit,
  place: PlanFolderPlace,
): Promise<readonly PartedPlan[]> {
  const inside = pathInside(place);
  if (inside === undefined) return [];
  try {
    const sides = await findPresentSides(git);
    const parted = sides && (await findMergeBase(git, sides.ours, sides.theirs));
    if (!sides || parted === undefined) return [];
    const base = await listBlobs(git, parted, inside);
    const ours = await listBlobs(git, sides.ours, inside);
    const theirs = await listBlobs(git, sides.theirs, inside);
    const found = [
      await readParted(git, { base, removing: ours, keeping: theirs }),
      await readParted(git, { base, removing: theirs, keeping: ours }),
    ];
    return found.filter(({ kept }) => kept.length > 0);
  } catch {
    // A partial clone has not all files, and none is fetched; or git took too long.
    return [];
  }
}

async function readParted(git: RunGit, parting: Parting): Promise<PartedPlan> {
  const { base, removing, keeping } = parting;
  const kept = [...base.keys()]
    .filter(file => !removing.has(file) && keeping.has(file))
    .map(file => path.posix.basename(file, '.yaml'))
    .filter(id => kindOfId(id));
  const written = [...base.keys()].filter(
    file => removing.has(file) && removing.get(file) !== base.get(file),
  );
  const files = kept.length === 0 ? [] : written;
  const asked = files.flatMap(file => [base, removing, keeping].flatMap(of => of.get(file) ?? []));
  const texts = await readBlobTexts(git, [...new Set(asked)], maxFileBytes);
  const textsOf = (blobs: Blobs): ReadonlyMap<string, string> =>
    new Map(
      files.flatMap((file): readonly [string, string][] => {
        const text = texts.get(blobs.get(file) ?? '');
        return text === undefined ? [] : [[file, text]];
      }),
    );
  return { kept, base: textsOf(base), removing: textsOf(removing), keeping: textsOf(keeping) };
}
