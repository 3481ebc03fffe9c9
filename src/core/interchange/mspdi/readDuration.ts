import type { Calendar } from '../../calendar/calendar.ts';
import { formatDuration, type DurationScale } from '../../model/duration.ts';
import type { Instant } from '../../model/instant.ts';
import type { Losses } from './losses.ts';
import { dateOf } from './mspdiDate.ts';
import { isTooLong, lengthFormat, lengthInUnit, parseIsoMinutes } from './mspdiDuration.ts';
import { flagOf, numberOf, textOf, type XmlElement } from './xmlTree.ts';

/** What the reading of a duration needs to know of the rest of the file. */
export interface DurationContext {
  readonly scale: DurationScale;
  /** The project's own `DurationFormat`, for tasks that name none. */
  readonly durationFormat: number | undefined;
  /** When the task works. */
  readonly hours: Calendar;
  readonly losses: Losses;
}

/**
 * The duration of a task, in the unit of its author; else what its dates leave. Undefined where
 * there is none to keep.
 */
export function readDuration(element: XmlElement, ctx: DurationContext): string | undefined {
  const text = textOf(element, 'Duration') ?? textOf(element, 'ManualDuration');
  const minutes = text === undefined ? undefined : parseIsoMinutes(text);
  if (text !== undefined && (minutes === undefined || minutes < 0)) {
    ctx.losses.tell('durationUnread', element);
  }
  if (minutes === undefined || minutes < 0) {
    return lengthBetween(dateOf(element, 'Start'), dateOf(element, 'Finish'), ctx);
  }
  const own = lengthFormat(numberOf(element, 'DurationFormat'));
  const format = own ?? lengthFormat(ctx.durationFormat);
  const length = lengthInUnit(minutes, format?.kind === 'duration' ? format : days, ctx.scale);
  if (isTooLong(length)) ctx.losses.tell('durationTooLong', element);
  if (!Number.isInteger(minutes)) ctx.losses.add('rounded');
  if (minutes === 0) return '0d';
  if (flagOf(element, 'Milestone')) ctx.losses.add('milestoneWithLength');
  return formatDuration(length);
}

/** The work between two dates; undefined where one of them is missing. */
export function lengthBetween(
  start: Instant | undefined,
  finish: Instant | undefined,
  { hours, scale }: Pick<DurationContext, 'hours' | 'scale'>,
): string | undefined {
  if (start === undefined || finish === undefined) return undefined;
  const minutes = Math.max(0, hours.workBetween(start, finish));
  return minutes === 0 ? '0d' : formatDuration(lengthInUnit(minutes, days, scale));
}

const days = { unit: 'd', isElapsed: false } as const;
