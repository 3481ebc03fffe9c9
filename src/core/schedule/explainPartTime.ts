import type { Task } from '../model/task.ts';
import type { ExplainContext } from './explainContext.ts';
import type { PartTime } from './explanation.ts';
import { computeTaskWork, expectedEffort, unitsOf } from './taskWork.ts';

/**
 * [DUR-2] What shares below 100% make of the effort of a task; undefined where they make it no longer,
 * or where its length is given as such.
 */
export function findPartTime(
  { plan: { project } }: ExplainContext,
  task: Task,
): PartTime | undefined {
  const { estimate, duration, remaining, finished, status, assignees } = task;
  if (!estimate || duration || remaining || finished || status === 'done') return undefined;
  const work = computeTaskWork(task, project);
  if (work.isElapsed) return undefined;
  const effort = expectedEffort(estimate, project.durationScale);
  const shares = assignees
    .map(given => ({ person: given.person, units: unitsOf(given, project) }))
    .filter(({ units }) => units > 0 && units < 1);
  return shares.length > 0 && work.duration > effort
    ? { length: work.duration, effort, shares }
    : undefined;
}
