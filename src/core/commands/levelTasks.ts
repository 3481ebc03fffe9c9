import type { Change } from '../model/change.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { planChanges, refuse } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { moveStart } from './moveStart.ts';
import { rescheduleTask } from './rescheduleTask.ts';

/** Puts tasks where levelling found room for them: one line in the file of each. */
export function levelTasks(
  ctx: CommandContext,
  { moves }: CommandInputs['levelTasks'],
): CommandResult {
  const [first] = moves;
  if (!first) return refuse('No task is to be moved');
  const schedule = ctx.schedule();
  const changes: Change[] = [];
  for (const move of moves) {
    const held = holdWhereItIs(ctx, schedule, move);
    const planned = held ?? rescheduleTask({ ...ctx, schedule: () => schedule }, move);
    if (!planned.ok) return planned;
    changes.push(...planned.value.changes);
  }
  const title = `Level ${moves.length === 1 ? 'a task' : `${moves.length} tasks`}`;
  return planChanges(title, first.id, changes);
}

/** What is as late as possible keeps its place only where it is written down, also the one that it has. */
function holdWhereItIs(
  { snapshot }: CommandContext,
  schedule: Schedule,
  { id, start }: CommandInputs['levelTasks']['moves'][number],
): CommandResult | undefined {
  const item = snapshot.plan.tasks.get(id);
  const dates = schedule.datesOf(id);
  if (item?.constraint?.kind !== 'ALAP' || dates?.start !== start) return undefined;
  const bar = { item, dates, calendar: schedule.calendarOf(id) };
  const moved = moveStart(bar, start, dates.durationMinutes);
  return moved.ok ? planChanges(`Hold "${item.title}"`, id, [moved.value]) : moved;
}
