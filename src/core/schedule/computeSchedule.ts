import type { PlanDate } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { buildNetwork, type ScheduleOptions } from './buildNetwork.ts';
import { computeDates, type ComputedDates } from './computeDates.ts';
import { followDates } from './followDates.ts';
import { computeProgress, readItemDates } from './itemDates.ts';
import { readOnce, type ItemReader } from './itemReader.ts';
import { findSpan } from './lineDates.ts';
import { createDates, nodeFlag, type Network } from './network.ts';
import { buildFrame, type NetworkFrame } from './networkFrame.ts';
import type { Schedule } from './schedule.ts';
import { findScheduleProblems, type ScheduleProblems } from './scheduleProblems.ts';
import type { SuccessorLinks } from './successorLinks.ts';

/**
 * The schedule of a plan by the critical path method (Kelley and Walker, 1959). The rules are in
 * SPEC.md beside this file. It never fails: what cannot be placed has no dates, and a problem says
 * why.
 */
export function computeSchedule(plan: Plan, options: ScheduleOptions = {}): Schedule {
  return scheduleFrame({ frame: buildFrame(plan), plan, options }).schedule;
}

/** A plan compiled, and what it is looked at with. */
export interface FramedPlan {
  readonly plan: Plan;
  readonly frame: NetworkFrame;
  readonly options: ScheduleOptions;
}

/** A schedule with everything that the next one can be made from. */
export interface ScheduledPlan {
  readonly plan: Plan;
  readonly frame: NetworkFrame;
  readonly statusDay: PlanDate | undefined;
  readonly computed: ComputedDates;
  readonly items: ItemReader;
  readonly found: ScheduleProblems;
  readonly schedule: Schedule;
}

/** The schedule of a plan whose frame is known, from the one before where the frame was kept. */
export function scheduleFrame(
  { frame, plan, options }: FramedPlan,
  before?: KeptFrame,
): ScheduledPlan {
  const { network: given, ...built } = buildNetwork(frame, plan, options);
  const followed = before && followDates(before.scheduled.computed, given, before);
  const computed = followed ?? computeDates(given, createDates(given), plan);
  const { network, dates } = computed;
  const progress = computeProgress(network);
  const reach = followed?.reach;
  const items = readOnce(
    network.count,
    node => readItemDates(network, dates, progress, node),
    before && reach && { before: before.scheduled.items, reach },
  );
  const { outline, nodeOf, calendars } = frame;
  const project = calendars.project;
  const schedule = {
    ...findSpan(network, dates),
    calendar: project,
    ids: datedIds(outline.tasks.length, network),
    datesOf: (id: string) => {
      const node = nodeOf(id);
      return node === undefined ? undefined : items.read(node);
    },
    calendarOf: (id: string) => {
      const node = nodeOf(id);
      return node === undefined ? project : calendars.at(network.calendarOf[node] ?? 0);
    },
  };
  const found = findScheduleProblems(
    plan,
    {
      tasks: outline.tasks,
      isConflict: task => ((network.flags[task] ?? 0) & nodeFlag.conflict) !== 0,
      schedule,
      statusDay: built.statusDay,
      unplaced: findUnplaced(network, built.problems),
    },
    before && reach && { before: before.scheduled.found, isTouched: node => reach.isTouched(node) },
  );
  const problems = [...built.problems, ...computed.problems, ...found.problems];
  const { statusDay } = built;
  return {
    plan,
    frame,
    statusDay,
    computed,
    items,
    found,
    schedule: { ...schedule, problems },
  };
}

/** A plan of which some nodes are said anew, and the schedule before. */
export interface KeptFrame {
  readonly scheduled: ScheduledPlan;
  readonly changed: readonly number[];
  readonly successors: SuccessorLinks;
}

/** In the order of the ids: milestones, which follow the tasks in the network, before tasks. */
function datedIds(taskCount: number, { count, flags, ids }: Network): readonly string[] {
  const dated: string[] = [];
  const list = (from: number, to: number): void => {
    for (let v = from; v < to; v++) {
      if (((flags[v] ?? 0) & (nodeFlag.undated | nodeFlag.gate)) === 0) dated.push(ids[v] ?? '');
    }
  };
  list(taskCount, count);
  list(0, taskCount);
  return dated;
}

/** What was to be placed and could not be; a summary without dated parts was not to be placed. */
function findUnplaced({ count, flags, ids }: Network, problems: readonly Problem[]): Set<string> {
  const aside = nodeFlag.gate | nodeFlag.rollUp | nodeFlag.milestone;
  const unplaced = new Set<string>();
  for (let v = 0; v < count; v++) {
    const flag = flags[v] ?? 0;
    if ((flag & nodeFlag.undated) !== 0 && (flag & aside) === 0) unplaced.add(ids[v] ?? '');
  }
  for (const { code, items } of problems) {
    if (code === 'dependency-cycle') for (const id of items) unplaced.add(id);
  }
  return unplaced;
}
