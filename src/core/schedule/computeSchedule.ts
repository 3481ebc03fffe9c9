import { lastStep } from '../base/lastStep.ts';
import type { Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { Task } from '../model/task.ts';
import { buildNetwork, type Outset, type ScheduleOptions } from './buildNetwork.ts';
import type { HeldNetwork } from './heldNetwork.ts';
import { computeDates } from './computeDates.ts';
import { computeProgress, readItemDates, type NetworkProgress } from './itemDates.ts';
import { ItemVersion } from './itemVersion.ts';
import { findSpan, type Span } from './lineDates.ts';
import { createDates, nodeFlag, type Network, type NetworkDates } from './network.ts';
import { frameInSteps } from './networkFrame.ts';
import type { ItemDates, Schedule } from './schedule.ts';
import { TaskNames } from './taskNames.ts';
import {
  findScheduleProblems,
  type ScheduleProblems,
  type UnplacedItems,
} from './scheduleProblems.ts';

/**
 * The schedule of a plan by the critical path method (Kelley and Walker, 1959). The rules are in
 * SPEC.md beside this file. It never fails: what cannot be placed has no dates, and a problem says
 * why.
 */
export function computeSchedule(plan: Plan, options: ScheduleOptions = {}): Schedule {
  return schedulePlan(plan, options).schedule;
}

/** The same, with a step after each part that takes its time. */
export function* scheduleInSteps(
  plan: Plan,
  options: ScheduleOptions,
): Generator<undefined, Schedule> {
  return (yield* scheduledInSteps(plan, options, 0)).schedule;
}

/** A schedule with everything that the next one can be made from. */
export interface ScheduledPlan extends HeldNetwork {
  readonly plan: Plan;
  /** All tasks of the plan in its order; it goes over to the next one. */
  readonly tasks: Task[];
  readonly outset: Outset;
  readonly dates: NetworkDates;
  /** When the project would end were everything as early as possible. */
  readonly groundFinish: Instant;
  readonly progress: NetworkProgress;
  readonly items: ItemVersion;
  readonly found: ScheduleProblems;
  /** What is wrong with the structure, and with when the project begins. */
  readonly problems: readonly Problem[];
  /** False where something could not be placed before the last year. */
  readonly isWithinHorizon: boolean;
  readonly unplaced: UnplacedItems;
  readonly span: Span;
  readonly schedule: ItemSchedule;
}

/**
 * The schedule of a plan from nothing.
 *
 * @param spare how many tasks may be added to it later
 */
export function schedulePlan(plan: Plan, options: ScheduleOptions, spare = 0): ScheduledPlan {
  return lastStep(scheduledInSteps(plan, options, spare));
}

function* scheduledInSteps(
  plan: Plan,
  options: ScheduleOptions,
  spare: number,
): Generator<undefined, ScheduledPlan> {
  const frame = yield* frameInSteps(plan, spare);
  yield;
  const { network: given, outset, problems } = buildNetwork(frame, plan, options);
  yield;
  const dates = createDates(given);
  const computed = computeDates(given, dates, plan);
  yield;
  const { network } = computed;
  const progress = computeProgress(network);
  const make = (node: number): ItemDates | undefined =>
    readItemDates(network, dates, progress, node);
  return presentSchedule({
    plan,
    tasks: [...plan.tasks.values()],
    frame,
    network,
    index: undefined,
    names: new TaskNames(),
    outset,
    dates,
    groundFinish: computed.groundFinish,
    progress,
    items: ItemVersion.first(network.count, make),
    span: findSpan(network, dates),
    ids: datedIds(frame.outline.room, network),
    problems: [...problems, ...computed.problems],
    isWithinHorizon: computed.problems.length === 0,
    unplaced: findUnplaced(network, problems),
  });
}

/** A schedule that knows its own nodes. */
export interface ItemSchedule extends Schedule {
  readonly items: ItemVersion;
}

function isItemSchedule(schedule: Schedule): schedule is ItemSchedule {
  return 'items' in schedule && schedule.items instanceof ItemVersion;
}

/** The items of nodes that have dates. */
function idsOf(nodes: Iterable<number>, { ids, flags }: Network): readonly string[] {
  const found: string[] = [];
  for (const v of nodes) {
    if (((flags[v] ?? 0) & (nodeFlag.undated | nodeFlag.gate)) === 0) found.push(ids[v] ?? '');
  }
  return found;
}

/** Everything that a schedule is made from. */
export type ScheduleParts = Omit<ScheduledPlan, 'found' | 'schedule'> & {
  readonly ids: readonly string[];
};

/** What a schedule says, and what is wrong with it. */
export function presentSchedule(
  { ids, ...parts }: ScheduleParts,
  kept?: { readonly before: ScheduleProblems; readonly touched: Iterable<number> },
): ScheduledPlan {
  const { plan, frame, network, items, outset, span, problems, unplaced } = parts;
  const { outline, nodeOf, calendars } = frame;
  const project = calendars.project;
  const schedule: Omit<ItemSchedule, 'problems'> = {
    ...span,
    items,
    calendar: project,
    ids,
    datesOf: (id: string) => {
      const node = nodeOf(id);
      return node === undefined ? undefined : items.read(node);
    },
    calendarOf: (id: string) => {
      const node = nodeOf(id);
      return node === undefined ? project : calendars.at(network.calendarOf[node] ?? 0);
    },
    lagCalendarOf: id => {
      const node = nodeOf(id);
      return node === undefined ? project : calendars.at(network.lagCalendarOf[node] ?? 0);
    },
    changedUntil: later => {
      const nodes = isItemSchedule(later) ? items.changedUntil(later.items) : undefined;
      return nodes && idsOf(nodes, network);
    },
  };
  const found = findScheduleProblems(
    plan,
    {
      outline,
      ids: network.ids,
      isConflict: task => ((network.flags[task] ?? 0) & nodeFlag.conflict) !== 0,
      schedule,
      statusDay: outset.statusDay,
      unplaced,
    },
    kept,
  );
  return {
    ...parts,
    found,
    schedule: { ...schedule, problems: [...problems, ...found.problems] },
  };
}

/** In the order of the ids: milestones, which follow the tasks in the network, before tasks. */
function datedIds(room: number, { count, flags, ids }: Network): readonly string[] {
  const dated: string[] = [];
  const list = (from: number, to: number): void => {
    for (let v = from; v < to; v++) {
      if (((flags[v] ?? 0) & (nodeFlag.undated | nodeFlag.gate)) === 0) dated.push(ids[v] ?? '');
    }
  };
  list(room, count);
  list(0, room);
  return dated;
}

/**
 * What was to be placed and could not be. A summary without dated parts, and a milestone without
 * dated tasks, was not to be placed, unless it is in a circle itself.
 */
function findUnplaced({ count, flags, ids }: Network, problems: readonly Problem[]): UnplacedItems {
  const circles = problems.filter(({ code }) => code === 'dependency-cycle');
  const inCircle = new Set(circles.flatMap(({ items }) => items));
  const aside = nodeFlag.rollUp | nodeFlag.milestone;
  const items = new Set<string>();
  for (let v = 0; v < count; v++) {
    const flag = flags[v] ?? 0;
    const id = ids[v] ?? '';
    if ((flag & nodeFlag.undated) === 0 || (flag & nodeFlag.gate) !== 0) continue;
    if ((flag & aside) === 0 || inCircle.has(id)) items.add(id);
  }
  return { items, inCircle };
}
