import type { Anchor } from '../core/model/anchor.ts';
import { pathOfId } from '../core/model/ids.ts';
import { itemsOf, type Plan } from '../core/model/plan.ts';
import { createProblem, type Problem } from '../core/model/problem.ts';

/**
 * Links whose file or folder is not there. Paths that lead out of the workspace folder are not asked
 * for, since reading the plan has reported them already.
 *
 * @param exists asked once for each path, relative to the workspace folder
 */
export function checkCode(plan: Plan, exists: (path: string) => boolean): readonly Problem[] {
  const known = new Map<string, boolean>();
  const problems: Problem[] = [];
  for (const item of itemsOf(plan)) {
    const anchors: readonly Anchor[] = 'code' in item ? item.code : [];
    for (const [place, { path }] of anchors.entries()) {
      if (leadsOut(path)) continue;
      const isThere = known.get(path) ?? exists(path);
      known.set(path, isThere);
      if (isThere) continue;
      problems.push(
        createProblem('code-missing', `There is no ${path}; mend the link or take it out`, {
          file: pathOfId(item.id),
          field: ['code', place],
          items: [item.id],
        }),
      );
    }
  }
  return problems;
}

function leadsOut(path: string): boolean {
  return /^(?:[a-z]:|[\\/])/i.test(path) || path.split(/[\\/]/).includes('..');
}
