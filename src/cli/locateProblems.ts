import { pathOfId } from '../core/model/ids.ts';
import type { Problem } from '../core/model/problem.ts';
import { FieldPlaces } from '../core/store/fieldPlaces.ts';
import type { Snapshot } from '../core/store/snapshot.ts';

/** Gives problems that know only their item or field the file and the place in it. */
export function locateProblems(
  problems: readonly Problem[],
  snapshot: Snapshot,
): readonly Problem[] {
  const places = new FieldPlaces(snapshot);
  return problems.map(problem => {
    const [first] = problem.items;
    const file = problem.file ?? (first === undefined ? undefined : pathOfId(first));
    if (file === undefined || problem.range) return problem;
    const place = problem.field && places.find(file, problem.field);
    return { ...problem, file, ...place };
  });
}
