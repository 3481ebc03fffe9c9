import { isSameTeam } from '../model/assignment.ts';
import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import { forgetUndatedStart } from './buildNetwork.ts';
import type { HeldNetwork } from './heldNetwork.ts';
import type { ChangedTask } from './planChanges.ts';
import type { Network } from './network.ts';
import { hasShareOfLength, type NetworkFrame } from './networkFrame.ts';
import { emptyNode, fillTask, type NodeTable } from './nodeTable.ts';
import { isScheduledBack } from './projectStart.ts';
import type { SuccessorLinks } from './successorLinks.ts';

/** A network of which some tasks were told anew, before their links are. */
export interface ToldTasks {
  readonly frame: NetworkFrame;
  readonly network: Network;
  /** Nodes that work at other hours now. */
  readonly rescheduled: readonly number[];
  /** Tasks whose lag is a share of a length that is another now. */
  readonly sharers: readonly number[];
}

/**
 * Tells a network the values of some tasks anew, in place. Undefined where a calendar without
 * working time comes or goes, or the links into a summary hang on a length.
 */
export function tellTasks(
  { frame, network }: HeldNetwork,
  {
    plan,
    nodes,
    successors,
  }: {
    readonly plan: Plan;
    readonly nodes: ReadonlyMap<number, ChangedTask>;
    readonly successors: SuccessorLinks;
  },
): ToldTasks | undefined {
  const { outline, calendars } = frame;
  const { calendarOf, lagCalendarOf } = placeAnew(frame, nodes);
  const rescheduled = [...nodes.keys()].filter(
    v =>
      calendarOf[v] !== frame.table.calendarOf[v] ||
      lagCalendarOf[v] !== frame.table.lagCalendarOf[v],
  );
  // A calendar is at fault only where somebody works by it.
  const areHoursNew = [...nodes.values()].some(hasOtherHours);
  if (areHoursNew && calendars.problems.length > 0) return undefined;
  const table = { ...frame.table, calendarOf, lagCalendarOf };
  const lengthened: number[] = [];
  for (const [node, { before, after }] of nodes) {
    const length = lengthOf(frame, node);
    if (!after) takeOut(frame, node, before?.id ?? '');
    else {
      if (!before) letIn(frame, node, after.id);
      outline.tasks[node] = after;
      outline.parent[node] = outline.indexOf.get(after.parent ?? '') ?? -1;
      const isSummary = outline.isSummary[node] === 1;
      const isFromFinish = isScheduledBack(plan.project);
      fillTask(table, node, after, { project: plan.project, calendars, isSummary, isFromFinish });
    }
    if (lengthOf(frame, node) !== length) lengthened.push(node);
  }
  const hasShares = frame.hasSharesOfLengths || anyHasShare(nodes);
  const sharers = hasShares ? findSharers(frame, successors, lengthened) : [];
  if (!sharers) return undefined;
  const source = { ...frame.source, lagCalendarOf };
  return {
    frame: { ...frame, table, source, hasSharesOfLengths: hasShares },
    network: { ...network, calendarOf, lagCalendarOf },
    rescheduled,
    sharers,
  };
}

function letIn({ outline, ids }: NetworkFrame, node: number, id: string): void {
  ids[node] = id;
  outline.indexOf.set(id, node);
  outline.gone.delete(id);
}

/** Schedules that were given out go on to ask for it, and find by its node that it was there. */
function takeOut({ outline, table }: NetworkFrame, node: number, id: string): void {
  outline.tasks[node] = undefined;
  outline.parent[node] = -1;
  outline.indexOf.delete(id);
  outline.gone.set(id, node);
  emptyNode(table, node);
}

/** What a node is by its own values. */
export function ownFlags({ table }: NetworkFrame, network: Network, v: number): number {
  const told = table.flags[v] ?? 0;
  if (network.statusDate !== -Infinity) return told;
  network.flags[v] = told;
  forgetUndatedStart(network, v);
  return network.flags[v] ?? told;
}

function hasOtherHours({ before, after }: ChangedTask): boolean {
  if (!before || !after) return true;
  return (
    before.calendar !== after.calendar ||
    before.keepsPeopleHours !== after.keepsPeopleHours ||
    !isSameTeam(before.assignees, after.assignees)
  );
}

/** A schedule that was given out goes on to tell the calendars of before, so they are copied. */
function placeAnew(
  { table, calendars }: NetworkFrame,
  nodes: ReadonlyMap<number, ChangedTask>,
): Pick<NodeTable, 'calendarOf' | 'lagCalendarOf'> {
  let { calendarOf, lagCalendarOf } = table;
  for (const [node, { after }] of nodes) {
    const place = after ? calendars.placeFor(after) : 0;
    const lagPlace = after ? calendars.lagPlaceFor(after) : 0;
    if (place === calendarOf[node] && lagPlace === lagCalendarOf[node]) continue;
    if (calendarOf === table.calendarOf) {
      calendarOf = calendarOf.slice();
      lagCalendarOf = lagCalendarOf.slice();
    }
    calendarOf[node] = place;
    lagCalendarOf[node] = lagPlace;
  }
  return { calendarOf, lagCalendarOf };
}

/** What lags are shares of: work, in working or elapsed minutes. */
function lengthOf({ source }: NetworkFrame, node: number): string {
  return `${source.workOf(node)} ${source.isElapsed(node)}`;
}

function anyHasShare(nodes: ReadonlyMap<number, ChangedTask>): boolean {
  for (const { after } of nodes.values()) if (after && hasShareOfLength(after)) return true;
  return false;
}

/** Undefined where one of them is a summary, whose parts would have to be linked. */
function findSharers(
  { outline, source }: NetworkFrame,
  { outRange, link, successor }: SuccessorLinks,
  lengthened: readonly number[],
): readonly number[] | undefined {
  const sharers: number[] = [];
  for (const v of lengthened) {
    const id = outline.tasks[v]?.id;
    for (let i = outRange[v * 2] ?? 0; i < (outRange[v * 2 + 1] ?? 0); i++) {
      const w = successor[link[i] ?? 0] ?? 0;
      const gated = source.gates.summary[w - source.firstGate] ?? -1;
      const task = outline.tasks[w] ?? outline.tasks[gated];
      if (!task || !sharesLength(task, id)) continue;
      if (w >= outline.room) return undefined;
      sharers.push(w);
    }
  }
  return sharers;
}

function sharesLength({ dependsOn }: Task, id: string | undefined): boolean {
  return dependsOn.some(
    ({ predecessor, lag }) => predecessor === id && lag !== undefined && lag.kind !== 'duration',
  );
}
