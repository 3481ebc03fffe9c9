import type { Interval } from '../calendar/calendar.ts';
import { findDropped } from '../model/findDropped.ts';
import type { Task } from '../model/task.ts';
import type { ExplainContext } from './explainContext.ts';
import { lateReasonOf } from './explainLate.ts';
import { explainTask } from './explainTask.ts';
import type { ChainStep, End, Explanation, Reason, UndatedReason } from './explanation.ts';
import { findPartTime } from './explainPartTime.ts';
import { findLagWait, findStretch, findWait } from './explainWait.ts';
import { endOfPredecessor, endOfSuccessor } from './findBounds.ts';
import type { ItemDates } from './schedule.ts';
import { findPauses } from './taskPauses.ts';

/** Where a chain goes on. */
export interface Place {
  readonly id: string;
  readonly end: End;
  /** On the way from what is as late as possible towards what keeps it from being later. */
  readonly isLate: boolean;
  /** Where the chain comes from. */
  readonly from?: string;
}

/**
 * Why an item has the dates that it has: the chain of what holds it, back to something that is no
 * dependency. Of work that is as late as possible, the chain leads forward to what it must be
 * finished for.
 *
 * @param end which end of the item is asked about; the ends of a plain task go together
 * @param most how many steps are told at most, the item's own among them
 */
export function explainDates(
  ctx: ExplainContext,
  id: string,
  end: End = 'finish',
  most = Infinity,
): Explanation {
  const steps: ChainStep[] = [];
  const seen = new Set<string>();
  let place: Place | undefined = { id, end, isLate: false };
  while (place && steps.length < most && !seen.has(keyOf(place))) {
    seen.add(keyOf(place));
    const step = explainStep(ctx, place);
    if (!step) break;
    steps.push(step);
    const next = nextPlace(step.reason);
    place = next && { ...next, from: place.id };
  }
  if (steps.length > 0) return { kind: 'dated', steps };
  return { kind: 'undated', reason: explainUndated(ctx, id) };
}

function keyOf({ id, end, isLate }: Place): string {
  return `${id} ${end} ${isLate ? 'late' : ''}`;
}

/** Undefined where the chain ends. */
export function nextPlace(reason: Reason): Place | undefined {
  if (reason.kind === 'dependency') {
    const { dependency } = reason;
    return { id: dependency.predecessor, end: endOfPredecessor(dependency), isLate: false };
  }
  if (reason.kind === 'part') return { id: reason.part, end: reason.end, isLate: false };
  if (reason.kind === 'last-task') return { id: reason.task, end: 'finish', isLate: false };
  if (reason.kind !== 'successor') return undefined;
  const end = reason.dependency ? endOfSuccessor(reason.dependency) : 'finish';
  return { id: reason.successor, end, isLate: true };
}

/** What holds one end of one item; undefined for an item without dates. */
export function explainStep(
  ctx: ExplainContext,
  { id, end, isLate, from }: Place,
): ChainStep | undefined {
  const dates = ctx.schedule.datesOf(id);
  if (!dates) return undefined;
  const base = { id, end, dates, isLate };
  if (isLate) {
    const at = end === 'start' ? dates.lateStart : dates.lateFinish;
    return { ...base, ...settled(lateReasonOf(ctx, id, from)), at };
  }
  const at = dates[end];
  const task = ctx.taskOf(id);
  if (!task) return { ...base, ...explainMilestone(ctx, id, dates), at };
  if (ctx.isSummary(id)) return { ...base, ...explainSummary(ctx, id, { dates, end }), at };
  const { allowedFrom, demanded, ...held } = explainTask(ctx, task, { dates, end });
  return {
    ...base,
    ...held,
    at,
    wait: allowedFrom === undefined ? undefined : findWait(ctx, task, allowedFrom, dates.start),
    lagWait: demanded === undefined ? undefined : findLagWait(ctx, task, held.reason, demanded),
    stretch: findStretch(ctx, task, dates),
    partTime: findPartTime(ctx, task),
    pauses: end === 'finish' ? pausesOf(ctx, task, dates) : [],
  };
}

