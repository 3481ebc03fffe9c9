import { formatDependency, type Dependency } from '../model/dependency.ts';
import { pathOfId } from '../model/ids.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { Task } from '../model/task.ts';

/**
 * [DEP-7] Entries that name a predecessor by a type that an earlier entry has already. Of two types,
 * one holds the start and the other the finish, so that they may well stand side by side.
 */
export function findDuplicateDependencies(task: Task): readonly Problem[] {
  const earlier = new Map<string, Dependency>();
  const problems: Problem[] = [];
  for (const [place, dependency] of task.dependsOn.entries()) {
    const { predecessor, type } = dependency;
    const key = `${predecessor} ${type}`;
    const first = earlier.get(key);
    if (first) problems.push(duplicateProblem(task, { first, dependency, place }));
    else earlier.set(key, dependency);
  }
  return problems;
}

function duplicateProblem(
  { id, title }: Task,
  found: { readonly first: Dependency; readonly dependency: Dependency; readonly place: number },
): Problem {
  const { predecessor } = found.dependency;
  const [first, second] = [formatDependency(found.first), formatDependency(found.dependency)];
  const says =
    first === second
      ? `lists its dependency on ${first} twice; take one out`
      : `depends on ${predecessor} twice, as ${first} and as ${second}; only the stricter holds, so take the other out`;
  return createProblem('dependency-duplicate', `${id} "${title}" ${says}`, {
    file: pathOfId(id),
    field: ['dependsOn', found.place],
    items: [id],
  });
}
