import { isSameWait } from '../model/dependency.ts';
import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import type { ChangedTask, HeldNetwork } from './heldNetwork.ts';
import type { ItemVersion } from './itemVersion.ts';
import { nodeFlag } from './network.ts';
import type { NetworkFrame } from './networkFrame.ts';
import { indexNetwork, type NetworkIndex } from './networkIndex.ts';
import { relinkTasks, type RelinkedNetwork } from './relinkTasks.ts';
import { settleAround } from './settleAround.ts';
import { ownFlags, tellTasks, type ToldTasks } from './tellTasks.ts';

/** A held network after a change. */
export interface ChangedNetwork extends HeldNetwork {
  readonly index: NetworkIndex;
  /** The nodes of which something is said anew, or one of whose links binds otherwise. */
  readonly seeds: ReadonlySet<number>;
}

/**
 * Tells a network some tasks anew, in place: their values, what they wait for, what they are part
 * of and who does them. Undefined where that gives the plan another structure, so that it has to be
 * built from nothing; what was changed by then has been kept.
 *
 * @param items told of every node before something of it changes
 */
export function changeNetwork(
  held: HeldNetwork,
  {
    plan,
    edits,
    items,
  }: {
    readonly plan: Plan;
    readonly edits: readonly ChangedTask[];
    readonly items: ItemVersion;
  },
): ChangedNetwork | undefined {
  const nodes = new Map<number, ChangedTask>();
  for (const edit of edits) {
    const node = held.frame.outline.indexOf.get(edit.after.id);
    if (node === undefined && !hasSameStructure(edit)) return undefined;
    if (node !== undefined) nodes.set(node, edit);
  }
  for (const [node, edit] of nodes) if (!isFollowed(held.frame, plan, node, edit)) return undefined;
  const keep = (v: number): void => items.keep(v);
  for (const v of nodes.keys()) keep(v);
  const known = held.index ?? indexNetwork(held.network);
  const told = tellTasks(held, { plan, nodes, successors: known.successors });
  if (!told) return undefined;
  const tasks = new Set(told.sharers);
  for (const [node, edit] of nodes) if (isLinkedOtherwise(edit)) tasks.add(node);
  // Where circles are cut, the network does not tell what a new link would close.
  const linked =
    tasks.size > 0 && hasCircle(held.frame) ? undefined : linkTold(told, known, { tasks, keep });
  if (!linked) return undefined;
  const { network, index, ends } = linked;
  const frame = { ...told.frame, links: linked.links };
  const found = settleAround(
    { network, successors: index.successors, keep, flagsOf: v => ownFlags(frame, network, v) },
    nodes.keys(),
    [...ends, ...told.rescheduled],
  );
  return { frame, network, index, seeds: new Set([...nodes.keys(), ...ends, ...found]) };
}

function hasCircle({ problems }: NetworkFrame): boolean {
  return problems.some(({ code }) => code === 'dependency-cycle');
}

function linkTold(
  { frame, network }: ToldTasks,
  index: NetworkIndex,
  { tasks, keep }: { readonly tasks: ReadonlySet<number>; readonly keep: (v: number) => void },
): RelinkedNetwork | undefined {
  if (tasks.size > 0) return relinkTasks(frame, network, { index, tasks, keep });
  return { network, index, links: frame.links, ends: new Set() };
}

/** True where an edit of a task that is not scheduled leaves it so. */
function hasSameStructure({ before, after }: ChangedTask): boolean {
  return before.status === after.status && before.parent === after.parent;
}

function isFollowed(
  frame: NetworkFrame,
  plan: Plan,
  node: number,
  { before, after }: ChangedTask,
): boolean {
  const isDropped = (before.status === 'dropped') !== (after.status === 'dropped');
  // What is wrong with the structure names titles and links.
  const isBlamed = frame.problems.some(({ items }) => items.includes(after.id));
  const isUndated = ((frame.table.flags[node] ?? 0) & nodeFlag.undated) !== 0;
  if (isDropped || isBlamed || isUndated) return false;
  const hasSameHours =
    frame.calendars.placeFor(after) === frame.table.calendarOf[node] &&
    frame.calendars.lagPlaceFor(after) === frame.table.lagCalendarOf[node];
  if (frame.outline.isSummary[node] === 1) {
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

function isLinkedOtherwise({ before, after }: ChangedTask): boolean {
  return (
    before.parent !== after.parent ||
    before.milestone !== after.milestone ||
    before.rank !== after.rank ||
    !isSameWait(before.dependsOn, after.dependsOn)
  );
}
