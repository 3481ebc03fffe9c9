import type { ImportedTask } from './importedPlan.ts';

/** The task's predecessors as they stand in a file: `T-7KQ3`, `T-7KQ3 SS+2d`. */
export function dependencyTexts(
  task: ImportedTask,
  idOf: ReadonlyMap<string, string>,
): readonly string[] {
  return task.dependsOn.flatMap(({ predecessor, type, lagText }) => {
    const id = idOf.get(predecessor);
    if (id === undefined) return [];
    return type === 'FS' && lagText === '' ? [id] : [`${id} ${type}${lagText}`];
  });
}
