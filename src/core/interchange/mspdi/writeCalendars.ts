import { formatDay, minutesPerDay } from '../../model/instant.ts';
import type {
  CalendarException,
  CalendarRules,
  Person,
  Project,
  Shift,
} from '../../model/project.ts';
import { freeKey } from '../freeKey.ts';
import { ownTime, wholeTime, type WrittenTime } from './calendarTime.ts';
import type { MspdiNumbers } from './mspdiNumbers.ts';
import { mspdiTime } from './mspdiText.ts';
import type { XmlText } from './xmlText.ts';

/** The calendars of the project, and one for each person. */
export function writeCalendars(xml: XmlText, project: Project, numbers: MspdiNumbers): void {
  xml.open('Calendars');
  for (const rules of project.calendars.values()) {
    const uid = numbers.calendar.get(rules.key);
    if (uid === undefined) continue;
    const time = wholeTime(rules, project);
    writeCalendar(xml, { uid, name: nameOf(rules), baseUid: undefined, time });
  }
  for (const person of project.people.values()) {
    writeCalendar(xml, personCalendar(person, project, numbers));
  }
  xml.close('Calendars');
}

interface WrittenCalendar {
  readonly uid: number;
  readonly name: string;
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
    return { uid, name: nameOf(own), baseUid, time: ownTime(own) };
  }
  const base =
    numbers.calendar.get(person.calendar ?? '') ?? numbers.calendar.get(project.calendar);
  const time = { week: [], exceptions: person.leave };
  return { uid, name: person.name, baseUid: base, time };
}

function writeCalendar(xml: XmlText, { uid, name, baseUid, time }: WrittenCalendar): void {
  xml.open('Calendar');
  xml.leaves({
    UID: uid,
    Name: name,
    IsBaseCalendar: baseUid === undefined,
    IsBaselineCalendar: false,
    BaseCalendarUID: baseUid ?? -1,
  });
  if (time.week.some(shifts => shifts !== undefined)) {
    xml.open('WeekDays');
    // The days begin with Sunday there.
    for (const day of [6, 0, 1, 2, 3, 4, 5]) {
      const shifts = time.week[day];
      if (!shifts) continue;
      xml.open('WeekDay');
      xml.leaf('DayType', ((day + 1) % 7) + 1);
      writeShifts(xml, shifts);
      xml.close('WeekDay');
    }
    xml.close('WeekDays');
  }
  if (time.exceptions.length > 0) writeExceptions(xml, time.exceptions);
  xml.close('Calendar');
}

function writeExceptions(xml: XmlText, exceptions: readonly CalendarException[]): void {
  xml.open('Exceptions');
  for (const { fromDay, toDay, title, shifts } of exceptions) {
    xml.open('Exception');
    xml.leaf('EnteredByOccurrences', false);
    xml.open('TimePeriod');
    xml.leaf('FromDate', `${formatDay(fromDay * minutesPerDay)}T00:00:00`);
    xml.leaf('ToDate', `${formatDay(toDay * minutesPerDay)}T23:59:00`);
    xml.close('TimePeriod');
    xml.leaves({ Occurrences: toDay - fromDay + 1, Name: title, Type: 1 });
    writeShifts(xml, shifts);
    xml.close('Exception');
  }
  xml.close('Exceptions');
}

function writeShifts(xml: XmlText, shifts: readonly Shift[]): void {
  xml.leaf('DayWorking', shifts.length > 0);
  if (shifts.length === 0) return;
  xml.open('WorkingTimes');
  for (const { from, to } of shifts) {
    xml.open('WorkingTime');
    xml.leaves({ FromTime: mspdiTime(from), ToTime: mspdiTime(to) });
    xml.close('WorkingTime');
  }
  xml.close('WorkingTimes');
}
