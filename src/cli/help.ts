import { globalOptions } from './commandLine.ts';
import type { CliCommandEntry, CliOption } from './cliCommand.ts';
import type { Paint } from './terminalText.ts';

const introduction =
  'Gantry keeps a project plan as files in git, beside the code, and computes its schedule.';

/** What `gantry --help` prints. */
export function generalHelp(commands: readonly CliCommandEntry[], paint: Paint): string {
  const width = Math.max(...commands.map(command => command.name.length));
  return [
    introduction,
    '',
    `${paint.bold('Usage')}  gantry COMMAND [arguments] [options]`,
    '',
    paint.bold('Commands'),
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    paint.bold('Options of every command'),
    ...optionLines(globalOptions),
    '',
    paint.bold('Exit codes'),
    '  0  clean',
    '  1  it ran, and there are findings',
    '  2  it could not run',
    '',
    'gantry help COMMAND tells more of a command.',
    '',
  ].join('\n');
}

/** What `gantry help COMMAND` prints. */
export function commandHelp(command: CliCommandEntry, paint: Paint): string {
  const { name, usage, summary, details, examples, options = [] } = command;
  return [
    `${paint.bold('Usage')}  gantry ${name}${usage === '' ? '' : ` ${usage}`}`,
    '',
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    ...(details === undefined ? [] : ['', details]),
    ...(command.alias === undefined ? [] : ['', `gantry ${command.alias} means the same.`]),
    ...(options.length === 0 ? [] : ['', paint.bold('Options'), ...optionLines(options)]),
    '',
    paint.bold('Examples'),
    ...examples.map(example => `  ${example}`),
    '',
  ].join('\n');
}

function optionLines(options: readonly CliOption[]): readonly string[] {
  const heads = options.map(({ name, short, value }) => {
    const dash = short === undefined ? '    ' : `-${short}, `;
    return `${dash}--${name}${value === undefined ? '' : ` ${value}`}`;
  });
  const width = Math.max(...heads.map(head => head.length));
  return options.map(({ summary }, i) => `  ${(heads[i] ?? '').padEnd(width)}  ${summary}`);
}
