import type { CommandContext, CommandResult } from './command.ts';
import { commandTable } from './commandTable.ts';
import type { CommandInputs, CommandName } from './inputs.ts';

/** Works a command out by its name. Nothing is changed yet. */
export function runCommand<Name extends CommandName>(
  name: Name,
  ctx: CommandContext,
  input: CommandInputs[Name],
): CommandResult {
  return commandTable[name].run(ctx, input);
}
