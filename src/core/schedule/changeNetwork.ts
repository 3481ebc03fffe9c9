import type { Plan } from '../model/plan.ts';
import type { HeldNetwork } from './heldNetwork.ts';
import type { PlanChanges } from './planChanges.ts';
import type { ItemVersion } from './itemVersion.ts';
import { nodeFlag } from './network.ts';
import type { NetworkFrame } from './networkFrame.ts';
import { indexNetwork, type NetworkIndex } from './networkIndex.ts';
import { fillMilestone } from './nodeTable.ts';
import { isLinkedOtherwise, placeChanges, type PlacedChanges } from './placeChanges.ts';
import { relinkTasks, type RelinkedNetwork } from './relinkTasks.ts';
import { settleAround } from './settleAround.ts';
import { ownFlags, tellTasks, type ToldTasks } from './tellTasks.ts';

/** A held network after a change. */
export interface ChangedNetwork extends HeldNetwork {
  readonly index: NetworkIndex;
  /** The nodes of which something is said anew, or one of whose links binds otherwise. */
  readonly seeds: ReadonlySet<number>;
  /** The tasks that are scheduled now and were not, and those that were. */
  readonly came: readonly string[];
  readonly went: readonly string[];
}

/**
 * Tells a network what changed, in place: values of tasks and milestones, what tasks wait for, what
 * they are part of and who does them, and tasks that come or go. Undefined where that gives the plan
 * another structure, so that it has to be built from nothing; what was changed by then has been kept.
 *
 * @param items told of every node before something of it changes
 */
export function changeNetwork(
  held: HeldNetwork,
  {
    plan,
    changes,
    items,
  }: {
    readonly plan: Plan;
    readonly changes: PlanChanges;
    readonly items: ItemVersion;
  },
): ChangedNetwork | undefined {
  const placed = placeChanges(held, plan, changes);
  if (!placed) return undefined;
  const { nodes, milestones } = placed;
  const keep = (v: number): void => items.keep(v);
  const changed = [...nodes.keys(), ...milestones.keys()];
  changed.forEach(keep);
  const known = held.index ?? indexNetwork(held.network);
  const relinked = findRelinked(held.frame, known, placed);
  const told = relinked && tellTasks(held, { plan, nodes, successors: known.successors });
  if (!told) return undefined;
  tellMilestones(told.frame, placed);
  for (const task of told.sharers) relinked.add(task);
  // Where circles are cut, the network does not tell what a new link would close.
  const linked =
    relinked.size > 0 && hasCircle(held.frame)
      ? undefined
      : linkTold(told, known, { tasks: relinked, keep });
  if (!linked) return undefined;
  const { network, index, ends } = linked;
  const frame = { ...told.frame, links: linked.links };
  // What comes has dates, whichever of it is looked at first.
  for (const [v, { before }] of nodes) if (!before) network.flags[v] = nodeFlag.gate;
  const found = settleAround(
    { network, successors: index.successors, keep, flagsOf: v => ownFlags(frame, network, v) },
    changed,
    [...ends, ...told.rescheduled],
  );
  const seeds = new Set([...changed, ...ends, ...found]);
  return { frame, network, index, names: held.names, seeds, ...listPassing(placed) };
}

/** The tasks whose links are made anew. Undefined where something waits for a task that goes by a gate. */
function findRelinked(
  { outline, source }: NetworkFrame,
  { successors: { outRange, link, successor } }: NetworkIndex,
  { nodes, waiting }: PlacedChanges,
): Set<number> | undefined {
  const tasks = new Set(waiting);
  for (const [node, change] of nodes) {
    if (isLinkedOtherwise(change)) tasks.add(node);
    if (change.after) continue;
    for (let i = outRange[node * 2] ?? 0; i < (outRange[node * 2 + 1] ?? 0); i++) {
      const w = successor[link[i] ?? 0] ?? 0;
      if (w >= source.firstGate) return undefined;
      if (w < outline.room && outline.isSummary[w] === 0) tasks.add(w);
    }
  }
  return tasks;
}

function tellMilestones(
  { table, calendars, source }: NetworkFrame,
  { milestones }: PlacedChanges,
): void {
  for (const [node, { after }] of milestones) {
    const hasTasks = source.isReachedByTasks(after.id);
    fillMilestone(table, node, after, { calendars, hasTasks });
  }
}

function listPassing({ nodes }: PlacedChanges): Pick<ChangedNetwork, 'came' | 'went'> {
  const came: string[] = [];
  const went: string[] = [];
  for (const { before, after } of nodes.values()) {
    if (!before && after) came.push(after.id);
    else if (before && !after) went.push(before.id);
  }
  return { came, went };
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
