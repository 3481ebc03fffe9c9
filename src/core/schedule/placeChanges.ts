import { isSameWait } from '../model/dependency.ts';
import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import type { HeldNetwork } from './heldNetwork.ts';
import type { ChangedMilestone, ChangedTask, PlanChanges } from './planChanges.ts';
import { nodeFlag } from './network.ts';
import type { NetworkFrame } from './networkFrame.ts';

/** Changes of a plan by the nodes that they are about. */
export interface PlacedChanges {
  readonly nodes: ReadonlyMap<number, ChangedTask>;
  readonly milestones: ReadonlyMap<number, ChangedMilestone>;
  /** Tasks that stay as they are, but wait for one that comes. */
  readonly waiting: readonly number[];
}

/**
 * Finds the nodes of what changed, and room for tasks that come. Undefined where that gives the plan
 * another structure, or there is no room left, so that the network has to be built from nothing.
 */
export function placeChanges(
  { frame, names }: HeldNetwork,
  plan: Plan,
  { tasks, milestones }: PlanChanges,
): PlacedChanges | undefined {
  names.follow(tasks);
  const nodes = new Map<number, ChangedTask>();
  const coming = new Map<string, Task | undefined>();
  for (const change of tasks) {
    const id = (change.after ?? change.before)?.id ?? '';
    const isDropped = change.after?.status === 'dropped';
    const after = isDropped ? undefined : change.after;
    const node = frame.outline.indexOf.get(id);
    // A circle of parents is told of what is dropped, too.
    if (node !== undefined && isDropped && change.before?.parent !== change.after.parent) {
      return undefined;
    }
    if (node !== undefined) nodes.set(node, { before: change.before, after });
    else if (isNew(change)) coming.set(id, after);
    else if (!hasSameStructure(change)) return undefined;
  }
  for (const [node, change] of nodes) if (!isFollowed(frame, plan, node, change)) return undefined;
  const placed = placeMilestones(frame, milestones);
  const waiting = findWaiting({ frame, names }, plan, coming);
  if (!placed || !waiting || !letIn(frame, plan, { coming, nodes })) return undefined;
  return { nodes, milestones: placed, waiting };
}

/** Tasks that are there for the first time; undefined for what is dropped. */
type Coming = ReadonlyMap<string, Task | undefined>;

/** True where a task that is not scheduled is there for the first time, or dropped no more. */
function isNew({ before, after }: ChangedTask): boolean {
  return !before || (before.status === 'dropped' && after !== undefined);
}

/** True where an edit of a task that is not scheduled leaves it so. */
function hasSameStructure({ before, after }: ChangedTask): boolean {
  return after?.status === before?.status && after?.parent === before?.parent;
}

/**
 * Gives each task that comes a node: its own of before, or one of those that nobody had yet. What
 * comes as dropped gets none.
 */
function letIn(
  frame: NetworkFrame,
  plan: Plan,
  { coming, nodes }: { coming: Coming; nodes: Map<number, ChangedTask> },
): boolean {
  const { outline } = frame;
  let next = outline.tasks.length;
  for (const [id, after] of coming) {
    if (!after) continue;
    const node = outline.gone.get(id) ?? next++;
    if (node >= outline.room || isBlamed(frame, id)) return false;
    if (!canMove(frame, plan, node, after) || !canReach(frame, plan, after.milestone)) return false;
    nodes.set(node, { before: undefined, after });
  }
  return true;
}

/**
 * The tasks that wait for one that comes. Undefined where a summary does, and where something is part
 * of what comes.
 */
function findWaiting(
  { frame: { outline }, names }: Pick<HeldNetwork, 'frame' | 'names'>,
  plan: Plan,
  coming: Coming,
): readonly number[] | undefined {
  const waiting: number[] = [];
  for (const [id, after] of coming) {
    for (const name of names.of(id, plan)) {
      if (plan.tasks.get(name)?.parent === id) return undefined;
      const node = after && outline.indexOf.get(name);
      if (node === undefined) continue;
      if (outline.isSummary[node] === 1) return undefined;
      waiting.push(node);
    }
  }
  return waiting;
}

