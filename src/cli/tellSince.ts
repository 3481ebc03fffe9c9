import { ok, type Result } from '../core/base/result.ts';
import { compareVersions } from '../core/comparison/compareVersions.ts';
import { tellComparison } from '../core/comparison/tellComparison.ts';
import { noRates, type Rates } from '../core/model/moneyRules.ts';
import type { Instant } from '../core/model/instant.ts';
import type { PlanStep } from '../core/model/planPast.ts';
import type { Report } from '../core/report/report.ts';
import { tellSinceVersion } from '../core/report/sinceVersion.ts';
import type { GitRepository } from '../git/gitRepository.ts';
import type { CliContext, CliFailure } from './cliCommand.ts';
import { readVersions } from './comparedVersions.ts';
import { todayOf } from './openPlan.ts';
import { placeOf } from './planPlace.ts';

/** What changed in the plan since a revision, in sentences; both as they are on a day. */
export async function tellSince(
  revision: string,
  options: { readonly today: Instant; readonly rates: Rates },
  ctx: CliContext,
): Promise<Result<readonly string[], CliFailure>> {
  const read = await readVersions([revision], ctx);
  if (!read.ok) return read;
  const comparison = compareVersions(read.value, options);
  return ok(tellComparison(comparison).sentences);
}

/** What changed since a revision of what a customer sees. */
export async function tellCustomerSince(
  revision: string,
  report: Report,
  ctx: CliContext,
): Promise<Result<readonly string[], CliFailure>> {
  const read = await readVersions([revision], ctx);
  if (!read.ok) return read;
  const { before, after } = read.value;
  const since = Math.floor((before.committed?.committedAt ?? 0) / 60);
  return ok(tellSinceVersion(report, before.snapshot.plan, { after: after.snapshot.plan, since }));
}

/** The plan is looked for in so many of its last commits. */
const mostCommits = 200;

/**
 * What changed in the plan since a moment, with the commits that changed it: it is held against the
 * newest that touched the plan before. Undefined where there is none.
 */
export async function tellPlanSince(
  repository: GitRepository,
  from: Instant,
  ctx: CliContext,
): Promise<
  { readonly sentences: readonly string[]; readonly steps: readonly PlanStep[] } | undefined
> {
  const place = placeOf(ctx);
  if (!place.ok) return undefined;
  const { folder } = place.value;
  const { steps } = await repository.planPast(folder, mostCommits);
  const last = steps.findLastIndex(({ committedAt }) => committedAt / 60 < from);
  const since = steps[last]?.commit;
  const options = { today: todayOf(ctx), rates: noRates };
  const told = since === undefined ? undefined : await tellSince(since, options, ctx);
  if (told?.ok !== true) return undefined;
  return { sentences: told.value, steps: steps.slice(last + 1) };
}
