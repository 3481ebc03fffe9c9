import { ok, type Result } from '../core/base/result.ts';
import { parsePlanDate } from '../core/model/instant.ts';
import { noRates, type Rates } from '../core/model/moneyRules.ts';
import { prepareReport } from '../core/report/prepareReport.ts';
import { judgesMoney, type Audience, type Report } from '../core/report/report.ts';
import { misused, type CliContext, type CliFailure } from './cliCommand.ts';
import { openRepository } from './gitAccess.ts';
import { todayOf, type ReadPlan } from './openPlan.ts';
import { readRates } from './readRates.ts';

export interface CountedRates {
  readonly rates: Rates;
  readonly isPrivate: boolean;
}

/** A report as it is told here, and as it is kept where others can read it. */
export interface MadeReports {
  readonly report: Report;
  /** Without private rates. */
  readonly shared: () => Report;
  /** The rates by which what has changed is counted, and whether the page has others than a frozen one. */
  readonly countedFor: (isFrozen: boolean) => CountedRates;
}

/** The report of a plan, of the day that was asked for or of the one that every face chooses. */
export async function makeReports(
  read: ReadPlan,
  { audience, on }: { readonly audience: Audience; readonly on: string | undefined },
  ctx: CliContext,
): Promise<Result<MadeReports, CliFailure>> {
  const { plan } = read.snapshot;
  const asked = on === undefined ? undefined : parsePlanDate(on);
  if (on !== undefined && !asked) return misused(`"${on}" is no date; write --on 2026-03-01`);
  const isGiven = asked !== undefined || plan.project.statusDate !== undefined;
  const committedAt = isGiven ? undefined : await findCommittedAt(read.folder, ctx);
  const { rates } = await readRates(read, ctx);
  const reportWith = prepareReport(plan, { audience, asked, committedAt, today: todayOf(ctx) });
  const report = reportWith(rates);
  const countedFor = (isFrozen: boolean): CountedRates => ({
    rates: isFrozen ? noRates : rates,
    isPrivate: !isFrozen && rates !== noRates && judgesMoney(report),
  });
  return ok({ report, shared: () => reportWith(noRates), countedFor });
}

async function findCommittedAt(folder: string, ctx: CliContext): Promise<number | undefined> {
  const repository = await openRepository(ctx);
  return repository?.planVersions(folder).committedAt();
}
