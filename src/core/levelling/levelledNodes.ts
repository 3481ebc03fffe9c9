import type { Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import { readMoments } from '../schedule/lineDates.ts';
import { constraintCode, linkCode, nodeFlag } from '../schedule/network.ts';
import type { Network, NetworkDates } from '../schedule/network.ts';
import { unitsOf } from '../schedule/taskWork.ts';
import { PersonTime } from './personTime.ts';

/** What a task takes of a person while it runs. */
export interface Use {
  readonly person: string;
  readonly share: number;
}

/** The nodes of a plan as levelling sees them, before any of its passes. */
export interface LevelledNodes {
  /** By node; undefined for what needs nobody. */
  readonly uses: readonly (readonly Use[] | undefined)[];
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
const standing =
  nodeFlag.started | nodeFlag.finished | nodeFlag.pinned | nodeFlag.fixed | nodeFlag.alap;
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
  const uses = Array.from({ length: count }, (_, v): readonly Use[] | undefined => {
    const moments = readMoments(network, dates, v);
    start[v] = moments.start;
    finish[v] = moments.finish;
    lateStart[v] = moments.lateStart;
    const flag = flags[v] ?? 0;
    const task = (flag & aside) === 0 ? plan.tasks.get(ids[v] ?? '') : undefined;
    const used = task && usesOf(task, plan);
    if (!used || used.length === 0) return undefined;
    const isHeld = heldKinds.has(constraintKind[v] ?? 0);
    isMovable[v] = (flag & standing) === 0 && !isHeld ? 1 : 0;
    return used;
  });
  return { uses, isMovable, start, finish, lateStart, ...groupSuccessors(network) };
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
export function reserveStanding(
  plan: Plan,
  { uses, isMovable, start, finish }: LevelledNodes,
): {
  readonly people: ReadonlyMap<string, PersonTime>;
  /** Nodes for which there was no room, with those who have none. */
  readonly crowded: readonly (readonly [number, string])[];
} {
  const people = new Map<string, PersonTime>();
  const crowded: (readonly [number, string])[] = [];
  uses.forEach((used, v) => {
    for (const { person, share } of used ?? []) {
      const known = people.get(person);
      const time = known ?? new PersonTime(capacityOf(plan.project.people.get(person)?.units));
      if (!known) people.set(person, time);
      if (isMovable[v] === 1) continue;
      const [from, to]: readonly [Instant, Instant] = [start[v] ?? 0, finish[v] ?? 0];
      if (time.freeFrom(from, to, share) !== from) crowded.push([v, person]);
      time.take(from, to, share);
    }
  });
  return { people, crowded };
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
