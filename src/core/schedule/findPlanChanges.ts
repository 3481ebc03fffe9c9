import type { Milestone } from '../model/milestone.ts';
import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import type { ScheduledPlan } from './computeSchedule.ts';
import type { ChangedMilestone, ChangedTask, PlanChanges } from './planChanges.ts';

/** So many tasks may come and go at once; where there are more, a new start is no slower. */
const mostPassing = 256;

/**
 * What differs in a plan from one that is scheduled. Undefined where that is more than tasks and what
 * milestones say. Values are kept as long as their files do not change, so the same value is the same
 * item. The tasks that are known are brought up to date, also where the answer is undefined.
 */
export function findPlanChanges(
  { plan: before, tasks: known }: ScheduledPlan,
  after: Plan,
): PlanChanges | undefined {
  if (before.project !== after.project) return undefined;
  const milestones = findChangedMilestones(before.milestones, after.milestones);
  const tasks = milestones && findChangedTasks(before.tasks, known, after.tasks);
  return tasks && { tasks, milestones };
}

function findChangedMilestones(
  before: Plan['milestones'],
  after: Plan['milestones'],
): readonly ChangedMilestone[] | undefined {
  if (before === after) return [];
  if (before.size !== after.size) return undefined;
  const changed: ChangedMilestone[] = [];
  const others = after.values();
  for (const one of before.values()) {
    const other: Milestone | undefined = others.next().value;
    if (one === other) continue;
    if (one.id !== other?.id) return undefined;
    changed.push({ before: one, after: other });
  }
  return changed;
}

/** Both are sorted by the ids, so one walk finds what came and what went. */
function findChangedTasks(
  before: Plan['tasks'],
  known: Task[],
  after: Plan['tasks'],
): readonly ChangedTask[] | undefined {
  const changed: ChangedTask[] = [];
  let place = 0;
  let passing = 0;
  const takeOut = (one: Task): void => {
    changed.push({ before: one, after: undefined });
    known.splice(place, 1);
    passing++;
  };
  for (const task of after.values()) {
    let one = known[place];
    if (one === task) {
      place++;
      continue;
    }
    for (; one && one.id < task.id && passing < mostPassing; one = known[place]) takeOut(one);
    if (one?.id !== task.id) {
      if (before.has(task.id) || passing >= mostPassing) return undefined;
      changed.push({ before: undefined, after: task });
      known.splice(place, 0, task);
      passing++;
    } else if (one !== task) {
      changed.push({ before: one, after: task });
      known[place] = task;
    }
    place++;
  }
  for (let one = known[place]; one && passing < mostPassing; one = known[place]) takeOut(one);
  return known.length === after.size ? changed : undefined;
}
