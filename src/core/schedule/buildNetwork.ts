import type { PlanDate, Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { nodeFlag, type Network } from './network.ts';
import type { NetworkFrame } from './networkFrame.ts';
import {
  computeProjectStart,
  movingStatusDay,
  startProblems,
  statusMoment,
} from './projectStart.ts';
import { settleNodes } from './settleNodes.ts';

/** A network, and what is wrong with the plan's structure. */
export interface BuiltNetwork {
  readonly network: Network;
  /** The day up to which progress is known. */
  readonly statusDay: PlanDate | undefined;
  readonly problems: readonly Problem[];
}

export interface ScheduleOptions {
  /** Up to when progress is known, instead of the project's own date. */
  readonly statusDate?: PlanDate | undefined;
  /** Where a plan without any date begins. */
  readonly today?: Instant | undefined;
}

/**
 * The network of a plan on its frame. What the passes write to is copied, so that the frame can
 * serve again.
 */
export function buildNetwork(
  { table, links, order, ids, calendars, problems }: NetworkFrame,
  plan: Plan,
  options: ScheduleOptions,
): BuiltNetwork {
  const statusDay = options.statusDate ?? plan.project.statusDate;
  const statusDate = statusMoment(statusDay, calendars.project);
  const moving = movingStatusDay(plan.project, options.statusDate) && statusDate;
  const start = computeProjectStart(plan, calendars.project, { statusDate, today: options.today });
  const network: Network = {
    ...table,
    ...links,
    count: ids.length,
    ids,
    flags: table.flags.slice(),
    code: links.code.slice(),
    calendars: calendars.calendars,
    order,
    projectStart: start.at,
    givenFinish: start.givenFinish,
    statusDate: moving ?? -Infinity,
    criticalFloat: plan.project.criticalFloat,
  };
  if (moving === undefined) forgetUndatedStarts(network);
  settleNodes(network);
  return { network, statusDay, problems: [...startProblems(plan, start), ...problems] };
}

/** [ACT-9] Where no progress date holds, progress without a start date moves nothing. */
function forgetUndatedStarts({ count, flags, actualStart, actualFinish }: Network): void {
  for (let v = 0; v < count; v++) {
    const flag = flags[v] ?? 0;
    if ((flag & nodeFlag.started) === 0) continue;
    const isDated = !Number.isNaN(actualStart[v]) || !Number.isNaN(actualFinish[v]);
    if (!isDated) flags[v] = flag & ~nodeFlag.started;
  }
}
