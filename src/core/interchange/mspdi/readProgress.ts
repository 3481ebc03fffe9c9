import { formatDuration, type DurationScale } from '../../model/duration.ts';
import { formatInstant } from '../../model/instant.ts';
import type { TaskStatus } from '../../model/task.ts';
import { withoutGaps, type PlainFields } from '../plainValues.ts';
import { dateOf } from './mspdiDate.ts';
import { lengthFormat, lengthInUnit, parseIsoMinutes } from './mspdiDuration.ts';
import { flagOf, numberOf, textOf, type XmlElement } from './xmlTree.ts';

/** How far a task is. */
export interface ImportedProgress {
  readonly status: TaskStatus;
  /** `started`, `finished`, `progress` and `remaining`, as far as they say something. */
  readonly fields: PlainFields;
}

/** A summary's progress is computed from its children and is not carried over. */
export function readProgress(
  element: XmlElement,
  ctx: { readonly isSummary: boolean; readonly scale: DurationScale },
): ImportedProgress {
  const percent = numberOf(element, 'PercentComplete') ?? 0;
  const started = dateOf(element, 'ActualStart');
  const remaining = percent < 100 ? readRemaining(element, percent, ctx.scale) : undefined;
  const finished = percent >= 100 ? dateOf(element, 'ActualFinish') : undefined;
  const status = statusOf(element, percent, started !== undefined);
  if (ctx.isSummary || (percent <= 0 && started === undefined)) return { status, fields: {} };
  return {
    status,
    fields: withoutGaps({
      started: started === undefined ? undefined : formatInstant(started),
      finished: finished === undefined ? undefined : formatInstant(finished),
      progress: percent > 0 && percent < 100 && !remaining?.isWhole ? `${percent}%` : undefined,
      remaining: remaining?.text,
    }),
  };
}

function statusOf(element: XmlElement, percent: number, isStarted: boolean): TaskStatus {
  if (textOf(element, 'Active') !== undefined && !flagOf(element, 'Active')) return 'dropped';
  if (percent >= 100) return 'done';
  return percent > 0 || isStarted ? 'doing' : 'todo';
}

/** What is left where it is not what the percentage, which is rounded, leaves of the duration. */
interface Remaining {
  readonly text: string;
  /** It makes up the duration together with what is done, and says more than the percentage. */
  readonly isWhole: boolean;
}

function readRemaining(
  element: XmlElement,
  percent: number,
  scale: DurationScale,
): Remaining | undefined {
  const minutesOf = (name: string): number | undefined =>
    parseIsoMinutes(textOf(element, name) ?? '');
  const total = minutesOf('Duration');
  const minutes = minutesOf('RemainingDuration');
  if (total === undefined || minutes === undefined || minutes < 0) return undefined;
  if (Math.round(minutes) === Math.round(total * (1 - percent / 100))) return undefined;
  const format = lengthFormat(numberOf(element, 'DurationFormat'));
  const unit = format?.kind === 'duration' ? format : ({ unit: 'd', isElapsed: false } as const);
  const done = minutesOf('ActualDuration');
  return {
    text: formatDuration(lengthInUnit(minutes, unit, scale)),
    isWhole: done !== undefined && Math.round(done + minutes) === Math.round(total),
  };
}
