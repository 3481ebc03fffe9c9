import { parseArgs } from 'node:util';
import { ok, type Result } from '../core/base/result.ts';
import {
  misused,
  type CliCall,
  type CliCommandEntry,
  type CliFailure,
  type CliOption,
} from './cliCommand.ts';

/** What every command understands. */
export const globalOptions: readonly CliOption[] = [
  {
    name: 'directory',
    short: 'C',
    value: 'DIR',
    summary:
      'the workspace folder, from which files are named too; otherwise the nearest with a plan, from here up',
  },
  { name: 'folder', value: 'NAME', summary: 'the plan folder in it, instead of .project' },
  { name: 'format', value: 'FORMAT', summary: 'text (for people) or json (one envelope)' },
  { name: 'help', short: 'h', summary: 'what the command does' },
  { name: 'version', summary: 'the version of Gantry' },
];

/**
 * The name of the command: the first word that is neither an option nor the value of one that every
 * command has. Undefined when there is none.
 */
export function findCommandName(args: readonly string[]): string | undefined {
  const { positionals } = parseArgs({
    args: [...args],
    options: optionTable(globalOptions),
    strict: false,
    allowPositionals: true,
  });
  return positionals[0];
}

/** Splits the arguments of a call. The first word, the command's name, is left out. */
export function parseCall(
  args: readonly string[],
  command: CliCommandEntry | undefined,
): Result<CliCall, CliFailure> {
  const options = optionTable([...globalOptions, ...(command?.options ?? [])]);
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      strict: true,
      allowPositionals: true,
    });
    const texts: Record<string, string | undefined> = {};
    const lists: Record<string, readonly string[] | undefined> = {};
    const switches = new Set<string>();
    for (const [name, value] of Object.entries(values)) {
      if (typeof value === 'string') texts[name] = value;
      else if (value === true) switches.add(name);
      else if (Array.isArray(value)) lists[name] = value.map(String);
    }
    return ok({ words: positionals.slice(command ? 1 : 0), values: texts, lists, switches });
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    const help = `see gantry help${command ? ` ${command.name}` : ''}`;
    return misused(
      `${reasonText(reason)}; ${help}, and put -- before words that begin with a dash`,
    );
  }
}

type OptionTable = Record<
  string,
  { type: 'string' | 'boolean'; short?: string; multiple?: boolean }
>;

function optionTable(options: readonly CliOption[]): OptionTable {
  const table: OptionTable = {};
  for (const { name, short, value, isRepeated = false } of options) {
    const type = value === undefined ? 'boolean' : 'string';
    table[name] = { type, multiple: isRepeated, ...(short === undefined ? {} : { short }) };
  }
  return table;
}

/** Node's own sentence goes on to explain how to write file names that begin with a dash. */
function reasonText(reason: string): string {
  const option = /^Option '(?:-\w, )?(--[\w-]+)[^']*' argument is ambiguous/.exec(reason)?.[1];
  if (option !== undefined) {
    return `${option} needs a value; write ${option}=VALUE for one that begins with a dash`;
  }
  const [first = reason] = reason.split(/\. |\n/);
  return first.replace(/\.$/, '');
}
