import type { Plan } from '../model/plan.ts';
import { isClosed } from '../model/task.ts';
import { partsOf } from './delayNodes.ts';
import type { RiskEvent } from './riskEvents.ts';

/** The ids of the tasks whose lengths a risk changes. */
export interface RiskTargets {
  /** Those that its delay is added to, or taken from. */
  readonly delayed: readonly string[];
  /** Those whose work its factor multiplies. */
  readonly multiplied: readonly string[];
}

/**
 * A task is hit itself. A milestone or a summary is hit as a whole: a delay stands behind all that it
 * waits for, a factor multiplies the work of its parts, and what an opportunity gains is gained by those
 * of its parts that come last.
 *
 * @param delayOf the task that stands for the delay, by the item that it delays
 */
export function targetsOf(
  { hits, sign }: RiskEvent,
  plan: Plan,
  delayOf: ReadonlyMap<string, string>,
): RiskTargets {
  const delayed = new Set<string>();
  const multiplied = new Set<string>();
  for (const id of hits) {
    const parts = openParts(id, plan);
    const isWhole = partsOf(plan, id).length > 0;
    for (const part of isWhole ? parts : [id]) multiplied.add(part);
    if (!isWhole) delayed.add(id);
    else if (sign === 1) delayed.add(delayOf.get(id) ?? id);
    else for (const part of lastOf(parts, plan)) delayed.add(part);
  }
  return { delayed: [...delayed], multiplied: [...multiplied] };
}

/** The open tasks of a milestone or a summary that are work of their own; none for any other task. */
function openParts(item: string, plan: Plan): readonly string[] {
  return partsOf(plan, item)
    .filter(task => !isClosed(task))
    .flatMap(({ id }) => (partsOf(plan, id).length > 0 ? openParts(id, plan) : [id]));
}

/** Those that none of the others waits for, also through tasks that are not among them. */
function lastOf(ids: readonly string[], plan: Plan): readonly string[] {
  const before = new Set<string>();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const links = plan.tasks.get(id)?.dependsOn ?? [];
    for (const { predecessor } of links) {
      const waited = partsOf(plan, predecessor).length > 0 ? openParts(predecessor, plan) : [];
      for (const other of [predecessor, ...waited]) {
        if (before.has(other)) continue;
        before.add(other);
        open.push(other);
      }
    }
  }
  return ids.filter(id => !before.has(id));
}
