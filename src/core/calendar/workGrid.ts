import { minutesPerDay } from '../model/instant.ts';
import { workAt } from './workLine.ts';
import {
  dayCountPlace,
  dayPattern,
  daySize,
  daysPlace,
  firstDayPlace,
  type WorkTable,
} from './workTable.ts';

/**
 * Where several calendars stand at once. Their time is cut wherever one of them begins or stops to
 * work, so that from one cut to the next each works through or not at all, and what is a number on
 * one line of work is found on all others by one look-up. All in one array of whole numbers:
 *
 * - first for each calendar a head: the work from which on and up to which it is laid out, and
 *   where its index is;
 * - then for each calendar the stretches in which it works, one more at the end, each with its work
 *   before it, the instant at which it begins and, for every calendar, twice the work of that one
 *   before it, and one more where that one works too;
 * - then for each calendar an index that finds the stretch by its work.
 */
export interface WorkGrid {
  /** Of how many calendars it is one, in the order of their lines. */
  readonly calendars: number;
  readonly cells: Int32Array;
}

const gridHeadSize = 3;
/** Places in the row of a stretch, by which its work comes first. */
export const gridInstant = 1;
export const gridLines = 2;

/** Working minutes between two entries of the index: a power of two. */
const bucketBits = 5;

const mostChangesInDay = 24;

/** A grid that covers nothing. */
export function emptyGrid(calendars: number): WorkGrid {
  return { calendars, cells: new Int32Array(calendars * gridHeadSize) };
}

/**
 * @param fromDay from which on the calendars are laid out, as far as their tables go
 * @param endDay up to which they are
 */
export function computeWorkGrid(
  tables: readonly WorkTable[],
  { fromDay, endDay }: { readonly fromDay: number; readonly endDay: number },
): WorkGrid {
  const from = tables.reduce((day, table) => Math.max(day, table[firstDayPlace] ?? 0), fromDay);
  const end = tables.reduce((day, table) => Math.min(day, endOfTable(table)), endDay);
  if (end <= from) return emptyGrid(tables.length);
  const cuts = findCuts(tables, from, end);
  if (!cuts) return emptyGrid(tables.length);
  const worked = tables.map(table => cuts.map(at => workAt(table, at)));
  return layOut(cuts, worked);
}

function endOfTable(table: WorkTable): number {
  return (table[firstDayPlace] ?? 0) + (table[dayCountPlace] ?? 0);
}

/**
 * Every instant at which one of the calendars begins or stops to work, and both ends. Undefined where
 * some work so by turns, minute for minute, that a grid would be larger than all tables.
 */
function findCuts(
  tables: readonly WorkTable[],
  fromDay: number,
  endDay: number,
): readonly number[] | undefined {
  const cuts = new Set([fromDay * minutesPerDay, endDay * minutesPerDay]);
  for (const table of tables) {
    const known = new Map<number, readonly number[]>();
    for (let day = fromDay; day < endDay; day++) {
      const row = daysPlace + (day - (table[firstDayPlace] ?? 0)) * daySize;
      const pattern = table[row + dayPattern] ?? 0;
      const minutes = known.get(pattern) ?? findChanges(table, pattern);
      known.set(pattern, minutes);
      if (minutes.length > mostChangesInDay) return undefined;
      for (const minute of minutes) cuts.add(day * minutesPerDay + minute);
    }
  }
  return [...cuts].sort((a, b) => a - b);
}

/** The minutes of a day at which work begins or stops. */
function findChanges(table: WorkTable, pattern: number): readonly number[] {
  const changes: number[] = [];
  let isWorked = false;
  for (let minute = 0; minute <= minutesPerDay; minute++) {
    const works = minute < minutesPerDay && table[pattern + minute] !== table[pattern + minute + 1];
    if (works !== isWorked) changes.push(minute);
    isWorked = works;
  }
  return changes;
}

function layOut(cuts: readonly number[], worked: readonly (readonly number[])[]): WorkGrid {
  const size = gridLines + worked.length;
  const stretches = worked.map(work =>
    cuts.flatMap((_, i) => (work[i] === work[i + 1] ? [] : [i])),
  );
  const heads = worked.length * gridHeadSize;
  const rows = stretches.reduce((sum, list) => sum + list.length, 0);
  const buckets = worked.map(work => bucketOf((work.at(-1) ?? 0) - (work[0] ?? 0)) + 1);
  const cells = new Int32Array(
    heads + rows * size + buckets.reduce((sum, count) => sum + count, 0),
  );
  let row = heads;
  let index = heads + rows * size;
  stretches.forEach((list, line) => {
    const work = worked[line] ?? [];
    const first = work[0] ?? 0;
    cells.set([first, (work.at(-1) ?? 0) - first, index], line * gridHeadSize);
    list.forEach((cut, place) => {
      cells[row] = work[cut] ?? 0;
      cells[row + gridInstant] = cuts[cut] ?? 0;
      worked.forEach((other, column) => {
        const works = other[cut] === other[cut + 1] ? 0 : 1;
        cells[row + gridLines + column] = (other[cut] ?? 0) * 2 + works;
      });
      const from = bucketOf((work[cut] ?? 0) - first + (1 << bucketBits) - 1);
      const next = work[list[place + 1] ?? cut] ?? 0;
      const to = bucketOf(next - first + (1 << bucketBits) - 1);
      cells.fill(row, index + from, index + to);
      row += size;
    });
    index += buckets[line] ?? 0;
  });
  return { calendars: worked.length, cells };
}

function bucketOf(work: number): number {
  return work >> bucketBits;
}

/**
 * The row of the stretch in which a calendar does a minute of its work; -1 where that is not laid
 * out.
 */
export function findStretch(cells: Int32Array, line: number, work: number, size: number): number {
  const head = line * gridHeadSize;
  const minute = work | 0;
  const done = (minute - (cells[head] ?? 0)) >>> 0;
  if (done >= (cells[head + 1] ?? 0) >>> 0 || minute !== work) return -1;
  let row = cells[(cells[head + 2] ?? 0) + (done >>> bucketBits)] ?? 0;
  // The first step without a branch, which would often be foretold wrongly.
  row += (((cells[row + size] ?? 0) - minute - 1) >> 31) & size;
  while ((cells[row + size] ?? 0) <= minute) row += size;
  return row;
}

/** The number on the line of a column, at an offset into a stretch. */
export function onOtherLine(entry: number, offset: number): number {
  return (entry >> 1) + (-(entry & 1) & offset);
}
