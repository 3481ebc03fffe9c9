import type { CalendarException, CalendarPeriod, Shift, Week } from '../../model/project.ts';

/** A calendar as the file has it. */
export interface CalendarRecord {
  readonly uid: string;
  readonly name: string | undefined;
  /** False for the calendar of one resource. */
  readonly isBase: boolean;
  readonly baseUid: string | undefined;
  /** From Monday; undefined where the base decides. */
  readonly week: readonly (readonly Shift[] | undefined)[];
  readonly exceptions: readonly CalendarException[];
  readonly periods: readonly CalendarPeriod[];
  /** The days, as `2026-03-01`, from which it is wrong because a rule could not be read. */
  readonly unread: readonly string[];
}

const morning: Shift = { from: 8 * 60, to: 12 * 60 };
const afternoon: Shift = { from: 13 * 60, to: 17 * 60 };

/** The hours of a working day for which Project names none. */
export const projectShifts: readonly Shift[] = [morning, afternoon];

/** The week of Project's own Standard calendar. */
export const projectWeek: Week = [
  projectShifts,
  projectShifts,
  projectShifts,
  projectShifts,
  projectShifts,
  [],
  [],
];
