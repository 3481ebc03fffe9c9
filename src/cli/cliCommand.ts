import { refused, type Result } from '../core/base/result.ts';
import { createProblem, type Problem } from '../core/model/problem.ts';
import type { CliHost } from './host.ts';
import type { Paint } from './terminalText.ts';
import type { TableStyle } from './textTable.ts';

/** An option of a command, beside those that every command has. */
export interface CliOption {
  readonly name: string;
  readonly short?: string;
  /** What stands for the value in the help; undefined for a switch. */
  readonly value?: string;
  /** It may be given several times; then its values are in `lists`. */
  readonly isRepeated?: boolean;
  readonly summary: string;
}

export interface CliCommandEntry {
  readonly name: string;
  /** Another word for the same. */
  readonly alias?: string;
  /** What follows the name: `ID field=value …`. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** More for the command's own help. */
  readonly details?: string;
  readonly examples: readonly string[];
  readonly options?: readonly CliOption[];
  /** Loads the code when the command is called. */
  readonly load: () => Promise<{ readonly run: RunCommand }>;
}

/** The arguments of a call, already split. */
export interface CliCall {
  readonly words: readonly string[];
  /** Text options by name. */
  readonly values: Readonly<Record<string, string | undefined>>;
  /** Text options that may be given several times, in the order of the call. */
  readonly lists: Readonly<Record<string, readonly string[] | undefined>>;
  /** Switches that are on. */
  readonly switches: ReadonlySet<string>;
}

export type OutputFormat = 'text' | 'json' | 'sarif';

export interface CliContext {
  readonly host: CliHost;
  readonly paint: Paint;
  readonly table: TableStyle;
  readonly format: OutputFormat;
  /** Absolute path of the workspace folder: the one that `-C` names, or that of the plan from here up. */
  readonly workspace: string;
  /** True when the workspace folder was not named and lies above the working folder. */
  readonly isAbove: boolean;
  /** The plan folder that was asked for by name. */
  readonly folderName: string | undefined;
}

/** What a command has to say. */
export interface CliAnswer {
  /** The envelope's `kind`. */
  readonly kind: string;
  /** The envelope's `data`: plain JSON. */
  readonly data: unknown;
  /** What goes to standard output in text mode. */
  readonly text: string;
  /** True when the text is a file for other programs, which gets it as it is unless a person looks. */
  readonly isFile?: boolean;
  readonly problems: readonly Problem[];
  /** The plan folder that the problems' files lie in, relative to the workspace folder. */
  readonly folder: string;
  /** From which severity up the problems make an exit code of 1; never when undefined. */
  readonly findingsFrom?: 'error' | 'warning';
  /** Problems that are counted and not listed, because there are too many. */
  readonly unlisted?: number;
}

/** Why a command could not run. */
export interface CliFailure {
  readonly problems: readonly Problem[];
  /** As in {@link CliAnswer.folder}. */
  readonly folder: string;
}

export type CliResult = Result<CliAnswer, CliFailure>;

export type RunCommand = (call: CliCall, ctx: CliContext) => Promise<CliResult>;

/** A refusal for a single reason. */
export function cannotRun(problem: Problem, folder = ''): Result<never, CliFailure> {
  return refused({ problems: [problem], folder });
}

/** A refusal because the call itself is wrong. */
export function misused(message: string): Result<never, CliFailure> {
  return cannotRun(createProblem('command-refused', message));
}
