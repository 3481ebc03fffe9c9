import type { Calendar } from '../calendar/calendar.ts';
import type { ItemDates } from './schedule.ts';

/**
 * The dates with both floats in working minutes, as they are told to people and programs. Those of elapsed work,
 * which runs through nights and days off, are counted on the calendar after its finish.
 */
export function tellInWorkingTime(dates: ItemDates, calendar: Calendar): ItemDates {
  const { totalFloat, freeFloat, finish, isElapsed } = dates;
  if (!isElapsed) return dates;
  return {
    ...dates,
    totalFloat: calendar.workBetween(finish, finish + totalFloat),
    freeFloat: calendar.workBetween(finish, finish + freeFloat),
  };
}
