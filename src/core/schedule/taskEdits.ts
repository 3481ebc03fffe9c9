import type { Calendar } from '../calendar/calendar.ts';
import type { Constraint, DatedConstraint } from '../model/constraint.ts';
import {
  durationFromMinutes,
  durationMinutes,
  estimatePoints,
  exactEstimate,
  type Duration,
  type DurationScale,
  type Estimate,
} from '../model/duration.ts';
import type { Instant, PlanDate } from '../model/instant.ts';
import type { Task } from '../model/task.ts';
import { finishDate, startDate } from './barDates.ts';
import type { ItemDates } from './schedule.ts';
import { expectedEffort } from './taskWork.ts';

/** A task with what decides how its bar is written. */
export interface Bar {
  readonly item: Task;
  readonly dates: ItemDates;
  readonly calendar: Calendar;
}

/** The one field of a task that says where its bar begins or how long it is, with another value. */
export type TaskEdit =
  | { readonly field: 'started' | 'pinned'; readonly value: PlanDate }
  | { readonly field: 'constraint'; readonly value: Constraint }
  | { readonly field: 'duration'; readonly value: Duration }
  | { readonly field: 'estimate' | 'remaining'; readonly value: Estimate };

/** Estimates that come out in fractions are rounded to this many minutes, so that they stay readable. */
const estimateStepMinutes = 30;

export function applyTaskEdit(task: Task, { field, value }: TaskEdit): Task {
  return { ...task, [field]: value };
}

/**
 * What lets a task start at another moment: its actual start, the pin or the dated constraint that
 * holds it, or else a new start-no-earlier-than. Undefined where its one constraint is a limit.
 *
 * @param durationMinutes its length after the move
 */
export function editStart(
  { item, dates, calendar }: Bar,
  to: Instant,
  durationMinutes: number,
): TaskEdit | undefined {
  if (item.started) return { field: 'started', value: startDate(to, calendar) };
  const start = dates.isElapsed ? to : calendar.nextWork(to);
  if (item.pinned) return { field: 'pinned', value: startDate(start, calendar) };
  const kind = item.constraint?.kind ?? 'ASAP';
  switch (kind) {
    case 'ASAP':
    case 'ALAP':
    case 'SNET':
      return constrain('SNET', startDate(start, calendar));
    case 'MSO':
      return constrain('MSO', startDate(start, calendar));
    case 'FNET':
    case 'MFO': {
      const finish = dates.isElapsed
        ? start + durationMinutes
        : calendar.addWork(start, durationMinutes);
      return constrain(kind, finishDate(finish, calendar));
    }
    case 'SNLT':
    case 'FNLT':
      return undefined;
  }
}

function constrain(kind: DatedConstraint, date: PlanDate): TaskEdit {
  return { field: 'constraint', value: { kind, date } };
}

/**
 * What gives a task another length, in minutes of its calendar (elapsed ones when its duration is
 * elapsed): what remains where that is stated, else the duration, else the effort. Undefined where
 * more is done than that.
 *
 * @param minutes whole, not negative
 */
export function editLength(
  { item, dates }: Pick<Bar, 'item' | 'dates'>,
  minutes: number,
  scale: DurationScale,
): TaskEdit | undefined {
  if (item.remaining) {
    const before = expectedEffort(item.remaining, scale);
    const left = before + minutes - dates.durationMinutes;
    if (left < 0) return undefined;
    if (left > 0 && before > 0 && estimatePoints(item.remaining) > 1) {
      return { field: 'remaining', value: stretchEstimate(item.remaining, left / before, scale) };
    }
    const length = toLength(left, item.remaining.optimistic.isElapsed, scale);
    return { field: 'remaining', value: exactEstimate(length) };
  }
  if (item.duration ?? !item.estimate) {
    const isElapsed = item.duration?.isElapsed ?? false;
    return { field: 'duration', value: toLength(minutes, isElapsed, scale) };
  }
  if (dates.durationMinutes === 0 || minutes === 0) {
    return { field: 'duration', value: toLength(minutes, dates.isElapsed, scale) };
  }
  const ratio = minutes / dates.durationMinutes;
  return { field: 'estimate', value: stretchEstimate(item.estimate, ratio, scale) };
}

/**
 * A range is shifted as a whole, so that `2d..3d..4d` made a day longer is `3d..4d..5d`; where that
 * would leave nothing of its lower end, it keeps its proportions instead.
 */
function stretchEstimate(estimate: Estimate, ratio: number, scale: DurationScale): Estimate {
  const { optimistic, likely, pessimistic } = estimate;
  const minutesOf = (duration: Duration): number => durationMinutes(duration, scale);
  const middle = likely ? minutesOf(likely) : (minutesOf(optimistic) + minutesOf(pessimistic)) / 2;
  const added = middle * (ratio - 1);
  const isShift = minutesOf(optimistic) + added > 0;
  const part = (duration: Duration): Duration => {
    const before = minutesOf(duration);
    const exact = isShift ? before + added : before * ratio;
    const rounded = Math.round(exact / estimateStepMinutes) * estimateStepMinutes;
    const isExact = Number.isInteger(exact) || rounded === 0;
    return toLength(isExact ? Math.round(exact) : rounded, duration.isElapsed, scale);
  };
  if (likely && estimatePoints(estimate) === 1) return exactEstimate(part(likely));
  return {
    optimistic: part(optimistic),
    likely: likely && part(likely),
    pessimistic: part(pessimistic),
  };
}

function toLength(minutes: number, isElapsed: boolean, scale: DurationScale): Duration {
  if (!isElapsed) return durationFromMinutes(minutes, scale);
  const elapsedDay = { minutesPerDay: 1440, minutesPerWeek: 7 * 1440, daysPerMonth: 30 };
  return { ...durationFromMinutes(minutes, elapsedDay), isElapsed: true };
}