/** [WHY-3] What is done waits for no pause any more. */
function pausesOf(
  { plan, schedule }: ExplainContext,
  task: Task,
  dates: ItemDates,
): readonly Interval[] {
  if (task.finished || task.status === 'done') return [];
  const scale = plan.project.durationScale;
  return findPauses(task, dates, { calendar: schedule.calendarOf(task.id), scale });
}

type Held = Omit<ChainStep, 'id' | 'end' | 'dates' | 'isLate' | 'at'>;

function settled(reason: Reason, others: readonly Reason[] = []): Held {
  return {
    reason,
    others,
    isDrivenByLength: false,
    wait: undefined,
    lagWait: undefined,
    stretch: undefined,
    partTime: undefined,
    pauses: [],
  };
}

/** [SUM-7] Where it was pinned; [SUM-1] of several parts at the same moment, the first by id. */
function explainSummary(
  ctx: ExplainContext,
  id: string,
  { dates, end }: { readonly dates: ItemDates; readonly end: End },
): Held {
  const pinned = ctx.isStanding(id) ? ctx.taskOf(id)?.pinned : undefined;
  if (pinned) {
    const isDrivenByLength = end === 'finish';
    return { ...settled({ kind: 'pinned', date: pinned }), isDrivenByLength };
  }
  const reasons = ctx
    .partsOf(id)
    .filter(part => ctx.schedule.datesOf(part)?.[end] === dates[end])
    .map(part => ({ kind: 'part', part, end }) as const);
  const [first, ...others] = reasons;
  return settled(first ?? { kind: 'unknown' }, others);
}

/** [MS-1] [MS-2] */
function explainMilestone(ctx: ExplainContext, id: string, dates: ItemDates): Held {
  const milestone = ctx.plan.milestones.get(id);
  if (milestone?.reached) return settled({ kind: 'reached', date: milestone.reached });
  const reasons = ctx
    .tasksOf(id)
    .filter(task => ctx.schedule.datesOf(task)?.finish === dates.finish)
    .map(task => ({ kind: 'last-task', task }) as const);
  const [first, ...others] = reasons;
  if (first) return settled(first, others);
  return settled(milestone?.due ? { kind: 'due', date: milestone.due } : { kind: 'unknown' });
}

/** [DROP-1] [LOOP-1] [HOR-1] [HOR-2] [MS-2] */
function explainUndated(ctx: ExplainContext, id: string): UndatedReason {
  const dropped = findDropped(ctx.plan, id);
  if (dropped !== undefined) return { kind: 'dropped', holder: dropped };
  const { problems } = ctx.schedule;
  const loop =
    problems.find(({ code, items }) => code === 'dependency-cycle' && items.includes(id)) ??
    (leadsToUndated(ctx, id)
      ? problems.find(({ code }) => code === 'dependency-cycle')
      : undefined);
  if (loop) return { kind: 'loop', problem: loop };
  const beyond =
    problems.find(({ code, items }) => code === 'horizon-exceeded' && items.includes(id)) ??
    problems.find(({ code }) => code === 'horizon-exceeded');
  const isTask = ctx.taskOf(id) !== undefined || ctx.tasksOf(id).length > 0;
  if (beyond && isTask) return { kind: 'horizon', problem: beyond };
  return { kind: 'nothing-dated' };
}

/** True where something that it waits for, or is made up of, has no dates either. */
function leadsToUndated(ctx: ExplainContext, id: string): boolean {
  const holders = [ctx.taskOf(id), ...ctx.summariesOf(id)].filter(task => task !== undefined);
  const before = holders.flatMap(({ dependsOn }) => dependsOn.map(each => each.predecessor));
  const parts = [...ctx.partsOf(id), ...ctx.tasksOf(id)];
  return [...before, ...parts].some(
    each => ctx.taskOf(each) !== undefined && !ctx.schedule.datesOf(each),
  );
}
