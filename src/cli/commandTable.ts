import type { CliCommandEntry } from './cliCommand.ts';
import { changingCommands } from './changingCommands.ts';
import { lookingCommands } from './lookingCommands.ts';

/** Every command, in the order of the help. */
export const commandTable: readonly CliCommandEntry[] = [...lookingCommands, ...changingCommands];

/** The command that a person means by its name or its other name. */
export function findCommand(name: string | undefined): CliCommandEntry | undefined {
  if (name === undefined) return undefined;
  return commandTable.find(entry => entry.name === name || entry.alias === name);
}
