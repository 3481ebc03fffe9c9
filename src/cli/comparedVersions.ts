import { ok, type Result } from '../core/base/result.ts';
import { createProblem } from '../core/model/problem.ts';
import { snapshotOfTexts } from '../core/store/snapshotOfTexts.ts';
import type { Snapshot } from '../core/store/snapshot.ts';
import type { CommittedPlan } from '../git/planVersion.ts';
import { cannotRun, misused, type CliContext, type CliFailure } from './cliCommand.ts';
import { openRepository } from './gitAccess.ts';
import { readPlan } from './openPlan.ts';
import { placeOf } from './planPlace.ts';

/** One side of a comparison. */
export interface NamedVersion {
  /** `main`, `HEAD~3`; undefined for the files as they are. */
  readonly revision: string | undefined;
  /** Undefined for the files as they are. */
  readonly committed: CommittedPlan | undefined;
  readonly snapshot: Snapshot;
}

export interface ComparedVersions {
  readonly before: NamedVersion;
  readonly after: NamedVersion;
  readonly folder: string;
}

/** What a call names: a revision or two, `A..B`, or `A...B` from where both parted. */
interface Range {
  readonly before: string;
  readonly after: string | undefined;
  readonly isFromBase: boolean;
}

/** The two versions of the plan that the words of a call name. */
export async function readVersions(
  words: readonly string[],
  ctx: CliContext,
): Promise<Result<ComparedVersions, CliFailure>> {
  const range = readRange(words);
  if (!range) return misused('gantry diff takes two revisions at most, such as main or HEAD~3');
  const place = placeOf(ctx);
  if (!place.ok) return place;
  const { folder } = place.value;
  const repository = await openRepository(ctx);
  if (!repository) {
    const message = `${ctx.workspace} lies in no git repository, so there is no earlier version to compare with`;
    return cannotRun(createProblem('command-refused', message), folder);
  }
  const noCommit = (revision: string): Result<never, CliFailure> => {
    const message = `${revision} is no commit here; name a branch, a tag or a commit, and fetch it first if it is elsewhere`;
    return cannotRun(createProblem('command-refused', message), folder);
  };
  const versionAt = async (revision: string): Promise<NamedVersion | undefined> => {
    const committed = await repository.committedPlan(folder, revision);
    if (!committed) return undefined;
    return { revision, committed, snapshot: snapshotOfTexts(committed.texts) };
  };
  const from = range.isFromBase
    ? await repository.mergeBase(range.before, range.after ?? 'HEAD')
    : range.before;
  const before = from === undefined ? undefined : await versionAt(from);
  if (!before) return noCommit(range.before);
  if (range.after !== undefined) {
    const after = await versionAt(range.after);
    return after ? ok({ before, after, folder }) : noCommit(range.after);
  }
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const after = { revision: undefined, committed: undefined, snapshot: read.value.snapshot };
  return ok({ before, after, folder });
}

function readRange(words: readonly string[]): Range | undefined {
  const [first = 'HEAD', second, ...others] = words;
  if (others.length > 0) return undefined;
  const [, before = '', dots, after = ''] = /^(.*?)(\.{2,3})(.*)$/.exec(first) ?? [];
  if (dots === undefined || second !== undefined) {
    return { before: first, after: second, isFromBase: false };
  }
  return { before: before || 'HEAD', after: after || 'HEAD', isFromBase: dots === '...' };
}
