import { formatDependency, type Dependency } from '../model/dependency.ts';
import { pathOfId } from '../model/ids.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { Task } from '../model/task.ts';
import { linkCode } from './network.ts';

/**
 * [DEP-7] Entries that name a predecessor by a type that an earlier entry has already. Of two types,
 * one holds the start and the other the finish, so that they may well stand side by side.
 */
export function findDuplicateDependencies(task: Task): readonly Problem[] {
  const { dependsOn } = task;
  // The types by which each predecessor was named so far, as bits.
  const seen = new Map<string, number>();
  const problems: Problem[] = [];
  for (let place = 0; place < dependsOn.length; place++) {
    const dependency = dependsOn[place];
    if (!dependency) continue;
    const { predecessor, type } = dependency;
    const bit = 1 << linkCode[type];
    const before = seen.get(predecessor) ?? 0;
    seen.set(predecessor, before | bit);
    if ((before & bit) === 0) continue;
    const first = dependsOn.find(each => each.predecessor === predecessor && each.type === type);
    if (first) problems.push(duplicateProblem(task, { first, dependency, place }));
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
