import { formatDuration, type DurationScale } from '../../model/duration.ts';
import type { Losses } from './losses.ts';
import { isTooLong, lengthFormat, lengthInUnit, parseIsoMinutes } from './mspdiDuration.ts';
import { flagOf, numberOf, textOf, type XmlElement } from './xmlTree.ts';

/** What the reading of a duration needs to know of the rest of the file. */
export interface DurationContext {
  readonly scale: DurationScale;
  /** The project's own `DurationFormat`, for tasks that name none. */
  readonly durationFormat: number | undefined;
  readonly losses: Losses;
}

/** The duration of a task, in the unit of its author; undefined where there is none to keep. */
export function readDuration(element: XmlElement, ctx: DurationContext): string | undefined {
  const text = textOf(element, 'Duration') ?? textOf(element, 'ManualDuration');
  if (text === undefined) return undefined;
  const minutes = parseIsoMinutes(text);
  if (minutes === undefined || minutes < 0) {
    ctx.losses.tell('durationUnread', element);
    return undefined;
  }
  const own = lengthFormat(numberOf(element, 'DurationFormat'));
  const format = own ?? lengthFormat(ctx.durationFormat);
  const length = lengthInUnit(minutes, format?.kind === 'duration' ? format : days, ctx.scale);
  if (isTooLong(length)) {
    ctx.losses.tell('durationTooLong', element);
    return undefined;
  }
  if (!Number.isInteger(minutes)) ctx.losses.add('rounded');
  if (minutes === 0) return '0d';
  if (flagOf(element, 'Milestone')) ctx.losses.add('milestoneWithLength');
  return formatDuration(length);
}

const days = { unit: 'd', isElapsed: false } as const;
