import { ok, type Result } from '../base/result.ts';
import type { Change } from '../model/change.ts';
import {
  durationFromMinutes,
  durationMinutes,
  formatDuration,
  formatEstimate,
  longestMinutes,
  type Duration,
  type DurationScale,
  type Estimate,
} from '../model/duration.ts';
import type { Problem } from '../model/problem.ts';
import type { Task } from '../model/task.ts';
import type { ItemDates } from '../schedule/schedule.ts';
import { nameOf, refuse, setField } from './commandPlan.ts';

/** Estimates that come out in fractions are rounded to this many minutes, so that they stay readable. */
const estimateStepMinutes = 30;

/**
 * The change that gives a task another length, in minutes of its calendar (elapsed ones when its
 * duration is elapsed): of what remains where that is stated, else of the duration, else of the
 * effort.
 */
export function resizeTask(
  task: Task,
  dates: ItemDates,
  minutes: number,
  scale: DurationScale,
): Result<Change, Problem> {
  if (!Number.isInteger(minutes) || minutes < 0) {
    const message = `A task takes whole minutes and no fewer than none, not ${minutes}`;
    return refuse(message, [task.id], 'duration-negative');
  }
  if (minutes > longestMinutes) {
    const message = `${nameOf(task)} cannot be longer than a century`;
    return refuse(message, [task.id], 'duration-implausible');
  }
  if (task.remaining)
    return resizeRemaining(task, task.remaining, minutes - dates.durationMinutes, scale);
  if (task.duration ?? !task.estimate) {
    const isElapsed = task.duration?.isElapsed ?? false;
    return ok(setField(task.id, ['duration'], formatLength(minutes, isElapsed, scale)));
  }
  if (dates.durationMinutes === 0 || minutes === 0) {
    return ok(setField(task.id, ['duration'], formatLength(minutes, dates.isElapsed, scale)));
  }
  const ratio = minutes / dates.durationMinutes;
  return ok(setField(task.id, ['estimate'], stretchEstimate(task.estimate, ratio, scale)));
}

function resizeRemaining(
  task: Task,
  remaining: Duration,
  addedMinutes: number,
  scale: DurationScale,
): Result<Change, Problem> {
  const left = durationMinutes(remaining, scale) + addedMinutes;
  if (left < 0) {
    const message = `${nameOf(task)} has more work behind it than that; complete it instead`;
    return refuse(message, [task.id]);
  }
  return ok(setField(task.id, ['remaining'], formatLength(left, remaining.isElapsed, scale)));
}

/**
 * A range is shifted as a whole, so that `2d..3d..4d` made a day longer is `3d..4d..5d`; where that
 * would leave nothing of its lower end, it keeps its proportions instead.
 */
function stretchEstimate(estimate: Estimate, ratio: number, scale: DurationScale): string {
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
  if (likely === optimistic && likely === pessimistic) return formatDuration(part(likely));
  return formatEstimate({
    optimistic: part(optimistic),
    likely: likely && part(likely),
    pessimistic: part(pessimistic),
  });
}

function formatLength(minutes: number, isElapsed: boolean, scale: DurationScale): string {
  return formatDuration(toLength(minutes, isElapsed, scale));
}

function toLength(minutes: number, isElapsed: boolean, scale: DurationScale): Duration {
  if (!isElapsed) return durationFromMinutes(minutes, scale);
  const elapsedDay = { minutesPerDay: 1440, minutesPerWeek: 7 * 1440, daysPerMonth: 30 };
  return { ...durationFromMinutes(minutes, elapsedDay), isElapsed: true };
}
