import type { Change } from '../model/change.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { planChanges, refuse } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
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
    const planned = rescheduleTask({ ...ctx, schedule: () => schedule }, move);
    if (!planned.ok) return planned;
    changes.push(...planned.value.changes);
  }
  const title = `Level ${moves.length === 1 ? 'a task' : `${moves.length} tasks`}`;
  return planChanges(title, first.id, changes);
}
