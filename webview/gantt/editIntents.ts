import {
  formatDuration,
  formatEstimate,
  parseDuration,
  parseEstimate,
} from '../../src/core/model/duration.ts';
import { minutesPerDay, parsePlanDate } from '../../src/core/model/instant.ts';
import type { TaskStatus } from '../../src/core/model/task.ts';
import type { Intent } from '../../src/protocol/messages.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import { endedAt, movedBy, rescheduleIntent, resizedBy, type Held } from './reschedule.ts';

/** A typed value as one intent, or why it cannot be one; undefined when nothing changes. */
export type Edit =
  | { readonly kind: 'intent'; readonly intent: Intent }
  | { readonly kind: 'refusal'; readonly message: string }
  | undefined;

/** Decides what an edit means on the newest plan, and carries it out. */
export type Apply = (decide: (held: Held, plan: LoadedPlan, row: number) => Edit) => void;

/** A start typed as `2026-03-02`; a day without work means the next that has some. */
export function editStart(held: Held, text: string): Edit {
  const date = parsePlanDate(text);
  if (!date) return refuse('Write the start as a date, such as 2026-03-02');
  if (held.isPromise) {
    return { kind: 'intent', intent: setField(held.id, 'due', text) };
  }
  const start = date.hasTime ? date.at : held.workingTime.nextWork(date.at);
  if (start === held.from.start) return undefined;
  return { kind: 'intent', intent: { command: 'rescheduleTask', input: { id: held.id, start } } };
}

/** The last day of the work; the length follows from it. */
export function editFinish(held: Held, text: string): Edit {
  const date = parsePlanDate(text);
  if (!date) return refuse('Write the finish as a date, such as 2026-03-14');
  const finish = date.hasTime ? date.at : date.at + minutesPerDay;
  if (finish <= held.from.start) return refuse('The finish must come after the start');
  return wrap(rescheduleIntent(held, endedAt(held, finish, 'day')));
}

/**
 * A length as files take it: `3d`, `4h`, `2w`, or a range such as `2d..3d..8d`, which is an estimate;
 * a bare number counts days.
 */
export function editDuration(held: Held, text: string): Edit {
  const trimmed = text.trim();
  if (trimmed.includes('..')) return editEstimate(held, trimmed);
  const duration = parseDuration(/^\d+(?:\.\d+)?$/.test(trimmed) ? `${trimmed}d` : trimmed);
  if (!duration || duration.value <= 0) {
    return refuse('Write the duration like 3d, 4h, 2w or 3ed, or as a range such as 2d..3d..8d');
  }
  const perUnit = duration.isElapsed ? undefined : unitMinutes(duration.unit, held);
  if (perUnit === undefined) {
    return { kind: 'intent', intent: setField(held.id, 'duration', formatDuration(duration)) };
  }
  const durationMinutes = Math.round(duration.value * perUnit);
  if (durationMinutes === held.from.durationMinutes) return undefined;
  return {
    kind: 'intent',
    intent: { command: 'rescheduleTask', input: { id: held.id, durationMinutes } },
  };
}

/** A range says how much work there is, so it takes the place of a fixed length. */
function editEstimate(held: Held, text: string): Edit {
  const estimate = parseEstimate(text);
  if (!estimate)
    return refuse('Write a range from the shortest to the longest, such as 2d..3d..8d');
  const fields = { estimate: formatEstimate(estimate), duration: null };
  return { kind: 'intent', intent: { command: 'setFields', input: { id: held.id, fields } } };
}

export function editProgress(id: string, text: string): Edit {
  const percent = Number(text.replace('%', '').trim());
  if (text.trim() === '' || !(percent >= 0 && percent <= 100)) {
    return refuse('Write the progress as a percentage from 0 to 100');
  }
  return {
    kind: 'intent',
    intent: { command: 'setProgress', input: { id, percent: Math.round(percent) } },
  };
}

/** The dates and the progress that belong to a status are the host's to write. */
export function editStatus(id: string, from: TaskStatus, to: TaskStatus): Edit {
  if (from === to) return undefined;
  return { kind: 'intent', intent: { command: 'setStatus', input: { id, status: to } } };
}

export function nudgeStart(held: Held, days: number): Edit {
  return wrap(rescheduleIntent(held, movedBy(held, days * minutesPerDay, 'day')));
}

export function nudgeLength(held: Held, days: number): Edit {
  return wrap(rescheduleIntent(held, resizedBy(held, days, 'day')));
}

function setField(id: string, field: string, value: string): Intent {
  return { command: 'setFields', input: { id, fields: { [field]: value } } };
}

function unitMinutes(unit: string, held: Held): number | undefined {
  if (unit === 'd') return held.minutesPerWorkday;
  if (unit === 'h') return 60;
  return unit === 'm' ? 1 : undefined;
}

function refuse(message: string): Edit {
  return { kind: 'refusal', message };
}

function wrap(intent: Intent | undefined): Edit {
  return intent && { kind: 'intent', intent };
}
