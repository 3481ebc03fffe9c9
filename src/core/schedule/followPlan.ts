import type { Plan } from '../model/plan.ts';
import { findOutset, type ScheduleOptions } from './buildNetwork.ts';
import { changeNetwork, type ChangedNetwork } from './changeNetwork.ts';
import type { PlanChanges } from './planChanges.ts';
import { presentSchedule, type ScheduledPlan } from './computeSchedule.ts';
import { findDiffering } from './findDiffering.ts';
import { findPlanChanges } from './findPlanChanges.ts';
import { followDates, type FollowedDates } from './followDates.ts';
import { computeDates } from './computeDates.ts';
import { computeProgress, fillProgress, readItemDates } from './itemDates.ts';
import type { ItemVersion } from './itemVersion.ts';
import { findSpan } from './lineDates.ts';
import { createDates, nodeFlag } from './network.ts';
import { detachFrame } from './networkFrame.ts';
import { Reach } from './reach.ts';
import type { ItemDates } from './schedule.ts';

/**
 * The schedule of a plan that differs in some tasks from one that is scheduled. What the change
 * cannot reach is not touched. The network and the dates go over to the answer, and the schedule
 * before stays what it was.
 *
 * @returns undefined where the change is of a kind that has to be scheduled from nothing; what was
 *   scheduled before is good for nothing but its schedule then
 */
export function followPlan(
  before: ScheduledPlan,
  plan: Plan,
  options: ScheduleOptions,
): ScheduledPlan | undefined {
  const changes = before.isWithinHorizon ? findPlanChanges(before, plan) : undefined;
  if (!changes || !hasSameOutset(before, plan, options)) return undefined;
  const follow = hangOnNeighbours(before, changes) ? followChanges : passAgain;
  const after = follow(before, plan, changes);
  if (!after) before.items.keepAll();
  return after;
}

/** False where dates hang on more: on the end of the project, or on the length of a summary. */
function hangOnNeighbours(
  { outset, dates, network }: ScheduledPlan,
  { tasks }: PlanChanges,
): boolean {
  return (
    outset.start.givenFinish === undefined &&
    network.percentOfSummary.size === 0 &&
    // They are apart where something is as late as possible.
    dates.start === dates.earlyStart &&
    tasks.every(({ after }) => after?.constraint?.kind !== 'ALAP')
  );
}

/**
 * Tells the network what changed, and runs all passes over it, which write to columns of their own.
 * Any date may differ then, so the schedule before keeps the columns that it has.
 */
function passAgain(
  before: ScheduledPlan,
  plan: Plan,
  changes: PlanChanges,
): ScheduledPlan | undefined {
  const { at: projectStart, givenFinish } = before.outset.start;
  const frame = detachFrame(before.frame);
  const own = {
    ...before.network,
    ...frame.table,
    ...frame.links,
    flags: before.network.flags.slice(),
    code: before.network.code.slice(),
  };
  const held = { ...before, frame, network: own };
  const changed = changeNetwork(held, { plan, changes, items: before.items });
  if (!changed) return undefined;
  const flags = changed.network.flags.map(flag => flag & ~nodeFlag.conflict);
  const given = { ...changed.network, flags, projectStart, givenFinish };
  const dates = createDates(given);
  const { network, problems } = computeDates(given, dates, plan);
  if (problems.length > 0) return undefined;
  const progress = computeProgress(network);
  const make = (node: number): ItemDates | undefined =>
    readItemDates(network, dates, progress, node);
  const touched = findDiffering(before, { network, dates, progress }, changed.seeds);
  const parts = {
    ...before,
    plan,
    frame: changed.frame,
    network,
    index: changed.index,
    dates,
    progress,
    items: before.items.branch(make, touched),
    span: findSpan(network, dates),
    ids: listDated(before.schedule.ids, changed),
  };
  return presentSchedule(parts, { before: before.found, touched });
}

function hasSameOutset(
  { outset: { start, statusDay, statusDate, movesAt }, frame }: ScheduledPlan,
  plan: Plan,
  options: ScheduleOptions,
): boolean {
  const next = findOutset(plan, frame.calendars.project, options);
  return (
    start.at === next.start.at &&
    start.isGuessed === next.start.isGuessed &&
    statusDate === next.statusDate &&
    movesAt === next.movesAt &&
    statusDay?.at === next.statusDay?.at &&
    statusDay?.hasTime === next.statusDay?.hasTime
  );
}

function followChanges(
  before: ScheduledPlan,
  plan: Plan,
  changes: PlanChanges,
): ScheduledPlan | undefined {
  const { items, dates, progress, span } = before;
  const changed = changeNetwork(before, { plan, changes, items });
  if (!changed) return undefined;
  const { network, index, seeds } = changed;
  const reach = new Reach(network, index, v => items.keep(v));
  for (const v of seeds) reach.begin(v);
  const { successors, positions } = index;
  const followed = followDates(network, dates, { successors, reach, span, items });
  if (!followed) return undefined;
  const touched = followed.isWhole
    ? undefined
    : [...reach.touched].sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  for (const v of touched ?? network.order) fillProgress(network, progress, v);
  return present({ before, plan, changed, followed }, touched);
}

interface FollowedPlan {
  readonly before: ScheduledPlan;
  readonly plan: Plan;
  readonly changed: ChangedNetwork;
  readonly followed: FollowedDates;
}

function present(
  { before, plan, changed, followed }: FollowedPlan,
  touched: readonly number[] | undefined,
): ScheduledPlan {
  const { network, frame, index } = changed;
  const { dates, progress } = before;
  const make = (node: number): ItemDates | undefined =>
    readItemDates(network, dates, progress, node);
  const items: ItemVersion = before.items.follow(make, touched);
  const parts = {
    ...before,
    plan,
    frame,
    network,
    index,
    items,
    span: followed.span,
    ids: listDated(before.schedule.ids, changed),
  };
  return presentSchedule(parts, touched && { before: before.found, touched });
}

/** The items with dates: milestones, then tasks, each in the order of their ids. */
function listDated(
  known: readonly string[],
  { frame, came, went }: ChangedNetwork,
): readonly string[] {
  if (came.length === 0 && went.length === 0) return known;
  const ids = [...known];
  const { milestoneOf } = frame.source;
  const isBefore = (id: string) => (other: string) => milestoneOf.has(other) || other < id;
  for (const id of went) ids.splice(countWhile(ids, isBefore(id)), 1);
  for (const id of came) ids.splice(countWhile(ids, isBefore(id)), 0, id);
  return ids;
}

/** How many at the beginning of a list fulfil what no later one does. */
function countWhile(ids: readonly string[], isBefore: (id: string) => boolean): number {
  let [first, end] = [0, ids.length];
  while (first < end) {
    const middle = (first + end) >> 1;
    if (isBefore(ids[middle] ?? '')) first = middle + 1;
    else end = middle;
  }
  return first;
}
