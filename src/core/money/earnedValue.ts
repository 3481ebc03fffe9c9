import type { Calendar } from '../calendar/calendar.ts';
import type { BaselineItem } from '../model/baseline.ts';
import type { Instant } from '../model/instant.ts';
import type { Booking } from '../model/moneyRules.ts';
import { indexOf, shareOf } from './amounts.ts';
import { countedAs, isCountedAsPlanned, pairBookings } from './pairBookings.ts';
import { earnedOf, type CostLine } from './planCosts.ts';

/**
 * The figures of earned value management (ANSI/EIA-748), in hundredths of one currency; indices are
 * ten-thousandths, undefined where they would be divided by nothing.
 */
export interface EarnedValue {
  /** What all of the work is planned to cost. */
  readonly budgetAtCompletion: number;
  readonly plannedValue: number;
  readonly earnedValue: number;
  readonly actualCost: number;
  readonly costVariance: number;
  readonly scheduleVariance: number;
  readonly costIndex: number | undefined;
  readonly scheduleIndex: number | undefined;
  readonly estimateAtCompletion: number | undefined;
  readonly varianceAtCompletion: number | undefined;
  readonly toCompleteIndex: number | undefined;
  /** When as much was planned to be done as is done (earned schedule, Lipke, 2003). */
  readonly earnedAt: Instant;
  /** Working minutes from the start to {@link earnedAt}, and to the day of the figures. */
  readonly earnedMinutes: number;
  readonly actualMinutes: number;
  /** The index of time: the one over the other. */
  readonly timeIndex: number | undefined;
  /** Tasks with progress whose hours nobody told: what they earned counts as what they cost. */
  readonly withoutHours: readonly string[];
  /** Costs that count as planned, because nothing was booked for them, or less: ids of tasks, and titles. */
  readonly withoutBooking: readonly string[];
}

/** How each figure is made, in the words of its parts. */
export const formulas: Readonly<Record<string, string>> = {
  BAC: 'all that the plan costs, as agreed in the baseline where it keeps costs',
  PV: 'what was to be spent by the day of the figures: each cost spread evenly from start to finish, of the baseline where there is one',
  EV: 'the sum of cost × share done',
  AC: 'hours spent × rate, and what was booked; where no hours are told or less is booked, what was earned',
  CV: 'EV − AC',
  SV: 'EV − PV',
  CPI: 'EV ÷ AC',
  SPI: 'EV ÷ PV',
  EAC: 'BAC ÷ CPI',
  VAC: 'BAC − EAC',
  TCPI: '(BAC − EV) ÷ (BAC − AC)',
  ES: 'the day by which PV was to be as much as EV is',
  'SPI(t)': 'working time to ES ÷ working time to the day of the figures',
};

export interface EarnedValueInput {
  /** All of one currency. */
  readonly lines: readonly CostLine[];
  /** What was paid up to the day of the figures beside hours, in that currency. */
  readonly booked: readonly Booking[];
  readonly at: Instant;
  readonly start: Instant;
  readonly calendar: Calendar;
  /** Where the tasks stood when it was agreed; undefined for where they stand now. */
  readonly baseline: ReadonlyMap<string, BaselineItem> | undefined;
}

export function computeEarnedValue(input: EarnedValueInput): EarnedValue {
  const { lines, at, start, calendar } = input;
  const total = sumOf(lines, line => line.hundredths);
  const planned = plannedValue(input, at);
  const earned = sumOf(lines, line => earnedOf(line, at));
  const actual = actualCost(input);
  const costIndex = indexOf(earned, actual);
  const estimate = earned === 0 ? undefined : expectedAtCompletion(input);
  const earnedAt = findEarnedAt(input, earned);
  const earnedMinutes = Math.max(0, calendar.workBetween(start, earnedAt));
  const actualMinutes = Math.max(0, calendar.workBetween(start, at));
  return {
    budgetAtCompletion: total,
    plannedValue: planned,
    earnedValue: earned,
    actualCost: actual,
    costVariance: earned - actual,
    scheduleVariance: earned - planned,
    costIndex,
    scheduleIndex: indexOf(earned, planned),
    estimateAtCompletion: estimate,
    varianceAtCompletion: estimate === undefined ? undefined : total - estimate,
    toCompleteIndex: indexOf(total - earned, total - actual),
    earnedAt,
    earnedMinutes,
    actualMinutes,
    timeIndex: indexOf(earnedMinutes, actualMinutes),
    withoutHours: [
      ...new Set(
        lines.flatMap(({ kind, task, earned: share = 0, spent }) =>
          kind === 'people' && task !== undefined && share > 0 && spent === undefined ? [task] : [],
        ),
      ),
    ],
    withoutBooking: findWithoutBooking(input),
  };
}

