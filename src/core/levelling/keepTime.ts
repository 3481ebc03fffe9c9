import { minutesPerDay, type Instant } from '../model/instant.ts';
import { nodeFlag, type Network } from '../schedule/network.ts';
import type { PersonTime } from './personTime.ts';
import type { Candidate, KeptTime, PooledNodes } from './pooledWork.ts';
import { RoomFinder, type AskedWork, type Wait } from './roomFinder.ts';

/** Where work that nobody has yet is placed, and whose time is kept for it. */
export interface PooledRoom {
  /** Not before `start`: later where somebody has to be waited for. */
  readonly at: Instant;
  readonly wait: Wait | undefined;
  readonly kept: KeptTime;
}

/** The time of whoever is done with it first, from a start on; nothing is taken yet. */
export function findPooledRoom(
  pool: readonly Candidate[],
  rooms: RoomFinder,
  { start, length, isElapsed }: { start: Instant; length: number; isElapsed: boolean },
): PooledRoom | undefined {
  let best: PooledRoom | undefined;
  for (const candidate of pool) {
    const work = askedOf(candidate, { length, isElapsed });
    const begin = work.calendar?.nextWork(start) ?? start;
    const { at, end, wait } = rooms.find(work, begin);
    if (best && best.kept.to <= end) continue;
    const { person, share } = candidate;
    const kept = { person, share, from: at, to: end };
    // Hours of the day that differ are no leave: the work stands where it is for them.
    if (!wait && at - start < minutesPerDay) best = { at: start, wait, kept };
    else best = { at, wait: wait ?? { person, until: at }, kept };
    if (at === start && share === 1) break;
  }
  return best;
}

/**
 * Keeps time for work that stays where it is, in the order of its start and, of what starts then,
 * what the fewest can do first. What nobody has time for is left out.
 */
export function keepWhereItIs(
  places: readonly number[],
  { network, nodes }: { readonly network: Network; readonly nodes: PooledNodes },
  people: ReadonlyMap<string, PersonTime>,
): ReadonlyMap<number, KeptTime> {
  const kept = new Map<number, KeptTime>();
  const rooms = new RoomFinder(people);
  const { pools, start } = nodes;
  const sorted = places.toSorted(
    (a, b) =>
      (start[a] ?? 0) - (start[b] ?? 0) ||
      (pools[a]?.length ?? 0) - (pools[b]?.length ?? 0) ||
      a - b,
  );
  for (const v of sorted) {
    const from = start[v] ?? 0;
    const length = network.duration[v] ?? 0;
    const isElapsed = ((network.flags[v] ?? 0) & nodeFlag.elapsed) !== 0;
    const found = findPooledRoom(pools[v] ?? [], rooms, { start: from, length, isElapsed });
    if (!found || found.at !== from) continue;
    kept.set(v, found.kept);
    rooms.take([found.kept], found.kept.from, found.kept.to);
  }
  return kept;
}

function askedOf(
  { person, share, calendar, lengthOf }: Candidate,
  { length, isElapsed }: { length: number; isElapsed: boolean },
): AskedWork {
  return {
    uses: [{ person, share }],
    calendar: isElapsed ? undefined : calendar,
    length: lengthOf(length),
  };
}
