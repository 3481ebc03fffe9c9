import type { CalendarRules, Person, Project } from '../../model/project.ts';
import { freeKey } from '../freeKey.ts';
import { leaveTime, ownTime, wholeTime } from './calendarTime.ts';
import type { MspdiNumbers } from './mspdiNumbers.ts';
import { writeExceptions, writeWeekDays, writeWorkWeeks } from './writeExceptions.ts';
import type { WrittenTime } from './writtenTime.ts';
import type { XmlText } from './xmlText.ts';

/** The calendars of the project, and one for each person. */
export function writeCalendars(xml: XmlText, project: Project, numbers: MspdiNumbers): void {
  xml.open('Calendars');
  for (const rules of project.calendars.values()) {
    const uid = numbers.calendar.get(rules.key);
    if (uid === undefined) continue;
    const baseUid = numbers.calendar.get(rules.base ?? '');
    const time = wholeTime(rules, project);
    writeCalendar(xml, { uid, name: nameOf(rules), isBase: true, baseUid, time });
  }
  for (const person of project.people.values()) {
    writeCalendar(xml, personCalendar(person, project, numbers));
  }
  xml.close('Calendars');
}

interface WrittenCalendar {
  readonly uid: number;
  readonly name: string;
  /** True for one that tasks may name. It is written whole, since its base means nothing there. */
  readonly isBase: boolean;
  /** Undefined for a calendar that stands on its own. */
  readonly baseUid: number | undefined;
  readonly time: WrittenTime;
}

/** The title, unless a later import would then find another key. */
function nameOf({ key, title }: CalendarRules): string {
  return title !== undefined && freeKey(title, '', new Set()) === key ? title : key;
}

function personCalendar(person: Person, project: Project, numbers: MspdiNumbers): WrittenCalendar {
  const uid = numbers.calendarOfPerson.get(person.key) ?? 0;
  const own = numbers.ownCalendar.get(person.key);
  if (own) {
    const baseUid = numbers.calendar.get(own.base ?? '') ?? numbers.calendar.get(project.calendar);
    return { uid, name: nameOf(own), isBase: false, baseUid, time: ownTime(own) };
  }
  const base =
    numbers.calendar.get(person.calendar ?? '') ?? numbers.calendar.get(project.calendar);
  return { uid, name: person.name, isBase: false, baseUid: base, time: leaveTime(person.leave) };
}

function writeCalendar(xml: XmlText, calendar: WrittenCalendar): void {
  const { uid, name, isBase, baseUid, time } = calendar;
  xml.open('Calendar');
  xml.leaves({
    UID: uid,
    Name: name,
    IsBaseCalendar: isBase,
    IsBaselineCalendar: false,
    BaseCalendarUID: baseUid ?? -1,
  });
  writeWeekDays(xml, time.week);
  writeExceptions(xml, time.exceptions);
  writeWorkWeeks(xml, time.periods);
  xml.close('Calendar');
}
