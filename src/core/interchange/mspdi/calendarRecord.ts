import type { Shift, Week } from '../../model/project.ts';

/** Days on which a calendar departs from its week, both ends in. No two of a calendar overlap. */
export interface DayRange {
  readonly fromDay: number;
  readonly toDay: number;
  readonly title: string | undefined;
  /** Empty for days off. */
  readonly shifts: readonly Shift[];
}

/** A calendar as the file has it. */
export interface CalendarRecord {
  readonly uid: string;
  readonly name: string | undefined;
  /** False for the calendar of one resource. */
  readonly isBase: boolean;
  readonly baseUid: string | undefined;
  /** From Monday; undefined where the base decides. */
  readonly week: readonly (readonly Shift[] | undefined)[];
  readonly ranges: readonly DayRange[];
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
