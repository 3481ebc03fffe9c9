import { runBackwardPass } from './backwardPass.ts';
import { followBackward } from './followBackward.ts';
import { runForwardPass } from './forwardPass.ts';
import { isBeyondHorizon } from './horizon.ts';
import { findSpan, type Span } from './lineDates.ts';
import type { Network, NetworkDates } from './network.ts';
import type { Reach } from './reach.ts';
import { rollUpLate } from './rollUpLate.ts';
import type { SuccessorLinks } from './successorLinks.ts';

/** What a change is followed from. */
export interface DatesBefore {
  readonly successors: SuccessorLinks;
  readonly reach: Reach;
  /** When the project ended. */
  readonly projectFinish: number;
  /** Called before all dates are computed anew. */
  readonly keepAll: () => void;
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
  { successors, reach, projectFinish, keepAll }: DatesBefore,
): FollowedDates | undefined {
  runForwardPass(network, dates, { reach });
  const span = findSpan(network, dates);
  if (isBeyondHorizon(span.start, span.finish)) return undefined;
  if (span.finish === projectFinish) {
    followBackward(network, dates, { projectFinish, successors, reach });
    return { span, isWhole: false };
  }
  keepAll();
  runBackwardPass(network, dates, span.finish);
  rollUpLate(network, dates);
  return { span, isWhole: true };
}
