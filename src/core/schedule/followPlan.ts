import type { Plan } from '../model/plan.ts';
import { findOutset, type ScheduleOptions } from './buildNetwork.ts';
import { changeNetwork, type ChangedNetwork } from './changeNetwork.ts';
import { presentSchedule, type ScheduledPlan } from './computeSchedule.ts';
import { findPlanChanges } from './findPlanChanges.ts';
import { followDates, type FollowedDates } from './followDates.ts';
import { followGround } from './followGround.ts';
import { fillProgress, readItemDates } from './itemDates.ts';
import type { ItemVersion } from './itemVersion.ts';
import { listDated } from './listDated.ts';
import { passAgain } from './passAgain.ts';
import type { PlanChanges } from './planChanges.ts';
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
    // There are dates as early as possible only where something is as late as possible.
    (dates.ground !== undefined || tasks.every(({ after }) => after?.constraint?.kind !== 'ALAP'))
  );
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
  const { items, dates, progress, span, groundFinish } = before;
  const changed = changeNetwork(before, { plan, changes, items });
  if (!changed) return undefined;
  const { network, index, seeds } = changed;
  const reach = new Reach(network, index, v => items.keep(v));
  const ground =
    dates.ground && followGround(network, dates.ground, { index, seeds, finish: groundFinish });
  if (dates.ground && !ground) return undefined;
  for (const v of seeds) reach.begin(v);
  for (const v of ground?.moved ?? []) reach.begin(v);
  const { successors, positions } = index;
  const followed = followDates(network, dates, { successors, reach, span, items });
  if (!followed) return undefined;
  const touched = followed.isWhole
    ? undefined
    : [...reach.touched].sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  for (const v of touched ?? network.order) fillProgress(network, progress, v);
  const held = { ...before, groundFinish: ground?.finish ?? followed.span.finish };
  return present({ before: held, plan, changed, followed }, touched);
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
