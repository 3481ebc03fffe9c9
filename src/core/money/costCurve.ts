import type { Calendar } from '../calendar/calendar.ts';
import { minutesPerDay, type Instant } from '../model/instant.ts';
import type { Schedule } from '../schedule/schedule.ts';
import {
  plannedStretches,
  spreadBy,
  type EarnedValueInput,
  type SpreadAmount,
} from './earnedValue.ts';
import { pairBookings } from './pairBookings.ts';
import { earnedOf, type CostLine } from './planCosts.ts';

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
 * nobody writes down more than its dates; what was booked counts from its day.
 */
export function drawCurve(
  input: EarnedValueInput,
  { start, finish }: Schedule,
): readonly CurvePoint[] {
  const step = 7 * minutesPerDay * Math.max(1, Math.ceil((finish - start) / 10080 / mostPoints));
  const found = new Set<Instant>([finish]);
  for (let at = start; at < finish; at += step) found.add(at);
  if (input.at > start) found.add(input.at);
  const moments = [...found].sort((a, b) => a - b);
  const planned = sumOver(moments, plannedStretches(input), input.calendar);
  const earned = sumOver(moments, earnedStretches(input), input.calendar);
  const spent = spentBy(moments, input);
  return moments.map((at, place) => {
    const isPast = at <= input.at;
    return {
      at,
      planned: planned[place] ?? 0,
      earned: isPast ? earned[place] : undefined,
      actual: isPast ? spent[place] : undefined,
    };
  });
}

function earnedStretches({ lines, at }: EarnedValueInput): readonly SpreadAmount[] {
  return lines.map(line => pastOf(line, earnedOf(line, at), at));
}

/** What was told of hours, and of other costs what was booked or earned, whichever is more. */
function spentBy(moments: readonly Instant[], input: EarnedValueInput): readonly number[] {
  const { lines, booked, at, calendar } = input;
  const past = (some: readonly CostLine[]): readonly number[] => {
    const stretches = some.map(line => pastOf(line, line.spent ?? earnedOf(line, at), at));
    return sumOver(moments, stretches, calendar);
  };
  const sums = [...past(lines.filter(({ kind }) => kind === 'people'))];
  for (const pair of pairBookings(lines, booked)) {
    const paid = pair.booked.map(({ on, amount: { hundredths } }) => {
      const day = on?.at ?? -Infinity;
      return { from: day, to: day, hundredths };
    });
    const paidBy = sumOver(moments, paid, calendar);
    past(pair.lines).forEach((earned, place) => {
      sums[place] = (sums[place] ?? 0) + Math.max(earned, paidBy[place] ?? 0);
    });
  }
  return sums;
}

/** What came of work that went on until a day. */
function pastOf({ from, to }: CostLine, hundredths: number, day: Instant): SpreadAmount {
  return { from, to: Math.min(to, day), hundredths };
}

/** How much of all amounts had come by each of the moments, which rise. Each is looked at only while it comes. */
function sumOver(
  moments: readonly Instant[],
  amounts: readonly SpreadAmount[],
  calendar: Calendar,
): readonly number[] {
  const sums = moments.map(() => 0);
  const arrived = moments.map(() => 0);
  for (const amount of amounts) {
    const end = placeFrom(moments, amount.to);
    if (end < moments.length) arrived[end] = (arrived[end] ?? 0) + amount.hundredths;
    for (let i = placeFrom(moments, amount.from); i < end; i++)
      sums[i] = (sums[i] ?? 0) + spreadBy(amount, moments[i] ?? 0, calendar);
  }
  let sum = 0;
  return sums.map((partly, place) => (sum += arrived[place] ?? 0) + partly);
}

/** The place of the first moment that is not before another; behind the last where all are. */
function placeFrom(moments: readonly Instant[], at: Instant): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
