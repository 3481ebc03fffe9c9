import { ok, type Result } from '../base/result.ts';
import type { Change } from '../model/change.ts';
import { longestMinutes, type DurationScale } from '../model/duration.ts';
import type { Problem } from '../model/problem.ts';
import { editLength, type Bar } from '../schedule/taskEdits.ts';
import { nameOf, refuse } from './commandPlan.ts';
import { changeOfEdit } from './moveStart.ts';

/**
 * The change that gives a task another length, in minutes of its calendar (elapsed ones when its
 * duration is elapsed).
 */
export function resizeTask(
  bar: Bar,
  minutes: number,
  scale: DurationScale,
): Result<Change, Problem> {
  const { item } = bar;
  if (!Number.isInteger(minutes) || minutes < 0) {
    const message = `A task takes whole minutes and no fewer than none, not ${minutes}`;
    return refuse(message, [item.id], 'duration-negative');
  }
  if (minutes > longestMinutes) {
    const message = `${nameOf(item)} cannot be longer than a century`;
    return refuse(message, [item.id], 'duration-implausible');
  }
  const edit = editLength(bar, minutes, scale);
  if (edit) return ok(changeOfEdit(item, edit));
  const message = `${nameOf(item)} has more work behind it than that; complete it instead`;
  return refuse(message, [item.id]);
}
