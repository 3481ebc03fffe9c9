import type { Calendar, Interval } from '../../calendar/calendar.ts';
import { formatDuration, type DurationScale } from '../../model/duration.ts';
import { dateOf } from './mspdiDate.ts';
import { isTooLong, lengthInUnit, parseIsoMinutes } from './mspdiDuration.ts';
import { numberOf, textOf, type XmlElement } from './xmlTree.ts';

/** A task that pauses, or that does so in a way which cannot be told. */
export type ImportedSplit = readonly string[] | 'unclear' | undefined;

/** What the reading of pauses needs to know. */
export interface SplitContext {
  /** When the people of the task worked or are to work, in order. */
  readonly worked: readonly Interval[];
  readonly calendar: Calendar;
  readonly scale: DurationScale;
}

/**
 * The parts of a task and the pauses between them, in turn and without the last part: from the
 * working time of its assignments day by day; else, of begun work, from where it stopped and resumes.
 */
export function readSplit(task: XmlElement, ctx: SplitContext): ImportedSplit {
  const duration = minutesOf(task, 'Duration') ?? 0;
  const lengths = lengthsOf(ctx);
  if (lengths.length > 1) {
    const parts = lengths.filter((_, place) => place % 2 === 0);
    const work = parts.reduce((sum, length) => sum + length, 0);
    return work === duration ? inWords(lengths.slice(0, -1), ctx.scale) : 'unclear';
  }
  const stop = dateOf(task, 'Stop');
  const resume = dateOf(task, 'Resume');
  const percent = numberOf(task, 'PercentComplete') ?? 0;
  if (stop === undefined || resume === undefined || percent <= 0 || percent >= 100)
    return undefined;
  const done = minutesOf(task, 'ActualDuration') ?? Math.round((duration * percent) / 100);
  const pause = ctx.calendar.workBetween(stop, resume);
  return pause > 0 && done > 0 && done < duration ? inWords([done, pause], ctx.scale) : undefined;
}

/** Uneven work leaves gaps of less than a minute or two between its stretches; minutes. */
const shortestPause = 15;

/** Work, pause, work …, in minutes of the calendar; a gap of time off is no pause. */
function lengthsOf({ worked, calendar }: SplitContext): readonly number[] {
  const lengths: number[] = [];
  let end = -Infinity;
  for (const { from, to } of worked) {
    const work = calendar.workBetween(Math.max(from, end), to);
    if (work <= 0) continue;
    const pause = end === -Infinity ? 0 : calendar.workBetween(end, from);
    if (lengths.length === 0) lengths.push(work);
    else if (pause >= shortestPause) lengths.push(pause, work);
    else lengths[lengths.length - 1] = (lengths[lengths.length - 1] ?? 0) + work;
    end = to;
  }
  return lengths;
}

function inWords(minutes: readonly number[], scale: DurationScale): ImportedSplit {
  const lengths = minutes.map(each => lengthInUnit(each, days, scale));
  return lengths.some(isTooLong) ? 'unclear' : lengths.map(formatDuration);
}

const days = { unit: 'd', isElapsed: false } as const;

function minutesOf(element: XmlElement, name: string): number | undefined {
  const minutes = parseIsoMinutes(textOf(element, name) ?? '');
  return minutes === undefined ? undefined : Math.round(minutes);
}
