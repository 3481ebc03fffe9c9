import { assertNever } from '../base/assertNever.ts';
import {
  durationMinutes,
  parseDuration,
  type Duration,
  type DurationScale,
} from '../model/duration.ts';
import { dayOf, parsePlanDate, type Instant } from '../model/instant.ts';

/** What can be compared, as in `float<2d`. */
export const queryMeasures = [
  'start',
  'finish',
  'due',
  'review',
  'length',
  'float',
  'progress',
] as const;
export type QueryMeasure = (typeof queryMeasures)[number];

export const queryComparisons = ['<=', '>=', '<', '>', '='] as const;
export type QueryComparison = (typeof queryComparisons)[number];

/** What a measure is compared with. */
export type QueryAmount =
  /** Counted from 1970-01-01. */
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'fromToday'; readonly days: number }
  | { readonly kind: 'duration'; readonly duration: Duration }
  /** 0 to 1. */
  | { readonly kind: 'share'; readonly share: number };

/** What the amounts of a query are measured by. */
export interface QueryScale {
  /** Now, on the plan's zone-less line. */
  readonly today: Instant;
  readonly durationScale: DurationScale;
}

const todayPattern = /^today(?:([+-]\d+)([dw]))?$/i;
const percentPattern = /^(\d+(?:\.\d+)?)%?$/;

/** What a measure can be compared with; otherwise what is wrong with the text. */
export function readMeasure(measure: QueryMeasure, text: string): QueryAmount | string {
  switch (measure) {
    case 'start':
    case 'finish':
    case 'due':
    case 'review':
      return readDay(text) ?? 'write a date as 2026-03-31, today, today+3d or today-2w';
    case 'length':
    case 'float':
      return readDuration(text) ?? 'write a duration of working time as 2d, 4h or 0';
    case 'progress':
      return readShare(text) ?? 'write a percentage as 50%';
    default:
      return assertNever(measure);
  }
}

function readDay(text: string): QueryAmount | undefined {
  const relative = todayPattern.exec(text);
  if (relative) {
    const count = Number(relative[1] ?? 0);
    return { kind: 'fromToday', days: relative[2]?.toLowerCase() === 'w' ? count * 7 : count };
  }
  const date = parsePlanDate(text);
  return date && { kind: 'day', day: dayOf(date.at) };
}

function readDuration(text: string): QueryAmount | undefined {
  const duration = parseDuration(text === '0' ? '0d' : text);
  return duration && !duration.isElapsed ? { kind: 'duration', duration } : undefined;
}

function readShare(text: string): QueryAmount | undefined {
  const match = percentPattern.exec(text);
  return match ? { kind: 'share', share: Number(match[1]) / 100 } : undefined;
}

/** The amount in the units that facts are told in: days since 1970, working minutes, or a share. */
export function amountOf(amount: QueryAmount, { today, durationScale }: QueryScale): number {
  switch (amount.kind) {
    case 'day':
      return amount.day;
    case 'fromToday':
      return dayOf(today) + amount.days;
    case 'duration':
      return durationMinutes(amount.duration, durationScale);
    case 'share':
      return amount.share;
    default:
      return assertNever(amount);
  }
}

export function compares(value: number, comparison: QueryComparison, amount: number): boolean {
  switch (comparison) {
    case '<':
      return value < amount;
    case '<=':
      return value <= amount;
    case '>':
      return value > amount;
    case '>=':
      return value >= amount;
    case '=':
      return value === amount;
    default:
      return assertNever(comparison);
  }
}
