import type { PlainValue } from '../../model/change.ts';
import { freeKey } from '../freeKey.ts';
import type { CalendarKeys } from './nameCalendars.ts';
import type { Losses } from './losses.ts';
import { plainException } from '../plainCalendar.ts';
import { plainShare, withoutGaps } from '../plainValues.ts';
import { flagOf, listOf, numberOf, textOf, type XmlElement } from './xmlTree.ts';

/** The people of the project: their fields by key, and their keys by the file's number. */
export interface ImportedPeople {
  readonly fields: Readonly<Record<string, PlainValue>>;
  readonly keyOfUid: ReadonlyMap<string, string>;
  /** The number of each person's calendar, by the person's. */
  readonly calendarOfUid: ReadonlyMap<string, string>;
  /** The keys of those who do not simply work by the project's calendar. */
  readonly withOwnHours: ReadonlySet<string>;
}

/** The most that a plan takes for one person's working time, where 1 is all of it. */
export const mostUnits = 100;

/** Work resources become people; materials, costs and empty rows do not. */
export function readPeople(
  project: XmlElement,
  calendars: CalendarKeys,
  losses: Losses,
): ImportedPeople {
  const fields: Record<string, PlainValue> = {};
  const keyOfUid = new Map<string, string>();
  const calendarOfUid = new Map<string, string>();
  const withOwnHours = new Set<string>();
  for (const resource of listOf(project, 'Resources', 'Resource')) {
    const uid = textOf(resource, 'UID');
    const name = textOf(resource, 'Name');
    if (uid === undefined || name === undefined || flagOf(resource, 'IsNull')) continue;
    if ((numberOf(resource, 'Type') ?? 1) !== 1) {
      losses.add('material');
      continue;
    }
    if ((numberOf(resource, 'StandardRate') ?? 0) > 0) losses.add('costRate');
    const key = freeKey(name, `person-${uid}`, new Set(Object.keys(fields)));
    keyOfUid.set(uid, key);
    const calendar = textOf(resource, 'CalendarUID');
    if (calendar !== undefined) calendarOfUid.set(uid, calendar);
    const { key: own, record } = calendars.ofPerson(calendar);
    if (own !== undefined || (record?.exceptions.length ?? 0) > 0) withOwnHours.add(key);
    if ((numberOf(resource, 'MaxUnits') ?? 1) > mostUnits) losses.tell('unitsOfResource', resource);
    fields[key] = personFields(resource, name, calendars);
  }
  return { fields, keyOfUid, calendarOfUid, withOwnHours };
}

function personFields(resource: XmlElement, name: string, calendars: CalendarKeys): PlainValue {
  const units = numberOf(resource, 'MaxUnits');
  const isShare = units !== undefined && units !== 1 && units > 0 && units <= mostUnits;
  const calendar = calendars.ofPerson(textOf(resource, 'CalendarUID'));
  return withoutGaps({
    name,
    email: textOf(resource, 'EmailAddress'),
    calendar: calendar.key,
    units: isShare ? plainShare(units) : undefined,
    leave: calendar.record?.exceptions.map(plainException),
    team: textOf(resource, 'Group'),
    active: flagOf(resource, 'IsInactive') ? false : undefined,
  });
}
