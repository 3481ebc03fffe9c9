import type { Instant } from '../model/instant.ts';
import { CrossLinks } from './crossLinks.ts';
import {
  crossBit,
  lineBit,
  nodeFlag,
  specialNode,
  type Network,
  type NetworkDates,
} from './network.ts';
import type { Reach } from './reach.ts';
import { rollUpNode } from './rollUpLate.ts';
import { SpecialLateDates } from './specialLateDates.ts';
import type { SuccessorLinks } from './successorLinks.ts';
import { SuccessorRoom } from './successorRoom.ts';

/** What a change is followed with. */
export interface LateChange {
  readonly projectFinish: Instant;
  readonly successors: SuccessorLinks;
  readonly reach: Reach;
}

/**
 * The same for what a change reaches alone, where the project ends when it did before: each node
 * asks its successors, most of which stand as they did, instead of being told by all of them.
 */
export function followBackward(
  network: Network,
  dates: NetworkDates,
  { projectFinish, successors, reach }: LateChange,
): void {
  const left = new SuccessorRoom(network, dates, { projectFinish, successors });
  const special = new SpecialLateDates(network, dates, { left, projectFinish });
  const line = new LineRoom(network, dates, { projectFinish, successors });
  for (let v = reach.nextLate(); v !== undefined; v = reach.nextLate()) {
    reach.beginLate(v, dates);
    const flag = network.flags[v] ?? 0;
    const isNightly = network.calendars[network.calendarOf[v] ?? 0]?.isNightly === true;
    if ((flag & nodeFlag.line) === 0 || isNightly) left.ask(v, successors);
    if ((flag & specialNode) !== 0) special.place(v);
    else {
      line.ask(v);
      if ((flag & nodeFlag.line) === 0) {
        line.late = Math.min(line.late, left.lateWork(v));
        line.free = Math.min(line.free, left.freeWork(v));
        special.presentOffLine(v, line.late);
      } else special.keepLateFinish(v, line.late);
      line.settle(v);
    }
    reach.endLate(v, dates);
  }
  followRollUps(network, dates, { special, reach });
}

/** What is made up of parts, or reached with tasks, is placed anew from its own successors first. */
function followRollUps(
  network: Network,
  dates: NetworkDates,
  { special, reach }: { readonly special: SpecialLateDates; readonly reach: Reach },
): void {
  for (let v = reach.nextRolledUp(); v !== undefined; v = reach.nextRolledUp()) {
    if (!reach.isLate(v)) special.place(v);
    rollUpNode(network, dates, v);
    reach.rollUpAfter(v);
  }
}

/** What the successors on lines of work leave the node at hand. A class for its two numbers. */
class LineRoom {
  late = Infinity;
  free = Infinity;
  readonly #network: Network;
  readonly #dates: NetworkDates;
  readonly #successors: SuccessorLinks;
  readonly #projectFinish: Instant;
  readonly #cross: CrossLinks;

  constructor(
    network: Network,
    dates: NetworkDates,
    { projectFinish, successors }: Pick<LateChange, 'projectFinish' | 'successors'>,
  ) {
    this.#network = network;
    this.#dates = dates;
    this.#projectFinish = projectFinish;
    this.#cross = new CrossLinks(network, dates);
    this.#successors = successors;
  }

  ask(v: number): void {
    const { code, lag, duration, calendars, calendarOf } = this.#network;
    const { outRange, link, successor } = this.#successors;
    this.late = calendars[calendarOf[v] ?? 0]?.workAt(this.#projectFinish) ?? 0;
    this.free = Infinity;
    for (let i = outRange[v * 2] ?? 0; i < (outRange[v * 2 + 1] ?? 0); i++) {
      const e = link[i] ?? 0;
      const kind = code[e] ?? 0;
      if (kind < lineBit) continue;
      const w = successor[e] ?? 0;
      let late = this.#dates.late.lineRooms[w * 2] ?? 0;
      let free = this.#dates.finishWork[w] ?? 0;
      if (kind < crossBit) {
        const before = (lag[e] ?? 0) + ((kind & 1) === 0 ? 0 : (duration[w] ?? 0));
        late -= before;
        free -= before;
      } else {
        this.#cross.leave(e, w, late);
        late = this.#cross.late;
        free = this.#cross.free;
      }
      if ((kind & 2) !== 0) {
        late += duration[v] ?? 0;
        free += duration[v] ?? 0;
      }
      this.late = Math.min(this.late, late);
      this.free = Math.min(this.free, free);
    }
  }

  settle(v: number): void {
    const { finishWork, totalFloat, freeFloat } = this.#dates;
    const planned = finishWork[v] ?? 0;
    this.#dates.late.lineRooms[v * 2] = this.late;
    totalFloat[v] = this.late - planned;
    freeFloat[v] = Math.max(0, (this.free === Infinity ? this.late : this.free) - planned);
  }
}
