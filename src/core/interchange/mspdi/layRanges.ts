import type { CalendarException } from '../../model/project.ts';
import { isSameShifts } from '../plainCalendar.ts';

/** A range that gives way to those of a lower rank where they overlap. */
export interface RankedRange extends CalendarException {
  readonly rank: number;
}

/**
 * Resolves overlaps: the lower rank wins, and within a rank the earlier in the file. The answer is
 * in order, without overlaps, and neighbours that say the same are one.
 */
export function layRanges(ranges: readonly RankedRange[]): readonly CalendarException[] {
  const free: CalendarException[] = [];
  for (const range of [...ranges].sort((a, b) => a.rank - b.rank)) {
    free.push(...without(range, free));
  }
  return joinRanges(free.sort((a, b) => a.fromDay - b.fromDay));
}

/** Makes one of neighbours that say the same; the ranges are in order and without overlaps. */
export function joinRanges(ranges: readonly CalendarException[]): readonly CalendarException[] {
  const merged: CalendarException[] = [];
  for (const range of ranges) {
    const last = merged[merged.length - 1];
    if (last?.toDay === range.fromDay - 1 && isSame(last, range)) {
      merged[merged.length - 1] = { ...last, toDay: range.toDay };
    } else {
      const { fromDay, toDay, title, shifts } = range;
      merged.push({ fromDay, toDay, title, shifts });
    }
  }
  return merged;
}

/** What is left of `range` when the days of `taken` are cut out. */
function without(
  range: CalendarException,
  taken: readonly CalendarException[],
): readonly CalendarException[] {
  const hits = taken
    .filter(other => other.fromDay <= range.toDay && other.toDay >= range.fromDay)
    .sort((a, b) => a.fromDay - b.fromDay);
  const left: CalendarException[] = [];
  let day = range.fromDay;
  for (const hit of hits) {
    if (hit.fromDay > day) left.push({ ...range, fromDay: day, toDay: hit.fromDay - 1 });
    day = Math.max(day, hit.toDay + 1);
  }
  if (day <= range.toDay) left.push({ ...range, fromDay: day });
  return left;
}

function isSame(a: CalendarException, b: CalendarException): boolean {
  return a.title === b.title && isSameShifts(a.shifts, b.shifts);
}
