import { newId } from '../model/ids.ts';
import { itemsOf, type Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import type { ImportedTask } from './importedPlan.ts';

/** The ids of imported tasks by origin: of the known ones those that they have, of others new ones. */
export function drawIds(
  tasks: readonly ImportedTask[],
  known: ReadonlyMap<string, Task>,
  {
    plan,
    takenIds,
    random,
  }: {
    readonly plan: Plan;
    readonly takenIds: ReadonlySet<string>;
    readonly random: () => number;
  },
): ReadonlyMap<string, string> {
  const taken = new Set(takenIds);
  for (const item of itemsOf(plan)) taken.add(item.id);
  const idOf = new Map<string, string>();
  for (const { origin } of tasks) {
    const id = known.get(origin)?.id ?? newId('task', taken, random);
    taken.add(id);
    idOf.set(origin, id);
  }
  return idOf;
}
