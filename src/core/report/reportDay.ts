import { minutesPerDay, type Instant, type PlanDate } from '../model/instant.ts';
import { figuresDay } from '../money/figuresDay.ts';
import type { DayBasis, Report } from './report.ts';

/** The end of the day that a report tells of, and why it is that one. */
export interface ReportDay {
  readonly at: Instant;
  readonly basis: DayBasis;
}

/**
 * One rule for every face: the day that was asked for; else the status date; else the day of the last
 * commit, where that has the plan as it is, so that the same commit gives the same bytes; else today.
 */
export function chooseReportDay({
  asked,
  statusDate,
  committedAt,
  today,
}: {
  readonly asked?: PlanDate | undefined;
  readonly statusDate: PlanDate | undefined;
  /** Seconds since 1970; undefined where no commit has the plan as it is. */
  readonly committedAt: number | undefined;
  readonly today: Instant;
}): ReportDay {
  if (asked) return { at: figuresDay(asked, today), basis: 'asked' };
  if (statusDate) return { at: figuresDay(statusDate, today), basis: 'status' };
  if (committedAt === undefined) return { at: today + minutesPerDay, basis: 'made' };
  // In the time of Greenwich, which is the same for everybody.
  const days = Math.floor(committedAt / 60 / minutesPerDay);
  return { at: (days + 1) * minutesPerDay, basis: 'commit' };
}

const basisWords: Readonly<Record<DayBasis, string>> = {
  asked: 'the day that was asked for',
  status: 'the day up to which progress is told',
  commit: 'the day of the last recorded change',
  made: 'the day on which this page was made',
};

const audienceWords: Readonly<Record<Report['audience'], string>> = {
  team: 'the team',
  management: 'management',
  customer: 'the customer',
  steering: 'the steering group',
};

/** `Status on 2026-03-06, the day of the last recorded change, for the team` */
export function tellReportDay({
  on,
  basis,
  audience,
}: Pick<Report, 'on' | 'basis' | 'audience'>): string {
  return `Status on ${on}, ${basisWords[basis]}, for ${audienceWords[audience]}`;
}
