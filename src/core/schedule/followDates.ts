import { runBackwardPass } from './backwardPass.ts';
import { followBackward } from './followBackward.ts';
import { runForwardPass } from './forwardPass.ts';
import { isBeyondHorizon } from './horizon.ts';
import type { ItemVersion } from './itemVersion.ts';
import { findSpan, isInSpan, readMoments, type Span } from './lineDates.ts';
import type { Network, NetworkDates } from './network.ts';
import type { Reach } from './reach.ts';
import { rollUpLate } from './rollUpLate.ts';
import type { SuccessorLinks } from './successorLinks.ts';

/** What a change is followed from. */
export interface DatesBefore {
  readonly successors: SuccessorLinks;
  readonly reach: Reach;
  /** From when to when the project ran. */
  readonly span: Span;
  /** The dates before, which are kept of all that the change reaches. */
  readonly items: ItemVersion;
}

/** How far a change got. */
export interface FollowedDates {
  readonly span: Span;
  /** True where the end of the project moved, and the late dates of everything with it. */
  readonly isWhole: boolean;
}

/**
 * Computes the dates of a network in place, from those of before a change: what the change cannot
 * reach is left as it was.
 *
 * @returns undefined where something lies beyond the horizon now; the dates are no good then
 */
export function followDates(
  network: Network,
  dates: NetworkDates,
  { successors, reach, span: before, items }: DatesBefore,
): FollowedDates | undefined {
  runForwardPass(network, dates, { reach, late: dates.ground });
  const span = followSpan(network, dates, { before, items, moved: reach.moved });
  if (isBeyondHorizon(span.start, span.finish)) return undefined;
  if (span.finish === before.finish) {
    followBackward(network, dates, { projectFinish: span.finish, successors, reach });
    return { span, isWhole: false };
  }
  items.keepAll();
  runBackwardPass(network, dates, span.finish);
  rollUpLate(network, dates);
  return { span, isWhole: true };
}

/** The span after some dates moved; all are looked at only where one of those at its ends did. */
function followSpan(
  network: Network,
  dates: NetworkDates,
  { before, items, moved }: { before: Span; items: ItemVersion; moved: readonly number[] },
): Span {
  // Where nothing ended later, the start of the project stood for an end that there was not.
  if (before.finish <= network.projectStart) return findSpan(network, dates);
  let { start, finish } = before;
  for (const v of moved) {
    const known = items.read(v);
    const isFirst = known !== undefined && known.start <= before.start;
    const isLast = known !== undefined && known.finish >= before.finish;
    // Also what does not count there any more may have been the first or the last.
    if ((isFirst && before.start < network.projectStart) || isLast) {
      return findSpan(network, dates);
    }
    const { atStart, atFinish } = isInSpan(network.flags[v] ?? 0);
    const now = readMoments(network, dates, v);
    if (atStart) start = Math.min(start, now.start);
    if (atFinish) finish = Math.max(finish, now.finish);
  }
  return { start, finish };
}
