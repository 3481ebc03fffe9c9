import { ok, type Result } from '../core/base/result.ts';
import {
  readComparedRange,
  type ComparedVersion,
  type ComparedVersions,
} from '../core/comparison/comparedVersion.ts';
import { createProblem } from '../core/model/problem.ts';
import { snapshotOfTexts } from '../core/store/snapshotOfTexts.ts';
import { cannotRun, misused, type CliContext, type CliFailure } from './cliCommand.ts';
import { needRepository } from './gitAccess.ts';
import { readPlan } from './openPlan.ts';
import { placeOf, type PlanPlace } from './planPlace.ts';

/** The two versions of the plan that the words of a call name. */
export async function readVersions(
  words: readonly string[],
  ctx: CliContext,
): Promise<Result<ComparedVersions & { readonly place: PlanPlace }, CliFailure>> {
  const range = readComparedRange(words);
  if (!range) return misused('gantry diff takes two revisions at most, such as main or HEAD~3');
  const place = placeOf(ctx);
  if (!place.ok) return place;
  const { folder } = place.value;
  const found = await needRepository(ctx, folder, 'so there is no earlier version to compare with');
  if (!found.ok) return found;
  const repository = found.value;
  const noCommit = (revision: string): Result<never, CliFailure> => {
    const message = `${revision} is no commit here; name a branch, a tag or a commit, and fetch it first if it is elsewhere`;
    return cannotRun(createProblem('command-refused', message), folder);
  };
  const versions = repository.planVersions(folder);
  const versionAt = async (revision: string): Promise<ComparedVersion | undefined> => {
    const committed = await versions.at(revision);
    if (!committed) return undefined;
    return { revision, committed, snapshot: snapshotOfTexts(committed.texts) };
  };
  const from = range.isFromBase
    ? await versions.mergeBase(range.before, range.after ?? 'HEAD')
    : range.before;
  const before = from === undefined ? undefined : await versionAt(from);
  if (!before) return noCommit(range.before);
  if (range.after !== undefined) {
    const after = await versionAt(range.after);
    return after ? ok({ before, after, place: place.value }) : noCommit(range.after);
  }
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const after = { revision: undefined, committed: undefined, snapshot: read.value.snapshot };
  return ok({ before, after, place: place.value });
}
