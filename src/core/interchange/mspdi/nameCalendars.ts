import type { PlainValue } from '../../model/change.ts';
import { freeKey } from '../freeKey.ts';
import type { CalendarRecord } from './calendarRecord.ts';
import { plainCalendar } from '../plainCalendar.ts';

/** What a person takes from the calendar of their own: another calendar, days of leave, or neither. */
export interface PersonCalendar {
  /** The calendar to name, when it is not the project's. */
  readonly key: string | undefined;
  /** The calendar whose exceptions are the person's leave. */
  readonly record: CalendarRecord | undefined;
}

/** The calendars as they stand in the project file, and their keys by the file's numbers. */
export interface CalendarKeys {
  readonly fields: Readonly<Record<string, PlainValue>>;
  /** The project's calendar. */
  readonly ofProject: string | undefined;
  /** Undefined for none and for an unknown number. */
  ofTask(uid: string | undefined): string | undefined;
  ofPerson(uid: string | undefined): PersonCalendar;
}

/**
 * Names the calendars. One that belongs to a single resource and only adds days off to its base
 * becomes leave of that person, and is no calendar here.
 */
export function nameCalendars(
  records: readonly CalendarRecord[],
  projectUid: string | undefined,
): CalendarKeys {
  const byUid = new Map(records.map(record => [record.uid, record]));
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  for (const record of records) {
    if (isLeaveOnly(record) && record.uid !== projectUid) continue;
    const key = freeKey(record.name ?? '', `calendar-${record.uid}`, taken);
    taken.add(key);
    keys.set(record.uid, key);
  }
  const fields: Record<string, PlainValue> = {};
  for (const [uid, key] of keys) {
    const record = byUid.get(uid);
    const base = record?.baseUid === undefined ? undefined : keys.get(record.baseUid);
    if (record) fields[key] = plainCalendar({ ...record, title: record.name ?? key, base });
  }
  const ofProject = projectUid === undefined ? undefined : keys.get(projectUid);
  const ofTask = (uid: string | undefined): string | undefined =>
    uid === undefined ? undefined : keys.get(uid);
  return {
    fields,
    ofProject,
    ofTask,
    ofPerson(uid) {
      const record = uid === undefined ? undefined : byUid.get(uid);
      const isLeave = record !== undefined && !keys.has(record.uid);
      const key = ofTask(isLeave ? record.baseUid : uid);
      return { key: key === ofProject ? undefined : key, record: isLeave ? record : undefined };
    },
  };
}

/** True when the calendar says nothing but that some days of its base are off. */
function isLeaveOnly(record: CalendarRecord): boolean {
  return (
    !record.isBase &&
    record.baseUid !== undefined &&
    record.week.every(shifts => shifts === undefined) &&
    record.periods.length === 0 &&
    record.exceptions.every(range => range.shifts.length === 0)
  );
}
