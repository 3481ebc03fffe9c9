import type { CalendarException, CalendarPeriod } from '../../model/project.ts';
import { isSameShifts, plainException, plainPeriod } from '../plainCalendar.ts';
import { arePlainEqual } from '../../format/plainValue.ts';
import type { CalendarRecord } from './calendarRecord.ts';

/**
 * The calendars, without what those that are bases themselves repeat of their own base. Project knows
 * no base of a base and reads them on their own, so an export writes them whole.
 */
export function withoutRepeatedBase(records: readonly CalendarRecord[]): readonly CalendarRecord[] {
  const byUid = new Map(records.map(record => [record.uid, record]));
  return records.map(record => {
    const base = record.isBase ? byUid.get(record.baseUid ?? '') : undefined;
    return base ? withoutBase(record, base, byUid) : record;
  });
}

function withoutBase(
  record: CalendarRecord,
  base: CalendarRecord,
  byUid: ReadonlyMap<string, CalendarRecord>,
): CalendarRecord {
  const bases = chainOf(base, byUid);
  const exceptions = bases.flatMap(each => each.exceptions);
  const periods = bases.flatMap(each => each.periods);
  return {
    ...record,
    week: record.week.map((shifts, day) => {
      const held = bases.map(each => each.week[day]).find(known => known !== undefined);
      return shifts && held && isSameShifts(shifts, held) ? undefined : shifts;
    }),
    exceptions: record.exceptions.filter(own => !exceptions.some(other => isSame(own, other))),
    periods: record.periods.filter(own => !periods.some(other => isSamePeriod(own, other))),
  };
}

/** From a calendar to the outermost that it rests on. */
function chainOf(
  record: CalendarRecord,
  byUid: ReadonlyMap<string, CalendarRecord>,
): readonly CalendarRecord[] {
  const chain = [record];
  for (let uid = record.baseUid; uid !== undefined;) {
    const base = byUid.get(uid);
    if (!base || chain.includes(base)) break;
    chain.push(base);
    uid = base.baseUid;
  }
  return chain;
}

function isSame(a: CalendarException, b: CalendarException): boolean {
  return a.fromDay === b.fromDay && arePlainEqual(plainException(a), plainException(b));
}

function isSamePeriod(a: CalendarPeriod, b: CalendarPeriod): boolean {
  return a.fromDay === b.fromDay && arePlainEqual(plainPeriod(a), plainPeriod(b));
}
