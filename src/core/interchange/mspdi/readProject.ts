import type { DurationScale } from '../../model/duration.ts';
import { formatInstant } from '../../model/instant.ts';
import { withoutGaps, type PlainFields } from '../plainValues.ts';
import type { Losses } from './losses.ts';
import { dateOf, isNoDate } from './mspdiDate.ts';
import { isTooLong } from './mspdiDuration.ts';
import type { CalendarKeys } from './nameCalendars.ts';
import { flagOf, numberOf, textOf, type XmlElement } from './xmlTree.ts';

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
    // There, a status date moves nothing until somebody has it moved.
    moveOpenWork: statusDate === undefined ? undefined : false,
    criticalFloat: readCriticalFloat(root),
    currency: currency !== undefined && /^[A-Z]{3}$/.test(currency) ? currency : undefined,
    hoursPerDay: scale.minutesPerDay / 60,
    hoursPerWeek: scale.minutesPerWeek / 60,
    daysPerMonth: scale.daysPerMonth,
    calendar: calendars.ofProject,
  });
}

/** Whole days of slack up to which work is critical there; what is written for none says nothing. */
function readCriticalFloat(root: XmlElement): string | undefined {
  const days = Math.round(numberOf(root, 'CriticalSlackLimit') ?? 0);
  const isKept = days > 0 && !isTooLong({ value: days, unit: 'd', isElapsed: false });
  return isKept ? `${days}d` : undefined;
}

/** True when the project is scheduled back from its finish, which is given. */
export function isScheduledBack(root: XmlElement): boolean {
  return textOf(root, 'ScheduleFromStart') === '0' && dateOf(root, 'FinishDate') !== undefined;
}

/** How the project counts days, weeks and months, as far as a plan can. */
export function readScale(root: XmlElement): DurationScale {
  const bounded = (name: keyof typeof bounds): number => {
    const value = numberOf(root, name);
    return value !== undefined && isWithin(name, value) ? value : bounds[name].otherwise;
  };
  return {
    minutesPerDay: bounded('MinutesPerDay'),
    minutesPerWeek: bounded('MinutesPerWeek'),
    daysPerMonth: bounded('DaysPerMonth'),
  };
}

/** What a plan takes; 0 is what some programs write for no choice. */
const bounds = {
  MinutesPerDay: { least: 15, most: 1440, otherwise: 480 },
  MinutesPerWeek: { least: 15, most: 10_080, otherwise: 2400 },
  DaysPerMonth: { least: 1, most: 31, otherwise: 20 },
} as const;

function isWithin(name: keyof typeof bounds, value: number): boolean {
  return value >= bounds[name].least && value <= bounds[name].most;
}

/** Tells what the project's own fields say in vain. */
export function countProjectLosses(root: XmlElement, losses: Losses): void {
  const dates = ['StartDate', 'FinishDate', 'StatusDate'];
  if (dates.some(name => isNoDate(root, name))) losses.add('projectDate');
  const names = ['MinutesPerDay', 'MinutesPerWeek', 'DaysPerMonth'] as const;
  const isOutside = names.some(name => {
    const value = numberOf(root, name) ?? 0;
    return value !== 0 && !isWithin(name, value);
  });
  if (isOutside) losses.add('projectScale');
  if (flagOf(root, 'MultipleCriticalPaths')) losses.add('criticalPaths');
}
