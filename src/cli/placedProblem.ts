import type { FieldPath, Problem } from '../core/model/problem.ts';
import type { ProblemCode } from '../core/model/problemCodes.ts';
import { compareBy, compareNumber, compareText } from '../core/base/order.ts';
import { severities, type Severity } from '../core/model/severity.ts';

/** A problem as the command line tells it: the file from the workspace folder, places from 1. */
export interface PlacedProblem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  /** With forward slashes; undefined when no file is to blame. */
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly endLine: number | undefined;
  readonly endColumn: number | undefined;
  /** `dependsOn[1]`; undefined when the place is not a field. */
  readonly field: string | undefined;
  readonly items: readonly string[];
}

/** @param folder the plan folder relative to the workspace folder; empty when there is none yet */
export function placeProblem(problem: Problem, folder: string): PlacedProblem {
  const { code, severity, message, range, items } = problem;
  const inPlan = problem.file;
  return {
    code,
    severity,
    message,
    file: inPlan === undefined || folder === '' ? inPlan : `${folder}/${inPlan}`,
    line: range && range.start.line + 1,
    column: range && range.start.character + 1,
    endLine: range && range.end.line + 1,
    endColumn: range && range.end.character + 1,
    field: problem.field && problem.field.length > 0 ? fieldText(problem.field) : undefined,
    items,
  };
}

function fieldText(path: FieldPath): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join('');
}

/** Errors first, then by file and place, then by code and words. */
export const compareProblems = compareBy<PlacedProblem>(
  (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  (a, b) => compareText(a.file ?? '', b.file ?? ''),
  (a, b) => compareNumber(a.line, b.line),
  (a, b) => compareNumber(a.column, b.column),
  (a, b) => compareText(a.code, b.code),
  (a, b) => compareText(a.message, b.message),
);