/** Undefined where a milestone gets a date, loses it, or has it from something else now. */
function placeMilestones(
  frame: NetworkFrame,
  milestones: readonly ChangedMilestone[],
): ReadonlyMap<number, ChangedMilestone> | undefined {
  const placed = new Map<number, ChangedMilestone>();
  for (const change of milestones) {
    const { before, after } = change;
    const node = frame.source.milestoneOf.get(after.id);
    const isPlain = ({ reached, isDropped }: typeof after): boolean => !reached && !isDropped;
    if (node === undefined || isBlamed(frame, after.id)) return undefined;
    if (!isPlain(before) || !isPlain(after)) return undefined;
    if (!after.due && !frame.source.isReachedByTasks(after.id)) return undefined;
    placed.set(node, change);
  }
  return placed;
}

/** What is wrong with the structure names titles and links. */
function isBlamed({ problems }: NetworkFrame, id: string): boolean {
  return problems.some(({ items }) => items.includes(id));
}

function isFollowed(
  frame: NetworkFrame,
  plan: Plan,
  node: number,
  { before, after }: ChangedTask,
): boolean {
  const isUndated = ((frame.table.flags[node] ?? 0) & nodeFlag.undated) !== 0;
  if (!before || isUndated || isBlamed(frame, before.id)) return false;
  const isSummary = frame.outline.isSummary[node] === 1;
  if (!after) return !isSummary && !isGated(frame, node);
  const hasSameHours =
    frame.calendars.placeFor(after) === frame.table.calendarOf[node] &&
    frame.calendars.lagPlaceFor(after) === frame.table.lagCalendarOf[node];
  if (isSummary) {
    return hasSameHours && !isLinkedOtherwise({ before, after }) && hasSameLimit(before, after);
  }
  const hasSameParent = before.parent === after.parent;
  if (!hasSameHours && isGated(frame, node)) return false;
  if (!hasSameParent && !canMove(frame, plan, node, after)) return false;
  return before.milestone === after.milestone || canReach(frame, plan, after.milestone);
}

function hasSameLimit({ constraint: a }: Task, { constraint: b }: Task): boolean {
  if (a === b) return true;
  if (a?.kind !== b?.kind) return false;
  const at = (constraint: Task['constraint']): number | undefined =>
    constraint && 'date' in constraint ? constraint.date.at : undefined;
  const hasTime = (constraint: Task['constraint']): boolean | undefined =>
    constraint && 'date' in constraint ? constraint.date.hasTime : undefined;
  return at(a) === at(b) && hasTime(a) === hasTime(b);
}

/** True where a gate for each calendar carries what holds its summary back. */
function isGated({ outline, source }: NetworkFrame, node: number): boolean {
  const summary = outline.parent[node] ?? -1;
  return summary >= 0 && source.gates.gatesOf(summary).length > 0;
}

/** True where a task becomes part of a summary that is one already, or of none. */
function canMove(frame: NetworkFrame, plan: Plan, node: number, { parent }: Task): boolean {
  if (isGated(frame, node)) return false;
  if (parent === undefined) return true;
  const summary = frame.outline.indexOf.get(parent);
  if (summary === undefined) return !plan.tasks.has(parent);
  return frame.outline.isSummary[summary] === 1 && frame.source.gates.gatesOf(summary).length === 0;
}

/** False where a milestone gets dates by the first of its tasks. */
function canReach({ source }: NetworkFrame, plan: Plan, id: string | undefined): boolean {
  const milestone = id === undefined ? undefined : plan.milestones.get(id);
  if (!milestone || milestone.isDropped || milestone.reached) return true;
  return source.isReachedByTasks(milestone.id);
}

/** True for a task that comes or goes, and for one that other links end at now. */
export function isLinkedOtherwise({ before, after }: ChangedTask): boolean {
  if (!before || !after) return true;
  return (
    before.parent !== after.parent ||
    before.milestone !== after.milestone ||
    before.rank !== after.rank ||
    !isSameWait(before.dependsOn, after.dependsOn)
  );
}
