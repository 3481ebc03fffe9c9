import { checkChanges } from '../store/checkChanges.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { commandTable } from './commandTable.ts';
import type { CommandInputs, CommandName } from './inputs.ts';

/**
 * Works a command out. What it answers with can be written: every value and reference was tried on
 * the files of the snapshot. Nothing is changed yet.
 */
export function runCommand<Name extends CommandName>(
  name: Name,
  ctx: CommandContext,
  input: CommandInputs[Name],
): CommandResult {
  const planned = commandTable[name].run(ctx, input);
  if (!planned.ok) return planned;
  const checked = checkChanges(ctx.snapshot, planned.value.changes);
  return checked.ok ? planned : checked;
}
