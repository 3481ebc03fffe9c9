import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import type { ChangedTask } from './planChanges.ts';

/**
 * Which tasks name an id: as what they wait for, or are part of. A class because it is filled when it
 * is first asked, and goes along with the plan from then on: most plans are never asked.
 */
export class TaskNames {
  #naming: Map<string, Set<string>> | undefined;

  /** Goes along with a change of the plan. */
  follow(changes: readonly ChangedTask[]): void {
    const naming = this.#naming;
    if (!naming) return;
    for (const { before, after } of changes) {
      if (before) for (const name of namesIn(before)) naming.get(name)?.delete(before.id);
      if (after) add(naming, after);
    }
  }

  /** The ids of the tasks of a plan that name an id. The plan is the one that was followed to. */
  of(id: string, plan: Plan): Iterable<string> {
    this.#naming ??= fill(plan);
    return this.#naming.get(id) ?? [];
  }
}

function fill({ tasks }: Plan): Map<string, Set<string>> {
  const naming = new Map<string, Set<string>>();
  for (const task of tasks.values()) add(naming, task);
  return naming;
}

function add(naming: Map<string, Set<string>>, task: Task): void {
  for (const name of namesIn(task)) {
    const known = naming.get(name);
    if (known) known.add(task.id);
    else naming.set(name, new Set([task.id]));
  }
}

function namesIn({ parent, dependsOn }: Task): readonly string[] {
  const names = dependsOn.map(({ predecessor }) => predecessor);
  return parent === undefined ? names : [...names, parent];
}
