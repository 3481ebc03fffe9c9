import type { CompiledCalendar } from '../calendar/compileCalendar.ts';
import type { Instant } from '../model/instant.ts';
import type { EarlyOrder } from '../schedule/forwardPass.ts';
import { readMoments } from '../schedule/lineDates.ts';
import { nodeFlag, specialNode, type Network, type NetworkDates } from '../schedule/network.ts';
import { PlaceQueue } from '../schedule/placeQueue.ts';
import type { LevelledNodes } from './levelledNodes.ts';
import { findPooledRoom } from './keepTime.ts';
import type { PersonTime } from './personTime.ts';
import type { KeptTime } from './pooledWork.ts';
import { endOf, RoomFinder, type Wait } from './roomFinder.ts';

/**
 * The serial schedule generation scheme over the forward pass of the schedule: of what is ready, the
 * first by rank is placed at its early dates, and later where its people have no time. All rules of
 * the schedule hold, because it is the schedule's own pass. A class for what it keeps from node to
 * node.
 */
export class LevelledPass implements EarlyOrder {
  /** By node; what was put later because of a person. */
  readonly waits = new Map<number, Wait>();
  /** By node; whose time is kept for what nobody has yet. */
  readonly kept = new Map<number, KeptTime>();
  readonly #network: Network;
  readonly #nodes: LevelledNodes;
  readonly #rooms: RoomFinder;
  readonly #rank: Int32Array;
  readonly #byRank: Int32Array;
  readonly #waitsFor: Int32Array;
  readonly #ready = new PlaceQueue();

  /** @param byRank every node, the most urgent first */
  constructor(
    network: Network,
    nodes: LevelledNodes,
    {
      people,
      byRank,
    }: { readonly people: ReadonlyMap<string, PersonTime>; readonly byRank: Int32Array },
  ) {
    this.#network = network;
    this.#nodes = nodes;
    this.#rooms = new RoomFinder(people);
    this.#byRank = byRank;
    this.#rank = new Int32Array(network.count);
    byRank.forEach((v, place) => {
      this.#rank[v] = place;
    });
    this.#waitsFor = new Int32Array(network.count);
    for (const w of nodes.successors) this.#waitsFor[w] = (this.#waitsFor[w] ?? 0) + 1;
    for (let v = 0; v < network.count; v++) if (this.#waitsFor[v] === 0) this.#add(v);
  }

  nextEarly(): number | undefined {
    const place = this.#ready.pop();
    return place === undefined ? undefined : this.#byRank[place];
  }

  beginEarly(): void {
    // What was there before is of no interest.
  }

  endEarly(v: number, dates: NetworkDates): void {
    const calendar = this.#network.calendars[this.#network.calendarOf[v] ?? 0];
    if (this.#nodes.isMovable[v] === 1 && calendar) this.#place(v, { dates, calendar });
    const { successors, successorsFrom } = this.#nodes;
    for (let e = successorsFrom[v] ?? 0; e < (successorsFrom[v + 1] ?? 0); e++) {
      const w = successors[e] ?? 0;
      this.#waitsFor[w] = (this.#waitsFor[w] ?? 0) - 1;
      if (this.#waitsFor[w] === 0) this.#add(w);
    }
  }

  #add(v: number): void {
    this.#ready.push(this.#rank[v] ?? 0);
  }

  #place(
    v: number,
    at: { readonly dates: NetworkDates; readonly calendar: CompiledCalendar },
  ): void {
    const [uses, pool] = [this.#nodes.uses[v], this.#nodes.pools[v]];
    const { start, finish, earlyStart } = readMoments(this.#network, at.dates, v);
    const length = this.#network.duration[v] ?? 0;
    const isElapsed = this.#isElapsed(v);
    if (uses) {
      const work = { uses, calendar: isElapsed ? undefined : at.calendar, length };
      const latest = this.#rooms.find(work, start, finish);
      // What is as late as possible may come earlier, where that is what keeps all else in its place.
      const first = latest.wait && earlyStart < start ? this.#rooms.find(work, earlyStart) : latest;
      const room = first.at < start ? { ...first, wait: undefined } : latest;
      if (room.wait) this.waits.set(v, room.wait);
      if (room.at !== start) this.#put(v, room.at, at);
      this.#rooms.take(uses, room.at, room.end);
    } else if (pool) {
      const room = findPooledRoom(pool, this.#rooms, { start, length, isElapsed });
      if (!room) return;
      if (room.wait) this.waits.set(v, room.wait);
      if (room.at !== start) this.#put(v, isElapsed ? room.at : at.calendar.nextWork(room.at), at);
      this.kept.set(v, room.kept);
      this.#rooms.take([room.kept], room.kept.from, room.kept.to);
    }
  }

  #isElapsed(v: number): boolean {
    return ((this.#network.flags[v] ?? 0) & nodeFlag.elapsed) !== 0;
  }

  #put(
    v: number,
    at: Instant,
    { dates, calendar }: { readonly dates: NetworkDates; readonly calendar: CompiledCalendar },
  ): void {
    const flag = this.#network.flags[v] ?? 0;
    const length = this.#network.duration[v] ?? 0;
    const end = endOf({ calendar: this.#isElapsed(v) ? undefined : calendar, length }, at);
    if ((flag & specialNode) === 0) dates.finishWork[v] = calendar.workAt(end);
    if ((flag & nodeFlag.line) !== 0) return;
    dates.earlyStart[v] = at;
    dates.earlyFinish[v] = end;
    dates.start[v] = at;
    dates.finish[v] = end;
  }
}
