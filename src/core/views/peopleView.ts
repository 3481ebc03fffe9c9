/** By what the load is added up. */
export const loadGroups = ['person', 'team', 'skill'] as const;
export type LoadGroup = (typeof loadGroups)[number];

/** A person, or all who are in a team or have a skill. */
export interface LoadRow {
  readonly key: string;
  readonly name: string;
  /** `core · yaml, git` of a person, the names of a group. */
  readonly detail: string;
  /** What is odd about giving them work: `has left`; empty for nothing. */
  readonly remark: string;
  readonly openTasks: number;
  /** `12d` of work in the plan, and of it `2d` on days that are too full; empty for none. */
  readonly work: string;
  readonly over: string;
}

/**
 * Rows with their weeks: blocks of rows × weeks numbers, row by row, because a message of many small
 * lists is slow on its way.
 */
export interface LoadTable {
  readonly rows: readonly LoadRow[];
  /** Minutes. */
  readonly given: Float32Array;
  readonly work: Float32Array;
  /** What needs a skill and has nobody yet: nothing of people and teams. */
  readonly unassigned: Float32Array;
  /** Days of leave. */
  readonly away: Uint8Array;
  /** 1 where some day of the week is too full. */
  readonly over: Uint8Array;
}

/** Who has how much to do, week by week. */
export interface PeopleView {
  readonly revision: number;
  /** The Monday of the first week, counted from 1970-01-01. */
  readonly firstDay: number;
  readonly weeks: number;
  readonly today: number;
  /** `2 of 7 people have more to do than time` */
  readonly headline: string;
  readonly sentences: readonly string[];
  readonly tables: Readonly<Record<LoadGroup, LoadTable>>;
}

/** The load of a row in a stretch of weeks. */
export interface LoadWindow {
  readonly given: Float32Array;
  readonly work: Float32Array;
  readonly unassigned: Float32Array;
  readonly away: Uint8Array;
  readonly over: Uint8Array;
}

/** @param row a place in the table, whose weeks are looked at from one on */
export function windowOf(
  table: LoadTable,
  weeks: number,
  { row, from, count }: { readonly row: number; readonly from: number; readonly count: number },
): LoadWindow {
  const first = row * weeks + from;
  const last = row * weeks + Math.min(weeks, from + count);
  return {
    given: table.given.subarray(first, last),
    work: table.work.subarray(first, last),
    unassigned: table.unassigned.subarray(first, last),
    away: table.away.subarray(first, last),
    over: table.over.subarray(first, last),
  };
}
