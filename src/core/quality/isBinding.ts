import type { Dependency } from '../model/dependency.ts';
import type { Plan } from '../model/plan.ts';
import { findDropped } from '../model/findDropped.ts';

/** [DROP-1] False for a link on what is dropped, or is not there: nothing waits for it. */
export function isBinding(plan: Plan, { predecessor }: Dependency): boolean {
  return isPursued(plan, predecessor);
}

/** True for a task or a milestone that is there and not dropped. */
export function isPursued(plan: Plan, id: string): boolean {
  const isThere = plan.tasks.has(id) || plan.milestones.has(id);
  return isThere && findDropped(plan, id) === undefined;
}
