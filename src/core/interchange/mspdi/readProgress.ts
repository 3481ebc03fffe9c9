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
  const finished = percent >= 100 ? dateOf(element, 'ActualFinish') : undefined;
  const status = statusOf(element, percent, started !== undefined);
  if (ctx.isSummary || (percent <= 0 && started === undefined)) return { status, fields: {} };
  return {
    status,
    fields: withoutGaps({
      started: started === undefined ? undefined : formatInstant(started),
      finished: finished === undefined ? undefined : formatInstant(finished),
      progress: percent > 0 && percent < 100 ? `${percent}%` : undefined,
      remaining: percent < 100 ? readRemaining(element, percent, ctx.scale) : undefined,
    }),
  };
}

function statusOf(element: XmlElement, percent: number, isStarted: boolean): TaskStatus {
  if (textOf(element, 'Active') !== undefined && !flagOf(element, 'Active')) return 'dropped';
  if (percent >= 100) return 'done';
  return percent > 0 || isStarted ? 'doing' : 'todo';
}

/** Only where it is not what the percentage leaves of the duration anyway. */
function readRemaining(
  element: XmlElement,
  percent: number,
  scale: DurationScale,
): string | undefined {
  const total = parseIsoMinutes(textOf(element, 'Duration') ?? '');
  const minutes = parseIsoMinutes(textOf(element, 'RemainingDuration') ?? '');
  if (total === undefined || minutes === undefined || minutes < 0) return undefined;
  if (Math.round(minutes) === Math.round(total * (1 - percent / 100))) return undefined;
  const format = lengthFormat(numberOf(element, 'DurationFormat'));
  const unit = format?.kind === 'duration' ? format : ({ unit: 'd', isElapsed: false } as const);
  return formatDuration(lengthInUnit(minutes, unit, scale));
}
