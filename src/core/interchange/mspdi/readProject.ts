import type { DurationScale } from '../../model/duration.ts';
import { formatInstant } from '../../model/instant.ts';
import { withoutGaps, type PlainFields } from '../plainValues.ts';
import { dateOf } from './mspdiDate.ts';
import type { CalendarKeys } from './nameCalendars.ts';
import { numberOf, textOf, type XmlElement } from './xmlTree.ts';

/** The title its author gave; otherwise the file name that Project keeps in `Name`, without ending. */
export function projectName(root: XmlElement, fileName: string): string {
  const text = textOf(root, 'Title') ?? textOf(root, 'Name') ?? fileName;
  return text.replace(/\.(?:xml|mpp|mpt)$/i, '').replace(/\s+/g, ' ');
}

/** The fields of the project file other than its calendars and people. */
export function projectFields(
  root: XmlElement,
  name: string,
  calendars: CalendarKeys,
): PlainFields {
  const isBack = isScheduledBack(root);
  const start = isBack ? undefined : dateOf(root, 'StartDate');
  const finish = isBack ? dateOf(root, 'FinishDate') : undefined;
  const statusDate = dateOf(root, 'StatusDate');
  const currency = textOf(root, 'CurrencyCode');
  const scale = readScale(root);
  return withoutGaps({
    name,
    start: start === undefined ? undefined : formatInstant(start),
    finish: finish === undefined ? undefined : formatInstant(finish),
    statusDate: statusDate === undefined ? undefined : formatInstant(statusDate),
    currency: currency !== undefined && /^[A-Z]{3}$/.test(currency) ? currency : undefined,
    hoursPerDay: scale.minutesPerDay / 60,
    hoursPerWeek: scale.minutesPerWeek / 60,
    daysPerMonth: scale.daysPerMonth,
    calendar: calendars.ofProject,
  });
}

/** True when the project is scheduled back from its finish, which is given. */
export function isScheduledBack(root: XmlElement): boolean {
  return textOf(root, 'ScheduleFromStart') === '0' && dateOf(root, 'FinishDate') !== undefined;
}

/** How the project counts days, weeks and months. */
export function readScale(root: XmlElement): DurationScale {
  const positive = (name: string, otherwise: number): number => {
    const value = numberOf(root, name);
    return value !== undefined && value > 0 ? value : otherwise;
  };
  return {
    minutesPerDay: positive('MinutesPerDay', 480),
    minutesPerWeek: positive('MinutesPerWeek', 2400),
    daysPerMonth: positive('DaysPerMonth', 20),
  };
}
