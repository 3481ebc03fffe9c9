import { readMoments, type NodeMoments } from './lineDates.ts';
import {
  isStandingSummary,
  linkCode,
  nodeFlag,
  type Network,
  type NetworkDates,
} from './network.ts';
import type { ItemDates, ScheduledKind } from './schedule.ts';

/** What is done of each node. */
export interface NetworkProgress {
  /** 0 to 1; of a summary or milestone, weighted by duration. */
  readonly share: Float32Array;
  /** 1 for what is finished, and for a summary or milestone of which every part is. */
  readonly isDone: Uint8Array;
  /** Minutes by which the share counts in what the node is part of. */
  readonly weight: Float64Array;
}

export function computeProgress(network: Network): NetworkProgress {
  const { count, order } = network;
  const progress: NetworkProgress = {
    share: new Float32Array(count),
    isDone: new Uint8Array(count),
    weight: new Float64Array(count),
  };
  for (const v of order) fillProgress(network, progress, v);
  return progress;
}

/** Of one node whose parts are filled in. */
export function fillProgress(
  network: Network,
  { share, isDone, weight }: NetworkProgress,
  v: number,
): void {
  const { flags, duration, splitOf, inRange, predecessor, code } = network;
  const flag = flags[v] ?? 0;
  const isFinished = (flag & nodeFlag.finished) !== 0;
  weight[v] = splitOf.get(v)?.work ?? duration[v] ?? 0;
  isDone[v] = isFinished ? 1 : 0;
  if (isFinished) share[v] = 1;
  else if ((flag & gathered) === 0 && !isStandingSummary(network, v)) {
    share[v] = shareOf(network, v);
  } else {
    let total = 0;
    let done = 0;
    let [parts, doneParts] = [0, 0];
    for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
      if (code[e] === linkCode.cut) continue;
      const u = predecessor[e] ?? 0;
      total += weight[u] ?? 0;
      done += (weight[u] ?? 0) * (share[u] ?? 0);
      parts++;
      doneParts += isDone[u] ?? 0;
    }
    weight[v] = total;
    isDone[v] = parts > 0 && parts === doneParts ? 1 : 0;
    share[v] = total === 0 ? (isDone[v] ?? 0) : done / total;
  }
}

const gathered = nodeFlag.rollUp | nodeFlag.milestone;

function shareOf({ duration, remaining, splitOf }: Network, v: number): number {
  const split = splitOf.size === 0 ? undefined : splitOf.get(v);
  const length = split?.work ?? duration[v] ?? 0;
  return length === 0 ? 0 : 1 - (split?.remaining ?? remaining[v] ?? 0) / length;
}

/** The dates of one node as a value; undefined for what has none. */
export function readItemDates(
  network: Network,
  dates: NetworkDates,
  progress: NetworkProgress,
  v: number,
): ItemDates | undefined {
  const flag = network.flags[v] ?? 0;
  if ((flag & nodeFlag.undated) !== 0) return undefined;
  const kind = isStandingSummary(network, v) ? 'summary' : kindOf(flag);
  const moments = readMoments(network, dates, v);
  const calendar = network.calendars[network.calendarOf[v] ?? 0];
  const { totalFloat, freeFloat } = readFloats(network, dates, v, moments);
  return {
    kind,
    start: moments.start,
    finish: moments.finish,
    earlyStart: moments.earlyStart,
    earlyFinish: moments.earlyFinish,
    lateStart: moments.lateStart,
    lateFinish: moments.lateFinish,
    totalFloat,
    freeFloat,
    // [FLOAT-3] What is done, or stands at a given date, cannot delay the project any more.
    isCritical:
      totalFloat <= network.criticalFloat &&
      progress.isDone[v] === 0 &&
      (flag & nodeFlag.fixed) === 0,
    durationMinutes:
      kind === 'summary'
        ? (calendar?.workBetween(moments.start, moments.finish) ?? 0)
        : (network.splitOf.get(v)?.work ?? network.duration[v] ?? 0),
    isElapsed: (flag & nodeFlag.elapsed) !== 0,
    progress: progress.share[v] ?? 0,
  };
}

type Floats = Pick<ItemDates, 'totalFloat' | 'freeFloat'>;

/** [FLOAT-1] [FLOAT-4] Minutes in which anybody works count whole, however much of the team is there. */
function readFloats(
  { flags, calendars, calendarOf, givenFinish }: Network,
  dates: NetworkDates,
  v: number,
  moments: NodeMoments,
): Floats {
  const flag = flags[v] ?? 0;
  const [totalFloat, freeFloat] = [dates.totalFloat[v] ?? 0, dates.freeFloat[v] ?? 0];
  const calendar = calendars[calendarOf[v] ?? 0];
  const hours = calendar?.unweighed;
  if (!hours || (flag & nodeFlag.elapsed) !== 0) return { totalFloat, freeFloat };
  const { finish, earlyStart, earlyFinish, lateStart, lateFinish } = moments;
  // [PRJ-8] As `floatBasis` has it.
  const from = givenFinish === undefined ? moments : { start: earlyStart, finish: earlyFinish };
  const atFinish = hours.workBetween(from.finish, lateFinish);
  const hasBegun = (flag & (nodeFlag.started | nodeFlag.finished)) !== 0;
  return {
    totalFloat: hasBegun ? atFinish : Math.min(atFinish, hours.workBetween(from.start, lateStart)),
    freeFloat: freeFloat === 0 ? 0 : hours.workBetween(finish, calendar.addWork(finish, freeFloat)),
  };
}

function kindOf(flag: number): ScheduledKind {
  if ((flag & nodeFlag.rollUp) !== 0) return 'summary';
  return (flag & (nodeFlag.point | nodeFlag.milestone)) === 0 ? 'task' : 'milestone';
}
