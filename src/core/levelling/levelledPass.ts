import type { CompiledCalendar } from '../calendar/compileCalendar.ts';
import type { Instant } from '../model/instant.ts';
import type { EarlyOrder } from '../schedule/forwardPass.ts';
import { readMoments } from '../schedule/lineDates.ts';
import { nodeFlag, specialNode, type Network, type NetworkDates } from '../schedule/network.ts';
import { PlaceQueue } from '../schedule/placeQueue.ts';
import type { LevelledNodes } from './levelledNodes.ts';
import { FullTimes } from './fullTimes.ts';
import type { PersonTime } from './personTime.ts';

/** Why a task waits although what it depends on is done: somebody was busy up to then. */
export interface Wait {
  readonly person: string;
  readonly until: Instant;
}

/**
 * The serial schedule generation scheme over the forward pass of the schedule: of what is ready, the
 * first by rank is placed at its early dates, and later where its people have no time. All rules of
 * the schedule hold, because it is the schedule's own pass. A class for what it keeps from node to
 * node.
 */
export class LevelledPass implements EarlyOrder {
  /** By node; what was put later because of a person. */
  readonly waits = new Map<number, Wait>();
  readonly #network: Network;
  readonly #nodes: LevelledNodes;
  readonly #people: ReadonlyMap<string, PersonTime>;
  readonly #rank: Int32Array;
  readonly #byRank: Int32Array;
  readonly #waitsFor: Int32Array;
  readonly #ready = new PlaceQueue();
  readonly #full = new FullTimes();

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
    this.#people = people;
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
    const uses = this.#nodes.isMovable[v] === 1 ? this.#nodes.uses[v] : undefined;
    if (uses) {
      const { start, finish } = readMoments(this.#network, dates, v);
      const calendar = this.#network.calendars[this.#network.calendarOf[v] ?? 0];
      const at = calendar ? this.#findRoom(v, [start, finish], calendar) : start;
      if (calendar && at !== start) this.#put(v, at, { dates, calendar });
      const end = at === start ? finish : this.#finishOf(v, at, calendar);
      for (const { person, share } of uses) this.#people.get(person)?.take(at, end, share);
    }
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

  /** The first start at which all of its people have time until it is done. */
  #findRoom(
    v: number,
    [start, finish]: readonly [Instant, Instant],
    calendar: CompiledCalendar,
  ): Instant {
    const uses = this.#nodes.uses[v] ?? [];
    const only = uses.length === 1 ? uses[0] : undefined;
    const asked = {
      calendar: this.#isElapsed(v) ? undefined : calendar,
      length: this.#network.duration[v] ?? 0,
      share: only?.share ?? 0,
    };
    const full = only && this.#full.find(only.person, start, asked);
    if (only && full) this.waits.set(v, { person: only.person, until: full.until });
    let at = full?.to ?? start;
    let end = full ? this.#finishOf(v, at, calendar) : finish;
    for (let free = 0; free < uses.length;) {
      free = 0;
      for (const { person, share } of uses) {
        const from = this.#people.get(person)?.freeFrom(at, end, share) ?? at;
        if (from === at) {
          free += 1;
          continue;
        }
        // Nobody is taken for ever: what stands has an end.
        this.waits.set(v, { person, until: from });
        at = this.#isElapsed(v) ? from : calendar.nextWork(from);
        end = this.#finishOf(v, at, calendar);
        break;
      }
    }
    const until = this.waits.get(v)?.until;
    if (only && until !== undefined)
      this.#full.note(only.person, { ...asked, from: start, to: at, until });
    return at;
  }

  #isElapsed(v: number): boolean {
    return ((this.#network.flags[v] ?? 0) & nodeFlag.elapsed) !== 0;
  }

  #finishOf(v: number, at: Instant, calendar: CompiledCalendar | undefined): Instant {
    const length = this.#network.duration[v] ?? 0;
    if (this.#isElapsed(v) || !calendar) return at + length;
    return calendar.addWork(at, length);
  }

  #put(
    v: number,
    at: Instant,
    { dates, calendar }: { readonly dates: NetworkDates; readonly calendar: CompiledCalendar },
  ): void {
    const flag = this.#network.flags[v] ?? 0;
    const end = this.#finishOf(v, at, calendar);
    if ((flag & specialNode) === 0) dates.finishWork[v] = calendar.workAt(end);
    if ((flag & nodeFlag.line) !== 0) return;
    dates.earlyStart[v] = at;
    dates.earlyFinish[v] = end;
    dates.start[v] = at;
    dates.finish[v] = end;
  }
}
