import type { Change } from '../model/change.ts';
import { snapshotAfter } from '../store/snapshotAfter.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { planChanges, refuse } from './commandPlan.ts';
import type { CommandInputs, CommandName } from './inputs.ts';
import { runCommand } from './runCommand.ts';

/** A command with its input. */
export type Step = (ctx: CommandContext) => CommandResult;

export function stepOf<Name extends CommandName>(name: Name, input: CommandInputs[Name]): Step {
  return ctx => runCommand(name, ctx, input);
}

const drawing: ReadonlySet<CommandName> = new Set<CommandName>([
  'addItem',
  'addActionTasks',
  'renameItem',
  'divideTask',
  'markOccurred',
  'resolveConflict',
  'supersedeDecision',
]);

/** True for a command that makes ids, and so has to know which are taken on other branches. */
export function drawsIds(command: CommandName): boolean {
  return drawing.has(command);
}

/**
 * Works several commands out as one edit: each sees what those before it want done. Refused as a
 * whole when one of them is. The schedule stays the one of the beginning, so that bars that are
 * moved together move by the same.
 */
export function runTogether(ctx: CommandContext, steps: readonly Step[]): CommandResult {
  const [first, ...others] = steps;
  if (!first) return refuse('Nothing was asked for');
  const begun = first(ctx);
  if (!begun.ok || others.length === 0) return begun;
  const changes: Change[] = [];
  const remarks = [...(begun.value.remarks ?? [])];
  let present = ctx;
  let last = begun.value.changes;
  for (const step of others) {
    const after = snapshotAfter(present.snapshot, last);
    if (!after.ok) return after;
    present = { ...ctx, snapshot: after.value };
    changes.push(...last);
    const next = step(present);
    if (!next.ok) return next;
    last = next.value.changes;
    remarks.push(...(next.value.remarks ?? []));
  }
  const title = `${begun.value.title} and ${others.length} more`;
  return planChanges(title, begun.value.id, [...changes, ...last], remarks);
}
