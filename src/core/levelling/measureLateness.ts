import type { Plan } from '../model/plan.ts';
import { priorities } from '../model/task.ts';
import { finishMoment } from '../schedule/dateMeaning.ts';
import { readMoments } from '../schedule/lineDates.ts';
import { nodeFlag, type Network, type NetworkDates } from '../schedule/network.ts';
import type { LevelledNodes } from './levelledNodes.ts';

/** From 1 for the lowest to 5 for the highest; what says nothing is in the middle. */
export function weightOf(plan: Plan, id: string): number {
  return priorities.indexOf(plan.tasks.get(id)?.priority ?? 'medium') + 1;
}

/**
 * By how many minutes on the clock promises are missed, deadlines of tasks and due dates of
 * milestones, and by how many tasks are delayed, each by its priority.
 */
export function measureLateness({
  plan,
  network,
  dates,
  nodes,
}: {
  readonly plan: Plan;
  readonly network: Network;
  readonly dates: NetworkDates;
  readonly nodes: LevelledNodes;
}): { readonly missed: number; readonly delay: number } {
  let missed = 0;
  let delay = 0;
  for (let v = 0; v < network.count; v++) {
    const flag = network.flags[v] ?? 0;
    const isMilestone = (flag & nodeFlag.milestone) !== 0;
    if ((flag & (nodeFlag.undated | nodeFlag.gate)) !== 0) continue;
    const isWork = nodes.uses[v] !== undefined || nodes.pools[v] !== undefined;
    if (!isWork && !isMilestone && (flag & nodeFlag.deadline) === 0) continue;
    const { start, finish } = readMoments(network, dates, v);
    const promise = isMilestone ? dueOf(plan, network, v) : (network.deadline[v] ?? Infinity);
    if (finish > promise) missed += finish - promise;
    if (nodes.isMovable[v] === 1)
      delay += (start - (nodes.start[v] ?? 0)) * weightOf(plan, network.ids[v] ?? '');
  }
  return { missed, delay };
}

function dueOf(plan: Plan, { ids, calendars, calendarOf }: Network, v: number): number {
  const due = plan.milestones.get(ids[v] ?? '')?.due;
  const calendar = calendars[calendarOf[v] ?? 0];
  return due && calendar ? finishMoment(due, calendar) : Infinity;
}
