import { minutesPerDay, type Instant, type PlanDate } from '../model/instant.ts';
import type { Rates } from '../model/moneyRules.ts';
import type { Plan } from '../model/plan.ts';
import { computeMoney } from '../money/computeMoney.ts';
import { computeLoad } from '../people/computeLoad.ts';
import { computeSchedule } from '../schedule/computeSchedule.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { computeReport } from './computeReport.ts';
import type { Audience, Report } from './report.ts';
import { chooseReportDay } from './reportDay.ts';

export interface ReportWish {
  readonly audience: Audience;
  /** The day that a person asked for. */
  readonly asked?: PlanDate | undefined;
  /** Seconds since 1970; undefined where no commit has the plan as it is. */
  readonly committedAt: number | undefined;
  readonly today: Instant;
  /** The schedule as of today, where it is known. */
  readonly known?: (() => Schedule) | undefined;
}

/** What is read of a plan once for its report, however many are made of it with other rates. */
export function prepareReport(
  plan: Plan,
  { audience, known, ...days }: ReportWish,
): (rates: Rates) => Report {
  const { start, finish, statusDate } = plan.project;
  const day = chooseReportDay({ ...days, statusDate });
  const today = day.at - minutesPerDay;
  // Only where a plan says nothing of its beginning, its dates may hang on the day.
  const isSame = today === days.today || start !== undefined || finish !== undefined;
  const schedule = known && isSame ? known() : computeSchedule(plan, { today });
  const load = computeLoad(plan, schedule);
  return rates => {
    const money = computeMoney(plan, schedule, { rates, at: day.at });
    return computeReport({ plan, schedule, audience, ...day, money, load });
  };
}
