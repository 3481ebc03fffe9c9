import type { Instant } from '../model/instant.ts';

/** Something with a date, as a report weighs it. */
export interface DatedThing {
  /** Undefined where it has no date. */
  readonly finish: Instant | undefined;
  readonly isReached: boolean;
  readonly isLate: boolean;
}

/**
 * Those that a page has room for: first what is late, then what is open, the nearest first, then what
 * was reached last. They stay in their order.
 */
export function chooseDates<Thing extends DatedThing>(
  things: readonly Thing[],
  most: number,
): readonly Thing[] {
  if (things.length <= most) return things;
  const weightOf = ({ isReached, isLate }: Thing): number => (isReached ? 2 : isLate ? 0 : 1);
  const chosen = new Set(
    [...things].sort((a, b) => weightOf(a) - weightOf(b) || nearness(a, b)).slice(0, most),
  );
  return things.filter(thing => chosen.has(thing));
}

/** What is open goes by what comes next, what was reached by what came last; none is the farthest. */
function nearness(a: DatedThing, b: DatedThing): number {
  const [from, to] = [a.finish ?? Number.MAX_SAFE_INTEGER, b.finish ?? Number.MAX_SAFE_INTEGER];
  return a.isReached ? to - from : from - to;
}
