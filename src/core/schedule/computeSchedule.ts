import type { Plan } from '../model/plan.ts';
import { buildNetwork, type ScheduleOptions } from './buildNetwork.ts';
import { computeDates } from './computeDates.ts';
import { computeProgress, readItemDates } from './itemDates.ts';
import { earliestStart, latestFinish } from './lineDates.ts';
import { createDates, nodeFlag, type Network } from './network.ts';
import { buildFrame, type NetworkFrame } from './networkFrame.ts';
import type { ItemDates, Schedule } from './schedule.ts';
import { findScheduleProblems } from './scheduleProblems.ts';

/**
 * The schedule of a plan by the critical path method (Kelley and Walker, 1959). The rules are in
 * SPEC.md beside this file. It never fails: what cannot be placed has no dates, and a problem says
 * why.
 */
export function computeSchedule(plan: Plan, options: ScheduleOptions = {}): Schedule {
  return scheduleFrame(buildFrame(plan), plan, options);
}

/** The schedule of a plan whose frame is known. */
export function scheduleFrame(frame: NetworkFrame, plan: Plan, options: ScheduleOptions): Schedule {
  const built = buildNetwork(frame, plan, options);
  const { outline, nodeOf, calendars } = frame;
  const dates = createDates(built.network);
  const { network, problems: beyond } = computeDates(built.network, dates, plan);
  const progress = computeProgress(network);
  const project = calendars.project;
  const read = readOnce(network.count, node => readItemDates(network, dates, progress, node));
  const schedule = {
    start: earliestStart(network, dates),
    finish: latestFinish(network, dates),
    calendar: project,
    ids: datedIds(outline.tasks.length, network),
    datesOf: (id: string) => {
      const node = nodeOf(id);
      return node === undefined ? undefined : read(node);
    },
    calendarOf: (id: string) => {
      const node = nodeOf(id);
      return node === undefined ? project : calendars.at(network.calendarOf[node] ?? 0);
    },
  };
  const found = findScheduleProblems(plan, {
    tasks: outline.tasks,
    isConflict: task => ((network.flags[task] ?? 0) & nodeFlag.conflict) !== 0,
    schedule,
    statusDay: built.statusDay,
  });
  return { ...schedule, problems: [...built.problems, ...beyond, ...found] };
}

/** Views ask for the dates of an item many times over; each is made into a value once. */
function readOnce(
  count: number,
  read: (node: number) => ItemDates | undefined,
): (node: number) => ItemDates | undefined {
  const isKnown = new Uint8Array(count);
  const known = new Array<ItemDates | undefined>(count);
  return node => {
    if (isKnown[node] !== 1) {
      isKnown[node] = 1;
      known[node] = read(node);
    }
    return known[node];
  };
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
