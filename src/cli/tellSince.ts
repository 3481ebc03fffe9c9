import { ok, type Result } from '../core/base/result.ts';
import { compareVersions } from '../core/comparison/compareVersions.ts';
import { tellComparison } from '../core/comparison/tellComparison.ts';
import { noRates } from '../core/model/moneyRules.ts';
import type { Instant } from '../core/model/instant.ts';
import type { GitRepository } from '../git/gitRepository.ts';
import type { CliContext, CliFailure } from './cliCommand.ts';
import { readVersions } from './comparedVersions.ts';
import { todayOf } from './openPlan.ts';
import { placeOf } from './planPlace.ts';

/** What changed in the plan since a revision, in sentences; both as they are on a day. */
export async function tellSince(
  revision: string,
  today: Instant,
  ctx: CliContext,
): Promise<Result<readonly string[], CliFailure>> {
  const read = await readVersions([revision], ctx);
  if (!read.ok) return read;
  const options = { today, rates: noRates };
  const comparison = compareVersions(read.value, options);
  return ok(tellComparison(comparison).sentences);
}

/** The plan is looked for in so many of its last commits. */
const mostCommits = 200;

/**
 * What changed in the plan since a moment, with the commit that it is held against: the newest that
 * touched the plan before it. Undefined where there is none.
 */
export async function tellPlanSince(
  repository: GitRepository,
  from: Instant,
  ctx: CliContext,
): Promise<{ readonly sentences: readonly string[]; readonly since: string } | undefined> {
  const place = placeOf(ctx);
  if (!place.ok) return undefined;
  const { folder } = place.value;
  const { steps } = await repository.planPast(folder, mostCommits);
  const since = steps.findLast(({ committedAt }) => committedAt / 60 < from)?.commit;
  const told = since === undefined ? undefined : await tellSince(since, todayOf(ctx), ctx);
  return since !== undefined && told?.ok === true ? { sentences: told.value, since } : undefined;
}
