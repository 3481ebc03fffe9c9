import { formatDuration, type DurationScale } from '../../model/duration.ts';
import { formatInstant } from '../../model/instant.ts';
import type { TaskStatus } from '../../model/task.ts';
import { withoutGaps, type PlainFields } from '../plainValues.ts';
import type { Losses } from './losses.ts';
import { dateOf, isNoDate } from './mspdiDate.ts';
import { isTooLong, lengthFormat, lengthInUnit, parseIsoMinutes } from './mspdiDuration.ts';
import { flagOf, numberOf, textOf, type XmlElement } from './xmlTree.ts';

/** How far a task is. */
export interface ImportedProgress {
  readonly status: TaskStatus;
  /** `started`, `finished`, `progress` and `remaining`, as far as they say something. */
  readonly fields: PlainFields;
}

interface ProgressContext {
  readonly isSummary: boolean;
  readonly scale: DurationScale;
  readonly losses: Losses;
}

/** A summary's progress is computed from its children and is not carried over. */
export function readProgress(element: XmlElement, ctx: ProgressContext): ImportedProgress {
  const percent = readPercent(element, ctx.losses);
  if (isNoDate(element, 'ActualStart') || isNoDate(element, 'ActualFinish')) {
    ctx.losses.tell('actualDate', element);
  }
  const started = dateOf(element, 'ActualStart');
  const remaining = percent < 100 ? readRemaining(element, percent, ctx) : undefined;
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

/** From 0 to 100, with two decimals at most. */
function readPercent(element: XmlElement, losses: Losses): number {
  const text = textOf(element, 'PercentComplete');
  if (text === undefined) return 0;
  const percent = numberOf(element, 'PercentComplete');
  const bounded = Math.max(0, Math.min(100, percent ?? 0));
  if (bounded !== percent) losses.tell('progressBounded', element);
  return Number(bounded.toFixed(2));
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
  { isSummary, scale, losses }: ProgressContext,
): Remaining | undefined {
  const minutesOf = (name: string): number | undefined =>
    parseIsoMinutes(textOf(element, name) ?? '');
  const text = textOf(element, 'RemainingDuration');
  if (isSummary || text === undefined) return undefined;
  const total = minutesOf('Duration');
  const minutes = minutesOf('RemainingDuration');
  const format = lengthFormat(numberOf(element, 'DurationFormat'));
  const unit = format?.kind === 'duration' ? format : ({ unit: 'd', isElapsed: false } as const);
  const length = minutes === undefined ? undefined : lengthInUnit(minutes, unit, scale);
  if (minutes === undefined || length === undefined || minutes < 0 || isTooLong(length)) {
    losses.tell('remaining', element);
    return undefined;
  }
  if (total === undefined) return undefined;
  if (Math.round(minutes) === Math.round(total * (1 - percent / 100))) return undefined;
  const done = minutesOf('ActualDuration');
  return {
    text: formatDuration(length),
    isWhole: done !== undefined && Math.round(done + minutes) === Math.round(total),
  };
}
