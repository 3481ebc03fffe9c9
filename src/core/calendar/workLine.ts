import { minutesPerDay, type Instant } from '../model/instant.ts';
import {
  dayCountPlace,
  dayPattern,
  daySize,
  daysPlace,
  firstDayPlace,
  indexPlace,
  totalWorkPlace,
  weekWorkPlace,
  workBucketBits,
  workDayNumber,
  workDayPattern,
  workDaySize,
  type WorkTable,
} from './workTable.ts';

const minutesPerWeek = 7 * minutesPerDay;

/** So far from 1970, before or after, days are counted: about two million years. */
const farthest = 1e12;

/** The number on a calendar's line of work at an instant. */
export function workAt(table: WorkTable, at: Instant): number {
  // Further away days are no 32-bit integers any more, and nothing is told of them.
  if (at > farthest || at < -farthest) return workAt(table, at > 0 ? farthest : -farthest);
  const firstDay = table[firstDayPlace] ?? 0;
  // In 32-bit integers, which tables are addressed with; rounded down before 1970 too.
  let day = (at / minutesPerDay) | 0;
  if (day * minutesPerDay > at) day--;
  return workOnDay(table, day - firstDay, (at - day * minutesPerDay) | 0);
}

/** The number at a minute of a day of the table, or of the regular weeks before and after it. */
function workOnDay(table: WorkTable, day: number, minute: number): number {
  const count = table[dayCountPlace] ?? 0;
  let weeks = 0;
  if (day >= count) weeks = (((day - count) / 7) | 0) + 1;
  else if (day < 0) weeks = -(((6 - day) / 7) | 0);
  const row = daysPlace + (day - weeks * 7) * daySize;
  const within = (table[row] ?? 0) + (table[(table[row + dayPattern] ?? 0) + minute] ?? 0);
  return weeks === 0 ? within : within + weeks * (table[weekWorkPlace] ?? 0);
}

/** The latest instant with a number on the line: the start of a working period. */
export function startOf(table: WorkTable, work: number): Instant {
  const weeks = weeksBefore(table, work);
  const within = (work - weeks * (table[weekWorkPlace] ?? 0)) | 0;
  const row = findWorkDay(table, within);
  const minute = table[(table[row + workDayPattern] ?? 0) + within - (table[row] ?? 0)] ?? 0;
  return (table[row + workDayNumber] ?? 0) * minutesPerDay + minute + weeks * minutesPerWeek;
}

/**
 * The number on another calendar's line at the instant with a number on the first: at the start of
 * a working period, or with `isEnd` 1 instead of 0 at the end of one.
 */
export function carryWork(from: WorkTable, to: WorkTable, work: number, isEnd: number): number {
  const begun = work - isEnd;
  if (!(begun >= 0 && begun < (from[totalWorkPlace] ?? 0))) {
    return workAt(to, startOf(from, begun) + isEnd);
  }
  const within = begun | 0;
  const row = findWorkDay(from, within);
  const minute = from[(from[row + workDayPattern] ?? 0) + within - (from[row] ?? 0)] ?? 0;
  const day = (from[row + workDayNumber] ?? 0) - (to[firstDayPlace] ?? 0);
  if (day < 0 || day >= (to[dayCountPlace] ?? 0)) return workOnDay(to, day, minute + isEnd);
  const place = daysPlace + day * daySize;
  return (to[place] ?? 0) + (to[(to[place + dayPattern] ?? 0) + minute + isEnd] ?? 0);
}

/** By how many regular weeks work lies behind the table, or before it. */
function weeksBefore(table: WorkTable, work: number): number {
  const totalWork = table[totalWorkPlace] ?? 0;
  if (work >= 0 && work < totalWork) return 0;
  const weekWork = table[weekWorkPlace] ?? 1;
  if (work < 0) return Math.floor(work / weekWork);
  return Math.floor((work - totalWork) / weekWork) + 1;
}

function findWorkDay(table: WorkTable, work: number): number {
  let row = table[(table[indexPlace] ?? 0) + (work >> workBucketBits)] ?? 0;
  while ((table[row + workDaySize] ?? 0) <= work) row += workDaySize;
  return row;
}
