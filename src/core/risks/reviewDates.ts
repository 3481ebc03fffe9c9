import { dayOf, minutesPerDay, type Instant } from '../model/instant.ts';

/** When a risk can be looked at again. */
export interface ReviewDate {
  /** `in two weeks`. */
  readonly title: string;
  readonly on: Instant;
}

/** The usual distances to the next review, counted from today. */
export function reviewDates(today: Instant): readonly ReviewDate[] {
  const inDays = (days: number): Instant => (dayOf(today) + days) * minutesPerDay;
  return [
    { title: 'in a week', on: inDays(7) },
    { title: 'in two weeks', on: inDays(14) },
    { title: 'in four weeks', on: inDays(28) },
    { title: 'in eight weeks', on: inDays(56) },
    { title: 'in a quarter', on: inDays(91) },
  ];
}
