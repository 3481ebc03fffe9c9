import type { CommandContext, CommandResult } from './command.ts';
import { planChanges } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { chooseId } from './resolveId.ts';
import { refused } from '../base/result.ts';

/** Brings a removed item back. References to it are not made anew; undoing the removal does that. */
export function restoreItem(
  ctx: CommandContext,
  input: CommandInputs['restoreItem'],
): CommandResult {
  const id = chooseId(input.id.trim(), ctx.snapshot.removed ?? []);
  if (id.ok)
    return planChanges(`Restore ${id.value}`, id.value, [{ kind: 'restore', id: id.value }]);
  if (id.error.code !== 'reference-unknown') return id;
  const message = `No removed item has an id that begins with "${input.id.trim()}"`;
  return refused({ ...id.error, message });
}
