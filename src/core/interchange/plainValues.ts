import type { PlainValue } from '../model/change.ts';
import type { Anchor } from '../model/anchor.ts';
import { formatDuration, type Duration, formatEstimate, type Estimate } from '../model/duration.ts';
import { formatPlanDate, type PlanDate } from '../model/instant.ts';
import { formatMoney, type Money } from '../model/money.ts';

/** Fields as they stand in a file: those without a value are not there. */
export type PlainFields = Readonly<Record<string, PlainValue>>;

/** Leaves out what is missing and what is an empty list, as a written file does. */
export function withoutGaps(fields: Readonly<Record<string, PlainValue | undefined>>): PlainFields {
  const kept: Record<string, PlainValue> = {};
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    kept[key] = value;
  }
  return kept;
}

/** The same, and nothing at all when no field is left. */
export function unlessEmpty(
  fields: Readonly<Record<string, PlainValue | undefined>>,
): PlainFields | undefined {
  const kept = withoutGaps(fields);
  return Object.keys(kept).length === 0 ? undefined : kept;
}

export function plainDate(date: PlanDate | undefined): string | undefined {
  return date && formatPlanDate(date);
}

export function plainDuration(duration: Duration | undefined): string | undefined {
  return duration && formatDuration(duration);
}

export function plainEstimate(estimate: Estimate | undefined): string | undefined {
  return estimate && formatEstimate(estimate);
}

export function plainMoney(money: Money | undefined): string | undefined {
  return money && formatMoney(money);
}

/** `40%` for 0.4, with two decimals at most. */
export function plainShare(share: number | undefined): string | undefined {
  return share === undefined ? undefined : `${Number((share * 100).toFixed(2))}%`;
}

/** `src/a.ts`, `src/a.ts:12-30`, or a map when more is known of the place. */
export function plainAnchor(anchor: Anchor): PlainValue {
  const { path, line, endLine, symbol, quote, before, after, prints, commit } = anchor;
  const more = withoutGaps({ symbol, quote, before, after, prints, commit });
  if (Object.keys(more).length > 0) return withoutGaps({ path, symbol, line, endLine, ...more });
  if (line === undefined) return path;
  return endLine === undefined ? `${path}:${line}` : `${path}:${line}-${endLine}`;
}
