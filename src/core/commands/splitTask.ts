import { formatDuration } from '../model/duration.ts';
import { formatDay } from '../model/instant.ts';
import { withPause } from '../schedule/cutWork.ts';
import { readPauses } from '../schedule/splitWork.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { nameOf, planChanges, refuse, setField } from './commandPlan.ts';
import { findCut } from './cutTask.ts';
import type { CommandInputs } from './inputs.ts';

/** Lets the work of a task pause at a moment: it stays one task, with one line for its parts. */
export function splitTask(ctx: CommandContext, input: CommandInputs['splitTask']): CommandResult {
  const cut = findCut(ctx, input);
  if (!cut.ok) return cut;
  const { bar, after } = cut.value;
  const { item } = bar;
  const scale = ctx.snapshot.plan.project.durationScale;
  const length = input.pauseMinutes ?? (bar.dates.isElapsed ? 1440 : scale.minutesPerDay);
  if (!Number.isInteger(length) || length <= 0) {
    const message = `A pause takes whole minutes and at least one, not ${length}`;
    return refuse(message, [item.id], 'duration-negative');
  }
  const known = readPauses(item.split, scale, bar.dates.durationMinutes);
  if (known.some(pause => pause.after === after)) {
    const message = `${nameOf(item)} pauses at ${formatDay(input.at)} already; change its split instead`;
    return refuse(message, [item.id]);
  }
  const value = withPause(bar, { after, length }, scale).map(formatDuration);
  const title = `Split "${item.title}" at ${formatDay(input.at)}`;
  return planChanges(title, item.id, [setField(item.id, ['split'], value)]);
}
