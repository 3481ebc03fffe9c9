import type { GroupedLinks } from './linkList.ts';
import { findSuccessorLinks, noLink, withRoom, type SuccessorLinks } from './successorLinks.ts';

/** The links of a network, by either of their ends. */
export interface HeldLinks {
  /** As the plan says them. */
  readonly grouped: GroupedLinks;
  /** Their codes once it is settled what they bind. */
  readonly settled: Uint8Array;
  readonly successors: SuccessorLinks;
}

/** A link into a node that is known. */
export interface Link {
  readonly from: number;
  readonly code: number;
  readonly lag: number;
  readonly settled: number;
}

/**
 * Writes other links into some nodes, in place: what belongs to other nodes stays where it is, and a
 * list that grows moves to where there is room. The columns are others only once they are full. No
 * share of a summary's length may be among the links, as these are known by their places.
 */
export function rewriteLinks(
  given: HeldLinks,
  lists: ReadonlyMap<number, readonly Link[]>,
): HeldLinks {
  let needed = 0;
  for (const list of lists.values()) needed += list.length;
  const writer = new LinkWriter(withRoomFor(given, needed));
  for (const [node, list] of lists) writer.write(node, list);
  return writer.links;
}

/** A class for the columns, which change when they are full. */
class LinkWriter {
  #links: HeldLinks;

  constructor(links: HeldLinks) {
    this.#links = links;
  }

  get links(): HeldLinks {
    return this.#links;
  }

  write(node: number, list: readonly Link[]): void {
    const { grouped, settled, successors } = this.#links;
    const { inRange, predecessor, code, lag } = grouped;
    const { successor } = successors;
    const known = this.#placesByStart(node);
    const first = findRoom(inRange, successor, node, list.length);
    successor.fill(noLink, inRange[node * 2], inRange[node * 2 + 1]);
    setRange(inRange, node, first, list.length);
    let e = first;
    for (const link of list) {
      predecessor[e] = link.from;
      code[e] = link.code;
      lag[e] = link.lag;
      settled[e] = link.settled;
      successor[e] = node;
      const before = known.get(link.from)?.pop();
      if (before === undefined) this.#add(link.from, e);
      else this.#renumber(link.from, before, e);
      e++;
    }
    for (const [from, places] of known) for (const place of places) this.#remove(from, place);
  }

  /** The places of the links into a node, by the node that they leave. */
  #placesByStart(node: number): ReadonlyMap<number, number[]> {
    const { inRange, predecessor } = this.#links.grouped;
    const places = new Map<number, number[]>();
    for (let e = inRange[node * 2] ?? 0; e < (inRange[node * 2 + 1] ?? 0); e++) {
      const from = predecessor[e] ?? 0;
      const known = places.get(from);
      if (known) known.push(e);
      else places.set(from, [e]);
    }
    return places;
  }

  #add(from: number, e: number): void {
    const size = sizeOf(this.#links.successors.outRange, from);
    if (isFull(this.#links.successors, from, size + 1)) {
      const successors = repackSuccessors(this.#links.successors, size + 1);
      this.#links = { ...this.#links, successors };
    }
    const { outRange, link } = this.#links.successors;
    const before = outRange[from * 2] ?? 0;
    const first = findRoom(outRange, link, from, size + 1);
    if (first !== before) {
      link.copyWithin(first, before, before + size);
      link.fill(noLink, before, before + size);
    }
    link[first + size] = e;
    setRange(outRange, from, first, size + 1);
  }

  #renumber(from: number, before: number, e: number): void {
    const { outRange, link } = this.#links.successors;
    if (before !== e) link[link.indexOf(before, outRange[from * 2])] = e;
  }

  #remove(from: number, e: number): void {
    const { outRange, link } = this.#links.successors;
    const last = (outRange[from * 2 + 1] ?? 0) - 1;
    link[link.indexOf(e, outRange[from * 2])] = link[last] ?? noLink;
    link[last] = noLink;
    outRange[from * 2 + 1] = last;
  }
}

function sizeOf(ranges: Int32Array, node: number): number {
  return (ranges[node * 2 + 1] ?? 0) - (ranges[node * 2] ?? 0);
}

/** Where a list of some length can stand: where it does, with the room behind it, or after all. */
function findRoom(ranges: Int32Array, column: Int32Array, node: number, size: number): number {
  const first = ranges[node * 2] ?? 0;
  let end = ranges[node * 2 + 1] ?? 0;
  while (end < first + size && column[end] === noLink) end++;
  return end < first + size ? (ranges[ranges.length - 1] ?? 0) : first;
}

function setRange(ranges: Int32Array, node: number, first: number, size: number): void {
  const end = first + size;
  ranges[node * 2] = first;
  ranges[node * 2 + 1] = end;
  const last = ranges.length - 1;
  ranges[last] = Math.max(ranges[last] ?? 0, end);
}

function isFull({ outRange, link }: SuccessorLinks, node: number, size: number): boolean {
  return findRoom(outRange, link, node, size) + size > link.length;
}

/** The same links with room behind them for some more, and without gaps where there was too little. */
function withRoomFor(links: HeldLinks, needed: number): HeldLinks {
  const { inRange, predecessor, code, lag } = links.grouped;
  const used = inRange[inRange.length - 1] ?? 0;
  if (used + needed <= predecessor.length) return links;
  const size = withRoom(countIn(inRange)) + needed;
  const grouped: GroupedLinks = {
    inRange: new Int32Array(inRange.length),
    predecessor: new Int32Array(size),
    code: new Uint8Array(size),
    lag: new Float64Array(size),
    percentOfSummary: links.grouped.percentOfSummary,
  };
  const settled = new Uint8Array(size);
  let place = 0;
  const count = inRange.length >> 1;
  for (let v = 0; v < count; v++) {
    grouped.inRange[v * 2] = place;
    for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
      grouped.predecessor[place] = predecessor[e] ?? 0;
      grouped.code[place] = code[e] ?? 0;
      grouped.lag[place] = lag[e] ?? 0;
      settled[place] = links.settled[e] ?? 0;
      place++;
    }
    grouped.inRange[v * 2 + 1] = place;
  }
  grouped.inRange[count * 2] = place;
  return { grouped, settled, successors: findSuccessorLinks(grouped, count) };
}

/** How many there are, gaps left out. */
function countIn(ranges: Int32Array): number {
  let count = 0;
  for (let v = 0; v < ranges.length >> 1; v++) count += sizeOf(ranges, v);
  return count;
}

function repackSuccessors(
  { outRange, link, successor }: SuccessorLinks,
  needed: number,
): SuccessorLinks {
  const ranges = new Int32Array(outRange.length);
  const column = new Int32Array(withRoom(countIn(outRange)) + needed).fill(noLink);
  const count = outRange.length >> 1;
  let place = 0;
  for (let v = 0; v < count; v++) {
    ranges[v * 2] = place;
    for (let i = outRange[v * 2] ?? 0; i < (outRange[v * 2 + 1] ?? 0); i++) {
      column[place++] = link[i] ?? noLink;
    }
    ranges[v * 2 + 1] = place;
  }
  ranges[count * 2] = place;
  return { outRange: ranges, link: column, successor };
}
