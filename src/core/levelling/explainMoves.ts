import type { Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import { linkCode, type Network } from '../schedule/network.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { LevelledNodes } from './levelledNodes.ts';
import type { FoundOrder } from './searchOrders.ts';

/** Why a task starts later than it could. */
export type MoveReason =
  /** Somebody works at other tasks until then. */
  | {
      readonly kind: 'busy';
      readonly person: string;
      readonly until: Instant;
      readonly tasks: readonly string[];
    }
  /** It waits for what was moved itself. */
  | { readonly kind: 'follows'; readonly tasks: readonly string[] }
  /** It is as late as possible, and is kept from moving into the time of others. */
  | { readonly kind: 'held'; readonly tasks: readonly string[] };

export interface LevelledMove {
  readonly id: string;
  readonly title: string;
  readonly start: { readonly before: Instant; readonly after: Instant };
  readonly finish: { readonly before: Instant; readonly after: Instant };
  readonly reason: MoveReason;
}

interface Moves {
  readonly plan: Plan;
  readonly network: Network;
  readonly nodes: LevelledNodes;
  readonly before: Schedule;
  readonly after: Schedule;
  readonly found: Pick<FoundOrder, 'waits' | 'kept'>;
  /** As late as possible, and held at the place that was found. */
  readonly held: ReadonlySet<string>;
}

/** Every task that starts later than without levelling, or is held, with the reason; the earliest first. */
export function explainMoves(moves: Moves): readonly LevelledMove[] {
  const { plan, network, before, after, found: order, held } = moves;
  const found: LevelledMove[] = [];
  const byEnd = groupByEnd(moves);
  network.ids.forEach((id, v) => {
    const task = plan.tasks.get(id);
    const [old, now] = [before.datesOf(id), after.datesOf(id)];
    if (!task || old?.kind !== 'task' || !now) return;
    if (now.start <= old.start && !held.has(id)) return;
    const wait = order.waits.get(v);
    const reason: MoveReason = held.has(id)
      ? { kind: 'held', tasks: [] }
      : wait
        ? { kind: 'busy', ...wait, tasks: byEnd.get(endKey(wait.person, wait.until)) ?? [] }
        : { kind: 'follows', tasks: findMovedBefore(moves, v) };
    const start = { before: old.start, after: now.start };
    const finish = { before: old.finish, after: now.finish };
    found.push({ id, title: task.title, start, finish, reason });
  });
  return found.sort((a, b) => a.start.after - b.start.after || (a.id < b.id ? -1 : 1));
}

/** By person and moment: the tasks that end then. */
function groupByEnd({
  network,
  nodes,
  after,
  found,
}: Moves): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  const add = (key: string, id: string): void => {
    const group = groups.get(key);
    if (group) group.push(id);
    else groups.set(key, [id]);
  };
  nodes.uses.forEach((uses, v) => {
    const id = network.ids[v] ?? '';
    const dates = uses && after.datesOf(id);
    if (dates) for (const { person } of uses) add(endKey(person, dates.finish), id);
  });
  for (const [v, { person, to }] of found.kept) add(endKey(person, to), network.ids[v] ?? '');
  return groups;
}

function endKey(person: string, at: Instant): string {
  return `${at} ${person}`;
}

/** Those that it waits for and that end later now, through gates of summaries too. */
function findMovedBefore({ plan, network, before, after }: Moves, v: number): readonly string[] {
  const { inRange, predecessor, code, ids } = network;
  const found = new Set<string>();
  const seen = new Set([v]);
  for (const w of seen) {
    for (let e = inRange[w * 2] ?? 0; e < (inRange[w * 2 + 1] ?? 0); e++) {
      const u = predecessor[e] ?? 0;
      if (code[e] === linkCode.cut) continue;
      const id = ids[u] ?? '';
      if (code[e] === linkCode.gate) seen.add(u);
      else if (plan.tasks.has(id) || plan.milestones.has(id)) {
        const [old, now] = [before.datesOf(id), after.datesOf(id)];
        if (old && now && (now.finish > old.finish || now.start > old.start)) found.add(id);
      }
    }
  }
  return [...found].sort();
}
