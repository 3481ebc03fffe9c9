import type { Severity } from '../core/model/severity.ts';
import type { PlacedProblem } from './placedProblem.ts';
import { oneLine, type Paint } from './terminalText.ts';

/** One line a problem: `file:line:column severity code message`, what is not known left out. */
export function formatProblems(
  problems: readonly PlacedProblem[],
  paint: Paint,
  from: string,
): string {
  return problems.map(problem => `${formatProblem(problem, paint, from)}\n`).join('');
}

function formatProblem(problem: PlacedProblem, paint: Paint, from: string): string {
  const { file, line, column, severity, code, message } = problem;
  const place = line === undefined ? '' : `:${line}:${column ?? 1}`;
  const where = file === undefined ? '' : `${paint.bold(`${from}${oneLine(file)}${place}`)} `;
  return `${where}${paintSeverity(severity, paint)} ${paint.dim(code)} ${oneLine(message)}`;
}

function paintSeverity(severity: Severity, paint: Paint): string {
  switch (severity) {
    case 'error':
      return paint.red(severity);
    case 'warning':
      return paint.yellow(severity);
    case 'info':
      return paint.blue(severity);
  }
}

/** `2 errors, 1 warning`, naming only what there is; empty for none. */
export function countText(problems: readonly { readonly severity: Severity }[]): string {
  const count = (severity: Severity): number =>
    problems.reduce((sum, problem) => sum + (problem.severity === severity ? 1 : 0), 0);
  const parts = [
    plural(count('error'), 'error'),
    plural(count('warning'), 'warning'),
    plural(count('info'), 'remark'),
  ];
  return parts.filter(part => !part.startsWith('0 ')).join(', ');
}

/** `1 task`, `2 tasks` */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
