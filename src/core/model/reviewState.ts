import { dayOf, type Instant } from './instant.ts';

/** What can be asked of the review of a risk. */
export const reviewStates = ['set', 'due', 'overdue', 'soon'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** A review is soon within so many days. */
const soonDays = 14;

/**
 * All that is true of a review: `due` from its day on, `overdue` after it, `soon` in the two weeks
 * before. A risk that can no longer happen is not reviewed; without a date nothing is true.
 */
export function reviewStatesOf(
  { reviewBy, isLive }: { readonly reviewBy: Instant | undefined; readonly isLive: boolean },
  today: Instant,
): readonly ReviewState[] {
  if (reviewBy === undefined) return [];
  const days = dayOf(reviewBy) - dayOf(today);
  const states: ReviewState[] = ['set'];
  if (!isLive) return states;
  if (days <= 0) states.push('due');
  if (days < 0) states.push('overdue');
  if (days > 0 && days <= soonDays) states.push('soon');
  return states;
}
