import { isPlainList, isPlainMap } from '../format/plainValue.ts';
import type { PlainValue } from '../model/change.ts';

/** A value of the plan that an import puts another in the place of. */
export interface OverwrittenValue {
  /** The item, or `projectId`. */
  readonly id: string;
  /** Of the project file a dotted path. */
  readonly field: string;
  readonly before: PlainValue;
  /** Null where it is taken out. */
  readonly after: PlainValue;
}

/** Undefined where nothing was there, or where the field only tells the order. */
export function findOverwritten(
  id: string,
  field: string,
  {
    before,
    after,
  }: { readonly before: PlainValue | undefined; readonly after: PlainValue | undefined },
): OverwrittenValue | undefined {
  if (before === undefined || before === null || field === 'rank') return undefined;
  return { id, field, before, after: after ?? null };
}

/** `deadline 2026-03-14 instead of 2026-03-20` */
export function tellOverwritten({ field, before, after }: OverwrittenValue): string {
  const what = after === null ? `no ${field}` : `${field} ${shortText(after)}`;
  return `${what} instead of ${shortText(before)}`;
}

/** How much of a long value is told. */
const longestValue = 60;

function shortText(value: PlainValue): string {
  const text = plainText(value).replace(/\s+/g, ' ');
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text;
}

function plainText(value: PlainValue): string {
  if (isPlainList(value)) return value.map(plainText).join(', ');
  if (!isPlainMap(value)) return String(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key} ${plainText(inner)}`)
    .join(' ');
}
