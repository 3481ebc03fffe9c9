import type { Problem } from '../core/model/problem.ts';
import { joinProblems } from '../core/store/joinProblems.ts';

/**
 * What keeps a part of the plan from being seen. Commands that only look tell this much; `check`
 * tells the rest.
 */
export function errorsOf(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(problem => problem.severity === 'error');
}

/** The same, followed by what was computed and says something new. */
export function withErrorsOf(
  problems: readonly Problem[],
  computed: readonly Problem[],
): readonly Problem[] {
  return joinProblems(errorsOf(problems), computed);
}
