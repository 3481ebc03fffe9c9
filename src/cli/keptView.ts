import { ok, refused, type Result } from '../core/base/result.ts';
import type { Plan } from '../core/model/plan.ts';
import { createProblem, type Problem } from '../core/model/problem.ts';
import type { Project } from '../core/model/project.ts';
import { chartSorts, parseSort, type ViewSort } from '../core/model/savedView.ts';
import { parseItemQuery, type ItemQuery } from '../core/views/itemQuery.ts';
import { tellLostNames } from '../core/views/lostNames.ts';

/** What is asked for by a view of the project. */
export interface Kept {
  /** Undefined where no view is asked for. */
  readonly name?: string;
  readonly query: ItemQuery;
  /** Undefined for the plan's own order, as in a view of the register. */
  readonly sort: ViewSort | undefined;
}

export const nothingKept: Kept = { query: [], sort: undefined };

export function readView({ views }: Project, name: string): Result<Kept, Problem> {
  const view =
    views.find(each => each.name === name) ??
    views.find(each => each.name.toLowerCase() === name.toLowerCase());
  if (view) {
    const query = parseItemQuery(view.filter);
    if (!query.ok) return query;
    return ok({
      name: view.name,
      query: query.value,
      sort: view.surface === 'chart' ? view.sort : undefined,
    });
  }
  const known = views.map(each => `"${each.name}"`).join(', ');
  const hint = known === '' ? 'project.yaml has no views yet' : `there are ${known}`;
  return refused(createProblem('command-refused', `No view is called "${name}"; ${hint}`));
}

/** A view that names what is gone shows less than it was made for. */
export function tellLost({ name, query }: Kept, plan: Plan): readonly Problem[] {
  const note = name === undefined ? '' : tellLostNames(query, plan);
  return note === '' ? [] : [createProblem('view-lost', `The view "${name ?? ''}": ${note}`)];
}

/** What is asked for wins over what the view keeps. */
export function readSort(
  text: string | undefined,
  kept: ViewSort | undefined,
): Result<ViewSort | undefined, Problem> {
  if (text === undefined) return ok(kept);
  const sort = parseSort(text, chartSorts);
  if (sort) return ok(sort);
  const known = chartSorts.join(', ');
  const message = `Nothing is sorted by "${text}"; sort by one of ${known}, with a minus for the highest first`;
  return refused(createProblem('command-refused', message));
}
