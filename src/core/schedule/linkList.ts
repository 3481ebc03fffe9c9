/** Links as they are found, in growing arrays; a class because it grows. */
export class LinkList {
  count = 0;
  from: Int32Array;
  to: Int32Array;
  code: Uint8Array;
  lag: Float64Array;
  /** By the place of the link in this list. */
  readonly percentOfSummary = new Map<number, number>();

  /** @param size how many there is room for at first */
  constructor(size = 1024) {
    this.from = new Int32Array(size);
    this.to = new Int32Array(size);
    this.code = new Uint8Array(size);
    this.lag = new Float64Array(size);
  }

  add(from: number, to: number, code: number, lag = 0): void {
    const place = this.count++;
    if (place === this.from.length) this.#grow();
    this.from[place] = from;
    this.to[place] = to;
    this.code[place] = code;
    this.lag[place] = lag;
  }

  #grow(): void {
    const size = this.from.length * 2;
    const from = new Int32Array(size);
    const to = new Int32Array(size);
    const code = new Uint8Array(size);
    const lag = new Float64Array(size);
    from.set(this.from);
    to.set(this.to);
    code.set(this.code);
    lag.set(this.lag);
    this.from = from;
    this.to = to;
    this.code = code;
    this.lag = lag;
  }
}

/** Links grouped by the node that they run to. */
export interface GroupedLinks {
  readonly inRange: Int32Array;
  readonly predecessor: Int32Array;
  readonly code: Uint8Array;
  readonly lag: Float64Array;
  readonly percentOfSummary: ReadonlyMap<number, number>;
}

/** Groups links by their end in one counting sort, which keeps their order within a group. */
export function groupLinks(links: LinkList, nodeCount: number): GroupedLinks {
  const inRange = new Int32Array(nodeCount * 2 + 1);
  for (let i = 0; i < links.count; i++) {
    const size = (links.to[i] ?? 0) * 2 + 1;
    inRange[size] = (inRange[size] ?? 0) + 1;
  }
  layRanges(inRange);
  const predecessor = new Int32Array(links.count);
  const code = new Uint8Array(links.count);
  const lag = new Float64Array(links.count);
  const percentOfSummary = new Map<number, number>();
  for (let i = 0; i < links.count; i++) {
    const end = (links.to[i] ?? 0) * 2 + 1;
    const place = inRange[end] ?? 0;
    inRange[end] = place + 1;
    predecessor[place] = links.from[i] ?? 0;
    code[place] = links.code[i] ?? 0;
    lag[place] = links.lag[i] ?? 0;
    const percent = links.percentOfSummary.get(i);
    if (percent !== undefined) percentOfSummary.set(place, percent);
  }
  return { inRange, predecessor, code, lag, percentOfSummary };
}

export function copyLinks(links: GroupedLinks): GroupedLinks {
  return {
    inRange: links.inRange.slice(),
    predecessor: links.predecessor.slice(),
    code: links.code.slice(),
    lag: links.lag.slice(),
    percentOfSummary: links.percentOfSummary,
  };
}

/**
 * Lays ranges out one behind the other. Each has its size where its end belongs, and is empty then,
 * so that what is put in moves the end.
 */
export function layRanges(ranges: Int32Array): void {
  let next = 0;
  for (let i = 0; i + 1 < ranges.length; i += 2) {
    const size = ranges[i + 1] ?? 0;
    ranges[i] = ranges[i + 1] = next;
    next += size;
  }
  ranges[ranges.length - 1] = next;
}
