import path from 'node:path';
import { ok, type Result } from '../core/base/result.ts';
import type {
  CliAnswer,
  CliCall,
  CliCommandEntry,
  CliContext,
  CliFailure,
  OutputFormat,
} from './cliCommand.ts';
import { misused } from './cliCommand.ts';
import { findCommandName, parseCall } from './commandLine.ts';
import { commandTable, findCommand } from './commandTable.ts';
import { findWorkspace } from './findWorkspace.ts';
import { toProblem } from './failure.ts';
import { commandHelp, generalHelp } from './help.ts';
import type { CliHost, ExitCode } from './host.ts';
import { writeAnswer, writeFailure } from './output.ts';
import { createPaint } from './terminalText.ts';

/** Runs one call from its arguments to its exit code. Nothing is thrown, whatever goes wrong. */
export async function runCli(args: readonly string[], host: CliHost): Promise<ExitCode> {
  const ctx = createContext(args, host);
  try {
    const result = await run(args, ctx);
    if (result.ok) return result.value === undefined ? 0 : writeAnswer(result.value, ctx);
    return writeFailure(result.error, ctx);
  } catch (failure) {
    return writeFailure({ problems: [toProblem(failure)], folder: '' }, ctx);
  }
}

/** Undefined when help or the version was asked for and is printed. */
async function run(
  args: readonly string[],
  ctx: CliContext,
): Promise<Result<CliAnswer | undefined, CliFailure>> {
  const name = findCommandName(args);
  const command = findCommand(name);
  if (name !== undefined && name !== 'help' && !command) return misused(unknownCommand(name));
  const call = parseCall(args, command);
  if (!call.ok) return call;
  const { words, values, switches } = call.value;
  if (switches.has('version')) return print(ctx, `${ctx.host.version}\n`);
  if (name === 'help') return printHelp(words.slice(1), ctx);
  if (!command) {
    if (switches.has('help') || args.length === 0) {
      return print(ctx, generalHelp(commandTable, ctx.paint));
    }
    return misused('Name a command; gantry --help lists them');
  }
  if (switches.has('help')) return print(ctx, commandHelp(command, ctx.paint));
  const format = values['format'];
  if (format !== undefined && !formatsOf(command).some(known => known === format)) {
    return misused(`${format} is no format here; use ${formatsOf(command).join(' or ')}`);
  }
  return runLoaded(command, call.value, ctx);
}

async function runLoaded(
  command: CliCommandEntry,
  call: CliCall,
  ctx: CliContext,
): Promise<Result<CliAnswer, CliFailure>> {
  const { run: runCommand } = await command.load();
  return runCommand(call, ctx);
}

function createContext(args: readonly string[], host: CliHost): CliContext {
  const { values } = laxCall(args);
  const folderName = values['folder'] ?? host.environment['GANTRY_FOLDER'];
  const named = values['directory'];
  const workspace =
    named === undefined
      ? findWorkspace(host.workingFolder, folderName)
      : { workspace: path.resolve(host.workingFolder, named), isAbove: false };
  const paint = createPaint(host.isTerminal, host.environment);
  const command = findCommand(findCommandName(args));
  const known = command ? formatsOf(command) : formats;
  const format = known.find(each => each === values['format']) ?? 'text';
  return {
    host,
    paint,
    table: { heading: paint.dim, columns: host.columns },
    format,
    ...workspace,
    folderName,
  };
}

/** The options as far as they can be read, so that even a wrong call is answered in its format. */
function laxCall(args: readonly string[]): Pick<CliCall, 'values'> {
  const command = findCommand(findCommandName(args));
  const call = parseCall(args, command);
  if (call.ok) return call.value;
  const at = args.findIndex(arg => arg === '--format' || arg === '--format=json');
  const isJson = at >= 0 && (args[at] === '--format=json' || args[at + 1] === 'json');
  return { values: isJson ? { format: 'json' } : {} };
}

const formats: readonly OutputFormat[] = ['text', 'json', 'sarif'];

function formatsOf(command: CliCommandEntry): readonly OutputFormat[] {
  return command.usage.includes('|sarif') ? formats : ['text', 'json'];
}

function print(ctx: CliContext, text: string): Result<undefined, CliFailure> {
  ctx.host.writeOut(text);
  return ok(undefined);
}

function printHelp(words: readonly string[], ctx: CliContext): Result<undefined, CliFailure> {
  const [name] = words;
  if (name === undefined) return print(ctx, generalHelp(commandTable, ctx.paint));
  const command = findCommand(name);
  return command ? print(ctx, commandHelp(command, ctx.paint)) : misused(unknownCommand(name));
}

function unknownCommand(name: string): string {
  const near = commandTable.find(
    entry => entry.name.startsWith(name) || name.startsWith(entry.name),
  );
  const hint = near ? `did you mean ${near.name}, or see` : 'see';
  return `There is no command ${name}; ${hint} gantry --help`;
}