function findWithoutBooking({ lines, booked, at }: EarnedValueInput): readonly string[] {
  const pairs = pairBookings(lines, booked).filter(pair => isCountedAsPlanned(pair, at));
  const planned = new Set(pairs.flatMap(pair => pair.lines));
  const found = lines.filter(line => planned.has(line) && earnedOf(line, at) > 0);
  return [...new Set(found.map(({ task, title }) => task ?? title))];
}

/** EAC, or the budget at completion where nothing was earned yet. */
export function expectedAtCompletion(
  input: Pick<EarnedValueInput, 'lines' | 'booked' | 'at'>,
): number {
  const total = sumOf(input.lines, line => line.hundredths);
  const earned = sumOf(input.lines, line => earnedOf(line, input.at));
  return earned === 0 ? total : shareOf(total, actualCost(input), earned);
}

/** An amount that comes evenly over the work between two moments; all at once where both are one. */
export interface SpreadAmount {
  readonly from: Instant;
  readonly to: Instant;
  readonly hundredths: number;
}

/** How much of an amount has come by a moment. */
export function spreadBy(
  { from, to, hundredths }: SpreadAmount,
  at: Instant,
  calendar: Calendar,
): number {
  if (at >= to) return hundredths;
  if (at <= from) return 0;
  const length = calendar.workBetween(from, to);
  // What runs in hours of its own alone is spread over the clock.
  if (length <= 0) return shareOf(hundredths, at - from, to - from);
  return shareOf(hundredths, calendar.workBetween(from, at), length);
}

/** Each cost over its time, of the baseline where there is one. */
export function plannedStretches({ lines, baseline }: EarnedValueInput): readonly SpreadAmount[] {
  return lines.map(({ task, from, to, hundredths }) => {
    const agreed = task === undefined ? undefined : baseline?.get(task);
    return agreed
      ? { from: agreed.start, to: agreed.finish, hundredths }
      : { from, to, hundredths };
  });
}

/** What was planned to be spent by a moment. */
export function plannedValue(input: EarnedValueInput, at: Instant): number {
  return plannedStretches(input).reduce((sum, each) => sum + spreadBy(each, at, input.calendar), 0);
}

function actualCost({
  lines,
  booked,
  at,
}: Pick<EarnedValueInput, 'lines' | 'booked' | 'at'>): number {
  const people = lines.filter(({ kind }) => kind === 'people');
  const hours = sumOf(people, line => line.spent ?? earnedOf(line, at));
  return pairBookings(lines, booked).reduce((sum, pair) => sum + countedAs(pair, at), hours);
}

/**
 * Where nothing is planned for a while, the plan is as far as the work for all of that time: then it is
 * the day of the figures, or the end of that time next to it. What is all done was to be done at its end.
 */
function findEarnedAt(input: EarnedValueInput, earned: number): Instant {
  const first = firstAt(input, planned => planned >= earned);
  if (earned >= sumOf(input.lines, line => line.hundredths)) return first;
  const last = firstAt(input, planned => planned > earned) - 1;
  return Math.max(first, Math.min(last, input.at));
}

/**
 * The first moment at which as much is planned, which the last one has. By halving, to the minute; what
 * has come before the part that is left is added up once.
 */
function firstAt(input: EarnedValueInput, isEnough: (planned: number) => boolean): Instant {
  let amounts = plannedStretches(input);
  let low = input.start;
  let high = amounts.reduce((latest, { to }) => Math.max(latest, to), low);
  let come = 0;
  const plannedBy = (at: Instant): number =>
    amounts.reduce((sum, each) => sum + spreadBy(each, at, input.calendar), come);
  if (isEnough(plannedBy(low))) return low;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(plannedBy(middle))) high = middle;
    else low = middle;
    const left: SpreadAmount[] = [];
    for (const each of amounts) {
      if (each.to <= low) come += each.hundredths;
      else if (each.from < high) left.push(each);
    }
    amounts = left;
  }
  return high;
}

function sumOf(lines: readonly CostLine[], of: (line: CostLine) => number): number {
  return lines.reduce((sum, line) => sum + of(line), 0);
}
