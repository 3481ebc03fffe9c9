import type { Calendar } from '../calendar/calendar.ts';
import { minutesPerDay, type Instant } from '../model/instant.ts';
import type { Booking } from '../model/moneyRules.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { shareOf } from './amounts.ts';
import { earnedOf, plannedValue, type EarnedValueInput } from './earnedValue.ts';
import type { CostLine } from './planCosts.ts';

/** Hundredths by a moment; what was earned and spent is undefined after the day of the figures. */
export interface CurvePoint {
  readonly at: Instant;
  readonly planned: number;
  readonly earned: number | undefined;
  readonly actual: number | undefined;
}

/** More points make no better curve. */
const mostPoints = 520;

/**
 * The S-curve: planned, earned and spent at the end of each week, and on the day of the figures. What
 * is done and spent of a task is spread evenly from its start to its finish or to that day, because
 * nobody writes down more than its dates; what was booked counts on its day.
 */
export function drawCurve(
  input: EarnedValueInput,
  { start, finish }: Schedule,
  booked: readonly Booking[],
): readonly CurvePoint[] {
  const step = 7 * minutesPerDay * Math.max(1, Math.ceil((finish - start) / 10080 / mostPoints));
  const moments = new Set<Instant>([finish]);
  for (let at = start; at < finish; at += step) moments.add(at);
  if (input.at > start) moments.add(input.at);
  return [...moments]
    .sort((a, b) => a - b)
    .map(at => {
      const isPast = at <= input.at;
      return {
        at,
        planned: plannedValue(input, at),
        earned: isPast ? earnedBy(input, at) : undefined,
        actual: isPast ? spentBy(input, booked, at) : undefined,
      };
    });
}

function earnedBy({ lines, calendar, at: day }: EarnedValueInput, at: Instant): number {
  return lines.reduce(
    (sum, line) => sum + spreadOf(line, earnedOf(line, day), { calendar, day, at }),
    0,
  );
}

function spentBy(
  { lines, calendar, at: day }: EarnedValueInput,
  booked: readonly Booking[],
  at: Instant,
): number {
  const paid = booked
    .filter(({ on }) => (on?.at ?? -Infinity) <= at)
    .reduce((sum, { amount }) => sum + amount.hundredths, 0);
  return lines.reduce((sum, line) => {
    if (line.kind !== 'people' && booked.length > 0) return sum;
    const spent = line.spent ?? earnedOf(line, day);
    return sum + spreadOf(line, spent, { calendar, day, at });
  }, paid);
}

/** How much of an amount had come by a moment, of work that went on until a day. */
function spreadOf(
  { from, to }: CostLine,
  hundredths: number,
  {
    calendar,
    day,
    at,
  }: { readonly calendar: Calendar; readonly day: Instant; readonly at: Instant },
): number {
  const end = Math.min(to, day);
  if (at >= end) return at >= from || end <= from ? hundredths : 0;
  if (at <= from) return 0;
  const length = calendar.workBetween(from, end);
  if (length <= 0) return shareOf(hundredths, at - from, end - from);
  return shareOf(hundredths, calendar.workBetween(from, at), length);
}
