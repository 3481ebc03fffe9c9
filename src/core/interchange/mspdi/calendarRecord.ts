import type { CalendarException, Shift, Week } from '../../model/project.ts';

/** A calendar as the file has it. */
export interface CalendarRecord {
  readonly uid: string;
  readonly name: string | undefined;
  /** False for the calendar of one resource. */
  readonly isBase: boolean;
  readonly baseUid: string | undefined;
  /** From Monday; undefined where the base decides. */
  readonly week: readonly (readonly Shift[] | undefined)[];
  /** Without overlaps, in order. */
  readonly exceptions: readonly CalendarException[];
  /** True when a repeating exception was cut short. */
  readonly isCut: boolean;
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
