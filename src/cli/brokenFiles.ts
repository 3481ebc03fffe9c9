import type { Problem } from '../core/model/problem.ts';

/**
 * What keeps a part of the plan from being seen. Commands that only look tell this much; `check`
 * tells the rest.
 */
export function errorsOf(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(problem => problem.severity === 'error');
}
