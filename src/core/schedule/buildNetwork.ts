import { emptyGrid } from '../calendar/workGrid.ts';
import type { CompiledCalendar } from '../calendar/compileCalendar.ts';
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
  type ProjectStart,
} from './projectStart.ts';
import { settleNodes } from './settleNodes.ts';
import { withGrid } from './withGrid.ts';

/** A network, and what is wrong with the plan's structure. */
export interface BuiltNetwork {
  readonly network: Network;
  readonly outset: Outset;
  readonly problems: readonly Problem[];
}

export interface ScheduleOptions {
  /** Up to when progress is known, instead of the project's own date. */
  readonly statusDate?: PlanDate | undefined;
  /** Where a plan without any date begins. */
  readonly today?: Instant | undefined;
}

/** The network of a plan on its frame. What the passes write to is its own. */
export function buildNetwork(
  { table, links, order, ids, calendars, problems }: NetworkFrame,
  plan: Plan,
  options: ScheduleOptions,
): BuiltNetwork {
  const outset = findOutset(plan, calendars.project, options);
  const { start, movesAt } = outset;
  const network: Network = {
    ...table,
    ...links,
    count: ids.length,
    ids,
    flags: table.flags.slice(),
    isLinked: new Uint8Array(ids.length),
    code: links.code.slice(),
    calendars: calendars.calendars,
    grid: emptyGrid(0),
    order,
    projectStart: start.at,
    givenFinish: start.givenFinish,
    statusDate: movesAt ?? -Infinity,
    criticalFloat: plan.project.criticalFloat,
  };
  if (movesAt === undefined) {
    for (let v = 0; v < network.count; v++) forgetUndatedStart(network, v);
  }
  settleNodes(network);
  return {
    network: withGrid(network),
    outset,
    problems: [...startProblems(plan, start), ...problems],
  };
}

/** From when on a plan is scheduled, and up to when its progress is known. */
export interface Outset {
  readonly start: ProjectStart;
  /** The day up to which progress is known, and the end of its work. */
  readonly statusDay: PlanDate | undefined;
  readonly statusDate: Instant | undefined;
  /** [ACT-10] The same where it moves what is open. */
  readonly movesAt: Instant | undefined;
}

export function findOutset(
  plan: Plan,
  calendar: CompiledCalendar,
  { statusDate: given, today }: ScheduleOptions,
): Outset {
  const statusDay = given ?? plan.project.statusDate;
  const statusDate = statusMoment(statusDay, calendar);
  return {
    start: computeProjectStart(plan, calendar, { statusDate, today }),
    statusDay,
    statusDate,
    movesAt: movingStatusDay(plan.project, given) && statusDate,
  };
}

/** [ACT-9] Where no progress date holds, progress without a start date moves nothing. */
export function forgetUndatedStart(
  { flags, actualStart, actualFinish }: Pick<Network, 'flags' | 'actualStart' | 'actualFinish'>,
  v: number,
): void {
  const flag = flags[v] ?? 0;
  if ((flag & nodeFlag.started) === 0) return;
  const isDated = !Number.isNaN(actualStart[v]) || !Number.isNaN(actualFinish[v]);
  if (!isDated) flags[v] = flag & ~nodeFlag.started;
}
