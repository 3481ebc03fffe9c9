import type { Plan } from '../model/plan.ts';
import { changeNetwork } from './changeNetwork.ts';
import { computeDates } from './computeDates.ts';
import { presentSchedule, type ScheduledPlan } from './computeSchedule.ts';
import { findDiffering } from './findDiffering.ts';
import { computeProgress, readItemDates } from './itemDates.ts';
import { findSpan } from './lineDates.ts';
import { listDated } from './listDated.ts';
import { createDates, nodeFlag } from './network.ts';
import { detachFrame } from './networkFrame.ts';
import type { PlanChanges } from './planChanges.ts';
import type { ItemDates } from './schedule.ts';

/**
 * Tells the network what changed, and runs all passes over it, which write to columns of their own.
 * Any date may differ then, so the schedule before keeps the columns that it has.
 */
export function passAgain(
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
  const { network, groundFinish, problems } = computeDates(given, dates, plan);
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
    groundFinish,
    progress,
    items: before.items.branch(make, touched),
    span: findSpan(network, dates),
    ids: listDated(before.schedule.ids, changed),
  };
  return presentSchedule(parts, { before: before.found, touched });
}
