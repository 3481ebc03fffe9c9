import { hasEnded } from '../model/milestone.ts';
import { milestoneOfTask } from '../model/milestoneOfTask.ts';
import type { Plan } from '../model/plan.ts';
import type { Risk } from '../model/risk.ts';

/** The first milestone that a risk affects, itself or through a task, and that is still ahead. */
export function affectedMilestone(plan: Plan, risk: Risk): string | undefined {
  const throughTasks = risk.affects.map(id => milestoneOfTask(plan, id));
  return [...risk.affects, ...throughTasks].find(id => {
    const milestone = id === undefined ? undefined : plan.milestones.get(id);
    return milestone !== undefined && !hasEnded(milestone);
  });
}
