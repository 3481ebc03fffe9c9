import { jsonText } from '../core/base/jsonText.ts';
import type { CliAnswer, CliContext, CliFailure } from './cliCommand.ts';
import { hintOf } from './hints.ts';
import type { ExitCode } from './host.ts';
import { placeProblem, type PlacedProblem } from './placedProblem.ts';
import { formatProblems } from './printProblems.ts';
import { guardTerminal } from './terminalText.ts';

/** The version of the envelope's shape; a field may be added without a new one. */
const schemaVersion = 1;

/** How many problems are listed beside an answer that is about something else. */
const mostBeside = 10;

/** Prints an answer and decides the exit code. */
export function writeAnswer(answer: CliAnswer, ctx: CliContext): ExitCode {
  const problems = answer.problems.map(problem => placeProblem(problem, answer.folder));
  const exitCode: ExitCode = problems.some(problem => isFinding(problem, answer)) ? 1 : 0;
  if (ctx.format === 'json') {
    ctx.host.writeOut(envelope(answer.kind, answer.data, problems));
    return exitCode;
  }
  const isKept = answer.isFile === true && !ctx.host.isTerminal;
  ctx.host.writeOut(isKept ? answer.text : guardTerminal(answer.text, ctx.host.isTerminal));
  if (ctx.format === 'text') {
    const most = answer.unlisted === undefined ? mostBeside : problems.length;
    const unlisted = (answer.unlisted ?? 0) + Math.max(0, problems.length - most);
    const total = problems.length + (answer.unlisted ?? 0);
    const where = `gantry check --max ${total}`;
    writeProblems(problems.slice(0, most), { unlisted, where }, ctx);
  }
  return exitCode;
}

/** Prints why a command could not run. */
export function writeFailure(failure: CliFailure, ctx: CliContext): ExitCode {
  const problems = failure.problems.map(problem => placeProblem(problem, failure.folder));
  if (ctx.format === 'json') ctx.host.writeOut(envelope('failure', null, problems));
  else writeProblems(problems, { unlisted: 0, where: '' }, ctx);
  return 2;
}

function isFinding({ severity }: PlacedProblem, { findingsFrom }: CliAnswer): boolean {
  if (findingsFrom === undefined) return false;
  return severity === 'error' || severity === findingsFrom;
}

function envelope(kind: string, data: unknown, problems: readonly PlacedProblem[]): string {
  return jsonText({ schemaVersion, kind, data, problems });
}

/** Problems go to standard error, each with its place, and what to do about them below. */
function writeProblems(
  problems: readonly PlacedProblem[],
  { unlisted, where }: { readonly unlisted: number; readonly where: string },
  ctx: CliContext,
): void {
  if (problems.length === 0) return;
  const { host, paint } = ctx;
  host.writeError(guardTerminal(formatProblems(problems, paint, ''), host.isTerminal));
  if (unlisted > 0) {
    host.writeError(`${paint.dim(`and ${unlisted} more; ${where} lists them`)}\n`);
  }
  // In another tool's folder no project file is to be made.
  const isForeign = problems.some(({ code }) => code === 'folder-foreign');
  const told = problems.filter(({ code }) => !(isForeign && code === 'project-missing'));
  for (const hint of new Set(told.map(hintOf))) {
    if (hint !== undefined) host.writeError(`${paint.dim('hint:')} ${hint}\n`);
  }
}
