import type { Shift } from '../../model/project.ts';
import { projectWeek, type CalendarRecord } from './calendarRecord.ts';
import { readExceptions } from './readExceptions.ts';
import { readShifts, weekdayOf } from './workingTimes.ts';
import { withoutRepeatedBase } from './withoutRepeatedBase.ts';
import { flagOf, listOf, textOf, type XmlElement } from './xmlTree.ts';

/** Every calendar of the project, in the order of the file; Project's own where it has none. */
export function readCalendars(project: XmlElement): readonly CalendarRecord[] {
  const elements = listOf(project, 'Calendars', 'Calendar');
  if (elements.length === 0) return [standard];
  const uids = new Set(elements.map(element => textOf(element, 'UID')));
  const records = elements.map(element => {
    const base = textOf(element, 'BaseCalendarUID');
    const isKnown = base !== undefined && base !== textOf(element, 'UID') && uids.has(base);
    return readCalendar(element, isKnown ? base : undefined);
  });
  return withoutRepeatedBase(records);
}

/** The number of the calendar that the project goes by. */
export function projectCalendarUid(
  project: XmlElement,
  records: readonly CalendarRecord[],
): string | undefined {
  const named = textOf(project, 'CalendarUID');
  const [first] = records;
  return records.some(({ uid }) => uid === named) ? named : first?.uid;
}

/** What Project goes by when a file names no hours. */
const standard: CalendarRecord = {
  uid: '1',
  name: 'Standard',
  isBase: true,
  baseUid: undefined,
  week: projectWeek,
  exceptions: [],
  periods: [],
  unread: [],
};

function readCalendar(element: XmlElement, baseUid: string | undefined): CalendarRecord {
  return {
    uid: textOf(element, 'UID') ?? '',
    name: textOf(element, 'Name'),
    isBase: flagOf(element, 'IsBaseCalendar'),
    baseUid,
    week: readWeek(listOf(element, 'WeekDays', 'WeekDay'), baseUid !== undefined),
    ...readExceptions(element),
  };
}

/** Without a base, a day that is not named is off, and no day named at all is Project's week. */
function readWeek(
  weekDays: readonly XmlElement[],
  hasBase: boolean,
): readonly (readonly Shift[] | undefined)[] {
  const week: (readonly Shift[] | undefined)[] = new Array<undefined>(7).fill(undefined);
  for (const day of weekDays) {
    const index = weekdayOf(day);
    if (index !== undefined) week[index] = readShifts(day);
  }
  if (hasBase) return week;
  return week.every(shifts => shifts === undefined) ? projectWeek : week.map(day => day ?? []);
}
