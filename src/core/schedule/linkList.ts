/** Links as they are found, in growing arrays; a class because it grows. */
export class LinkList {
  count = 0;
  from = new Int32Array(1024);
  to = new Int32Array(1024);
  code = new Uint8Array(1024);
  lag = new Float64Array(1024);
  /** By the place of the link in this list. */
  readonly percentOfSummary = new Map<number, number>();

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
  readonly inFrom: Int32Array;
  readonly predecessor: Int32Array;
  readonly code: Uint8Array;
  readonly lag: Float64Array;
  readonly percentOfSummary: ReadonlyMap<number, number>;
}

/** Groups links by their end in one counting sort, which keeps their order within a group. */
export function groupLinks(links: LinkList, nodeCount: number): GroupedLinks {
  const inFrom = new Int32Array(nodeCount + 1);
  for (let i = 0; i < links.count; i++) {
    const node = (links.to[i] ?? 0) + 1;
    inFrom[node] = (inFrom[node] ?? 0) + 1;
  }
  for (let v = 0; v < nodeCount; v++) inFrom[v + 1] = (inFrom[v + 1] ?? 0) + (inFrom[v] ?? 0);
  const next = inFrom.slice();
  const predecessor = new Int32Array(links.count);
  const code = new Uint8Array(links.count);
  const lag = new Float64Array(links.count);
  const percentOfSummary = new Map<number, number>();
  for (let i = 0; i < links.count; i++) {
    const node = links.to[i] ?? 0;
    const place = next[node] ?? 0;
    next[node] = place + 1;
    predecessor[place] = links.from[i] ?? 0;
    code[place] = links.code[i] ?? 0;
    lag[place] = links.lag[i] ?? 0;
    const percent = links.percentOfSummary.get(i);
    if (percent !== undefined) percentOfSummary.set(place, percent);
  }
  return { inFrom, predecessor, code, lag, percentOfSummary };
}
