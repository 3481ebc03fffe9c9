import type { Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import { buildNetwork, type ScheduleOptions } from '../schedule/buildNetwork.ts';
import { computeDates } from '../schedule/computeDates.ts';
import { computeSchedule } from '../schedule/computeSchedule.ts';
import { createDates, nodeFlag, type Network } from '../schedule/network.ts';
import { buildFrame } from '../schedule/networkFrame.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { applyTaskEdit, editStart, type TaskEdit } from '../schedule/taskEdits.ts';
import { boundByPeople } from './boundByPeople.ts';
import { readLevelledNodes, reserveStanding, type LevelledNodes } from './levelledNodes.ts';
import { listKept, type KeptWork } from './keptWork.ts';
import { searchOrders, type FoundOrder } from './searchOrders.ts';
import { findUnskilled, type UnskilledWork } from './findUnskilled.ts';
import { explainMoves, type LevelledMove } from './explainMoves.ts';

/** What levelling wants changed, and what comes of it. Nothing is written. */
export interface LevelledPlan {
  /** The schedule without it. */
  readonly before: Schedule;
  /** The schedule of the plan with the edits. */
  readonly after: Schedule;
  /** The plan with the edits. */
  readonly plan: Plan;
  /** Everything that starts later or is held, in the order in which it starts now. */
  readonly moves: readonly LevelledMove[];
  /** By task: what is to be written so that the plan is levelled; the rest follows from it. */
  readonly edits: ReadonlyMap<string, TaskEdit>;
  /** The plan cannot end before this, whatever is levelled. */
  readonly earliestFinish: Instant;
  /** Work that cannot be moved and that its people have no time for. */
  readonly crowded: readonly { readonly id: string; readonly person: string }[];
  /** Whose time is kept for work that names skills and has nobody; nothing of it is written. */
  readonly kept: readonly KeptWork[];
  readonly unskilled: UnskilledWork;
  /** How many schedules were built. */
  readonly schedules: number;
}

export interface LevelOptions extends ScheduleOptions {
  readonly seed?: number;
}

/**
 * A schedule in which nobody has more to do than they have time: the serial schedule generation
 * scheme (Kelley, 1963) over the forward pass of the schedule, with the most important first and
 * among these what has the least time left; then again in other orders (the sampling of
 * Kolisch, 1995, around the best order so far). The best is that which misses promises by the least,
 * then ends first, then delays the least. The same plan and seed give the same schedule.
 */
export function levelPlan(plan: Plan, options: LevelOptions = {}): LevelledPlan {
  const frame = buildFrame(plan);
  const { network: given } = buildNetwork(frame, plan, options);
  const dates = createDates(given);
  const { network } = computeDates(given, dates, plan);
  const nodes = readLevelledNodes(plan, network, dates);
  const before = computeSchedule(plan, options);
  const found = searchOrders({ plan, network, dates, nodes }, options.seed ?? 1);
  const starts = new Map<string, Instant>();
  for (const v of found.waits.keys()) starts.set(network.ids[v] ?? '', found.start[v] ?? 0);
  const late = { plan, network, nodes, before, found };
  const { levelled, edits, after } = holdLate(late, starts, options);
  const held = new Set([...edits.keys()].filter(id => !starts.has(id)));
  const { crowded } = reserveStanding({ plan, network, nodes });
  const kept = listKept(network, found.kept);
  return {
    before,
    after,
    plan: levelled,
    moves: explainMoves({ plan, network, nodes, before, after, found, held }),
    edits,
    earliestFinish: boundByPeople(
      { plan, network, nodes },
      { schedule: before, latest: after.finish },
      new Set(crowded.map(([, person]) => person)),
    ),
    crowded: crowded.map(([v, person]) => ({ id: network.ids[v] ?? '', person })),
    kept,
    unskilled: findUnskilled(plan, before, new Set(kept.map(({ id }) => id))),
    schedules: found.schedules,
  };
}

/**
 * The plan with its edits. What is as late as possible would move with the end of the plan that others
 * put off, back into their time: where it would, it is held at the place that was found for it.
 */
function holdLate(
  { plan, network, nodes, before, found }: Held,
  waiting: ReadonlyMap<string, Instant>,
  options: ScheduleOptions,
): Pick<LevelledPlan, 'after' | 'edits'> & { readonly levelled: Plan } {
  const late = [...network.ids.keys()].filter(
    v => nodes.isMovable[v] === 1 && ((network.flags[v] ?? 0) & nodeFlag.alap) !== 0,
  );
  const starts = new Map(waiting);
  for (;;) {
    const { levelled, edits } = applyStarts(plan, before, starts);
    const after = edits.size === 0 ? before : computeSchedule(levelled, options);
    const moved = late.filter(v => {
      const id = network.ids[v] ?? '';
      return !starts.has(id) && after.datesOf(id)?.start !== found.start[v];
    });
    if (moved.length === 0) return { levelled, edits, after };
    for (const v of moved) starts.set(network.ids[v] ?? '', found.start[v] ?? 0);
  }
}

interface Held {
  readonly plan: Plan;
  readonly network: Network;
  readonly nodes: LevelledNodes;
  readonly before: Schedule;
  readonly found: FoundOrder;
}

/** The plan with tasks that start no earlier than told, by the edits that a person would make. */
export function applyStarts(
  plan: Plan,
  schedule: Schedule,
  starts: ReadonlyMap<string, Instant>,
): { readonly levelled: Plan; readonly edits: ReadonlyMap<string, TaskEdit> } {
  const tasks = new Map(plan.tasks);
  const edits = new Map<string, TaskEdit>();
  for (const [id, start] of starts) {
    const item = tasks.get(id);
    const dates = schedule.datesOf(id);
    if (!item || !dates) continue;
    const bar = { item, dates, calendar: schedule.calendarOf(id) };
    const edit = editStart(bar, start, dates.durationMinutes);
    if (!edit) continue;
    edits.set(id, edit);
    tasks.set(id, applyTaskEdit(item, edit));
  }
  return { levelled: { ...plan, tasks }, edits };
}
