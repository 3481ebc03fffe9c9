import { ok, type Result } from '../core/base/result.ts';
import { comparePlans } from '../core/comparison/comparePlans.ts';
import { tellComparison } from '../core/comparison/tellComparison.ts';
import { createScheduler } from '../core/schedule/scheduler.ts';
import type { CliContext, CliFailure } from './cliCommand.ts';
import { readVersions, type NamedVersion } from './comparedVersions.ts';
import { todayOf } from './openPlan.ts';

/** What changed in the plan since a revision, in sentences. */
export async function tellSince(
  revision: string,
  ctx: CliContext,
): Promise<Result<readonly string[], CliFailure>> {
  const read = await readVersions([revision], ctx);
  if (!read.ok) return read;
  const schedule = createScheduler();
  const versionOf = ({ snapshot }: NamedVersion) => ({
    snapshot,
    schedule: schedule(snapshot.plan, { today: todayOf(ctx) }),
  });
  const comparison = comparePlans(versionOf(read.value.before), versionOf(read.value.after));
  return ok(tellComparison(comparison).sentences);
}
