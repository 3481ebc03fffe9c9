import type { Plan } from '../model/plan.ts';
import type { Network } from '../schedule/network.ts';
import { nodeFlag } from '../schedule/network.ts';
import type { NetworkFrame } from '../schedule/networkFrame.ts';
import { pauseMinutes, readPauses, type Pause } from '../schedule/splitWork.ts';
import { spreadOfTask, type TaskSpread } from './taskSpread.ts';

/** A task whose length is not the same in every iteration. */
export interface LengthNode {
  readonly id: string;
  readonly node: number;
  /** Undefined for one that only risks and responses make longer or shorter. */
  readonly spread: TaskSpread | undefined;
  /** Minutes of work that are done, and that are still to come as planned, without pauses. */
  readonly done: number;
  readonly planned: number;
  /** Its time is counted in elapsed minutes; a working minute is this many of them. */
  readonly minutesPerWork: number;
  /** The pauses that the plan gives it, whatever its length; undefined for none. */
  readonly pausesIn: ((work: number) => readonly Pause[]) | undefined;
  /** Of the place of a delay, the calendar on which it stands anywhere until it has a length. */
  readonly standsOn: number | undefined;
}

/**
 * The nodes of tasks with a spread, then those that only a risk hits.
 *
 * @param of.hit ids of tasks that risks hit, or that carry out a response
 * @param of.delays ids of the tasks that stand for delays
 */
export function lengthNodes(
  plan: Plan,
  {
    frame,
    network,
    hit,
    delays,
  }: {
    readonly frame: NetworkFrame;
    readonly network: Network;
    readonly hit: ReadonlySet<string>;
    readonly delays: ReadonlySet<string>;
  },
): readonly LengthNode[] {
  const spread: LengthNode[] = [];
  const other: LengthNode[] = [];
  const aside = nodeFlag.rollUp | nodeFlag.finished | nodeFlag.undated;
  const scale = plan.project.durationScale;
  for (const task of plan.tasks.values()) {
    const node = frame.nodeOf(task.id);
    if (node === undefined) continue;
    const flag = network.flags[node] ?? 0;
    if ((flag & aside) !== 0) continue;
    const own = spreadOfTask(task, plan.project);
    if (!own && !hit.has(task.id)) continue;
    const split = network.splitOf.get(node);
    const planned = split?.remaining ?? network.remaining[node] ?? 0;
    const length: LengthNode = {
      id: task.id,
      node,
      spread: own,
      done: (split?.work ?? network.duration[node] ?? 0) - planned,
      planned,
      minutesPerWork: (flag & nodeFlag.elapsed) === 0 ? 1 : (7 * 1440) / scale.minutesPerWeek,
      pausesIn: task.split.length < 2 ? undefined : work => readPauses(task.split, scale, work),
      standsOn: delays.has(task.id) ? network.calendarOf[node] : undefined,
    };
    (own ? spread : other).push(length);
  }
  return [...spread, ...other];
}

/** Where the calendar of the project lies among all. */
const projectCalendar = 0;

/** The columns of a network in which lengths are written. */
type LengthColumns = Pick<Network, 'duration' | 'remaining' | 'flags' | 'calendarOf'>;

/** Gives a node as much work as is still to come, in minutes of its own time. */
export function setLength(
  { duration, remaining, flags, calendarOf }: LengthColumns,
  { node, done, pausesIn, standsOn }: LengthNode,
  left: number,
): void {
  if (standsOn !== undefined) {
    const flag = flags[node] ?? 0;
    flags[node] = left > 0 ? flag & ~nodeFlag.point : flag | nodeFlag.point;
    calendarOf[node] = left > 0 ? projectCalendar : standsOn;
  }
  const work = done + left;
  if (!pausesIn) {
    duration[node] = work;
    remaining[node] = left;
    return;
  }
  const { all, ahead } = pauseMinutes(pausesIn(work), done);
  duration[node] = work + all;
  remaining[node] = left + ahead;
}
