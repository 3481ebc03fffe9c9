import { ok, type Result } from '../core/base/result.ts';
import { minutesPerDay, parsePlanDate, type Instant } from '../core/model/instant.ts';
import { noRates, type Rates } from '../core/model/moneyRules.ts';
import { computeMoney } from '../core/money/computeMoney.ts';
import { computeLoad } from '../core/people/computeLoad.ts';
import { computeReport } from '../core/report/computeReport.ts';
import type { Audience, Report } from '../core/report/report.ts';
import { computeSchedule } from '../core/schedule/computeSchedule.ts';
import { misused, type CliContext, type CliFailure } from './cliCommand.ts';
import { openRepository } from './gitAccess.ts';
import { todayOf, type ReadPlan } from './openPlan.ts';
import { readRates } from './readRates.ts';

/** A report as it is told here, and as it is kept where others can read it. */
export interface MadeReports {
  readonly report: Report;
  /** Without private rates. */
  readonly shared: () => Report;
}

/**
 * The report of a plan. It tells of the day asked for, else of the status date, else of the day of
 * the last commit, so that the same commit gives the same bytes; without a commit, of today.
 */
export async function makeReports(
  read: ReadPlan,
  { audience, on }: { readonly audience: Audience; readonly on: string | undefined },
  ctx: CliContext,
): Promise<Result<MadeReports, CliFailure>> {
  const { plan } = read.snapshot;
  const given = on === undefined ? plan.project.statusDate : parsePlanDate(on);
  if (on !== undefined && !given) return misused(`"${on}" is no date; write --on 2026-03-01`);
  const day = given?.at ?? (await committedDay(read.folder, ctx)) ?? todayOf(ctx);
  const at = day - (((day % minutesPerDay) + minutesPerDay) % minutesPerDay) + minutesPerDay;
  const schedule = computeSchedule(plan, { today: at - minutesPerDay });
  const { rates } = await readRates(read, ctx);
  const load = computeLoad(plan, schedule);
  const reportWith = (known: Rates): Report => {
    const money = computeMoney(plan, schedule, { rates: known, at });
    return computeReport({ plan, schedule, audience, at, money, load });
  };
  return ok({ report: reportWith(rates), shared: () => reportWith(noRates) });
}

/** In the time of Greenwich, which is the same for everybody. */
async function committedDay(folder: string, ctx: CliContext): Promise<Instant | undefined> {
  const repository = await openRepository(ctx);
  const committed = await repository?.planVersions(folder).at('HEAD');
  return committed && Math.floor(committed.committedAt / 60);
}
