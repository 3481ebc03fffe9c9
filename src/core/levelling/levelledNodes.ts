import type { Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import { readMoments } from '../schedule/lineDates.ts';
import { constraintCode, linkCode, nodeFlag } from '../schedule/network.ts';
import type { Network, NetworkDates } from '../schedule/network.ts';
import { unitsOf } from '../schedule/taskWork.ts';
import { keepWhereItIs } from './keepTime.ts';
import { PersonTime, type Use } from './personTime.ts';
import { Pools, type Candidate, type KeptTime } from './pooledWork.ts';

/** The nodes of a plan as levelling sees them, before any of its passes. */
export interface LevelledNodes {
  /** By node; undefined for what needs nobody. */
  readonly uses: readonly (readonly Use[] | undefined)[];
  /** By node: who could do what names skills and has nobody; undefined for all else. */
  readonly pools: readonly (readonly Candidate[] | undefined)[];
  /** 1 for what may be put later. */
  readonly isMovable: Uint8Array;
  /** Where each node stands without levelling. */
  readonly start: Float64Array;
  readonly finish: Float64Array;
  /** The latest start that delays nothing. */
  readonly lateStart: Float64Array;
  /** Of what waits for a node, `successors[successorsFrom[v]]` and on. */
  readonly successorsFrom: Int32Array;
  readonly successors: Int32Array;
}

/** Nodes that nobody works at, or that stand where they are. */
const aside =
  nodeFlag.rollUp | nodeFlag.gate | nodeFlag.milestone | nodeFlag.point | nodeFlag.undated;
const standing = nodeFlag.started | nodeFlag.finished | nodeFlag.pinned | nodeFlag.fixed;
const heldKinds: ReadonlySet<number> = new Set<number>([
  constraintCode.MSO,
  constraintCode.MFO,
  constraintCode.SNLT,
  constraintCode.FNLT,
]);

export function readLevelledNodes(
  plan: Plan,
  network: Network,
  dates: NetworkDates,
): LevelledNodes {
  const { count, ids, flags, constraintKind } = network;
  const isMovable = new Uint8Array(count);
  const [start, finish] = [new Float64Array(count), new Float64Array(count)];
  const lateStart = new Float64Array(count);
  const pooled = new Pools(plan);
  const pools: (readonly Candidate[] | undefined)[] = [];
  const uses = Array.from({ length: count }, (_, v): readonly Use[] | undefined => {
    const moments = readMoments(network, dates, v);
    start[v] = moments.start;
    finish[v] = moments.finish;
    lateStart[v] = moments.lateStart;
    const flag = flags[v] ?? 0;
    const task = (flag & aside) === 0 ? plan.tasks.get(ids[v] ?? '') : undefined;
    const used = task && usesOf(task, plan);
    pools[v] = task && pooled.of(task);
    const isUsed = used !== undefined && used.length > 0;
    if (!isUsed && !pools[v]) return undefined;
    const isHeld = heldKinds.has(constraintKind[v] ?? 0);
    isMovable[v] = (flag & standing) === 0 && !isHeld ? 1 : 0;
    return isUsed ? used : undefined;
  });
  return { uses, pools, isMovable, start, finish, lateStart, ...groupSuccessors(network) };
}

/** What is done needs nobody any more; nobody gives more of themselves than the project has of them. */
function usesOf(task: Task, { project }: Plan): readonly Use[] {
  if (task.status === 'done' || task.finished !== undefined) return [];
  const shares = new Map<string, number>();
  for (const assignment of task.assignees) {
    const { person } = assignment;
    const most = capacityOf(project.people.get(person)?.units);
    shares.set(person, Math.min(most, (shares.get(person) ?? 0) + unitsOf(assignment, project)));
  }
  return [...shares].flatMap(([person, share]) => (share > 0 ? [{ person, share }] : []));
}

/** Who is listed nowhere is taken to give all of their time. */
function capacityOf(units: number | undefined): number {
  return Math.max(0, units ?? 1);
}

/** What the people have to do whatever is levelled: all that cannot be moved. */
export function reserveStanding({ plan, network, nodes }: Reserved): {
  readonly people: ReadonlyMap<string, PersonTime>;
  /** Nodes for which there was no room, with those who have none. */
  readonly crowded: readonly (readonly [number, string])[];
  /** By node; whose time is kept for what cannot be moved and has nobody yet. */
  readonly kept: ReadonlyMap<number, KeptTime>;
} {
  const { uses, pools, isMovable, start, finish } = nodes;
  const people = new Map<string, PersonTime>();
  const timeOf = (person: string): PersonTime => {
    const known = people.get(person);
    if (known) return known;
    const time = new PersonTime(capacityOf(plan.project.people.get(person)?.units));
    people.set(person, time);
    return time;
  };
  const crowded: (readonly [number, string])[] = [];
  uses.forEach((used, v) => {
    for (const { person, share } of used ?? []) {
      const time = timeOf(person);
      if (isMovable[v] === 1) continue;
      const [from, to]: readonly [Instant, Instant] = [start[v] ?? 0, finish[v] ?? 0];
      if (time.freeFrom(from, to, share) !== from) crowded.push([v, person]);
      time.take(from, to, share);
    }
  });
  for (const pool of new Set(pools)) for (const { person } of pool ?? []) timeOf(person);
  const standing = [...pools.keys()].filter(v => pools[v] && isMovable[v] !== 1);
  return { people, crowded, kept: keepWhereItIs(standing, { network, nodes }, people) };
}

/** A plan as levelling sees it. */
export interface Reserved {
  readonly plan: Plan;
  readonly network: Network;
  readonly nodes: LevelledNodes;
}

function groupSuccessors({
  count,
  inRange,
  predecessor,
  code,
}: Network): Pick<LevelledNodes, 'successors' | 'successorsFrom'> {
  const from = new Int32Array(count + 1);
  const each = (use: (u: number, v: number) => void): void => {
    for (let v = 0; v < count; v++) {
      for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
        if (code[e] !== linkCode.cut) use(predecessor[e] ?? 0, v);
      }
    }
  };
  let links = 0;
  each(u => {
    from[u + 1] = (from[u + 1] ?? 0) + 1;
    links += 1;
  });
  for (let v = 0; v < count; v++) from[v + 1] = (from[v + 1] ?? 0) + (from[v] ?? 0);
  const next = from.slice();
  const successors = new Int32Array(links);
  each((u, v) => {
    const place = next[u] ?? 0;
    successors[place] = v;
    next[u] = place + 1;
  });
  return { successorsFrom: from, successors };
}
