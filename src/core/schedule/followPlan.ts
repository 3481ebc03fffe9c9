import { hasSameValues } from '../base/sameValues.ts';
import type { Plan } from '../model/plan.ts';
import { findOutset, type ScheduleOptions } from './buildNetwork.ts';
import { changeNetwork, type ChangedNetwork } from './changeNetwork.ts';
import type { ChangedTask } from './heldNetwork.ts';
import { presentSchedule, type ScheduledPlan } from './computeSchedule.ts';
import { findDiffering } from './findDiffering.ts';
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
  const edits = before.isWithinHorizon ? findChangedTasks(before, plan) : undefined;
  if (!edits || !hasSameOutset(before, plan, options)) return undefined;
  const follow = hangOnNeighbours(before, edits) ? followEdits : passAgain;
  const after = follow(before, plan, edits);
  if (!after) before.items.keepAll();
  return after;
}

/** False where dates hang on more: on the end of the project, or on the length of a summary. */
function hangOnNeighbours(
  { outset, dates, network }: ScheduledPlan,
  edits: readonly ChangedTask[],
): boolean {
  return (
    outset.start.givenFinish === undefined &&
    network.percentOfSummary.size === 0 &&
    // They are apart where something is as late as possible.
    dates.start === dates.earlyStart &&
    edits.every(({ after }) => after.constraint?.kind !== 'ALAP')
  );
}

/**
 * Tells the network what changed, and runs all passes over it, which write to columns of their own.
 * Any date may differ then, so the schedule before keeps the columns that it has.
 */
function passAgain(
  before: ScheduledPlan,
  plan: Plan,
  edits: readonly ChangedTask[],
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
  const held = { frame, network: own, index: before.index };
  const changed = changeNetwork(held, { plan, edits, items: before.items });
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
    ids: before.schedule.ids,
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

function followEdits(
  before: ScheduledPlan,
  plan: Plan,
  edits: readonly ChangedTask[],
): ScheduledPlan | undefined {
  const { items, dates, progress, span } = before;
  const changed = changeNetwork(before, { plan, edits, items });
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
    ids: before.schedule.ids,
  };
  return presentSchedule(parts, touched && { before: before.found, touched });
}

/**
 * The tasks that differ. Undefined where more than tasks differs, or items came or went: values are
 * kept as long as their files do not change, so the same value is the same item.
 */
function findChangedTasks(
  { plan: before, tasks: known }: ScheduledPlan,
  after: Plan,
): readonly ChangedTask[] | undefined {
  if (before.project !== after.project || known.length !== after.tasks.size) return undefined;
  if (!hasSameValues(before.milestones, after.milestones)) return undefined;
  const changed: ChangedTask[] = [];
  let place = 0;
  for (const task of after.tasks.values()) {
    const one = known[place++];
    if (one === task) continue;
    if (one?.id !== task.id) return undefined;
    changed.push({ before: one, after: task });
    known[place - 1] = task;
  }
  return changed;
}
