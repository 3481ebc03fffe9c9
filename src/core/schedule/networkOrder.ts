import { linkCode, type Network } from './network.ts';

/** An order in which every node follows its predecessors, and the loops that prevent one. */
export interface NetworkOrder {
  readonly order: Int32Array;
  /** Sets of two or more nodes that all wait for one another. */
  readonly loops: readonly Int32Array[];
}

type Links = Pick<Network, 'count' | 'inRange' | 'predecessor' | 'code'>;

/**
 * Strongly connected components by Tarjan's algorithm (1972), with its own stack instead of
 * recursion. It follows links backwards, so a component is done after all that it waits for, and
 * the order of completion is the order of the schedule.
 */
export function computeNetworkOrder(links: Links): NetworkOrder {
  const walk = new ComponentWalk(links);
  for (let v = 0; v < links.count; v++) walk.visit(v);
  return { order: walk.order, loops: walk.loops };
}

/** A class for the many arrays that the walk keeps between its steps. */
class ComponentWalk {
  readonly order: Int32Array;
  readonly loops: Int32Array[] = [];
  readonly #links: Links;
  /** When a node was met, from 1 on; 0 while it was not. */
  readonly #met: Int32Array;
  readonly #low: Int32Array;
  readonly #nextLink: Int32Array;
  readonly #path: Int32Array;
  readonly #open: Int32Array;
  #openCount = 0;
  #time = 0;
  #done = 0;

  constructor(links: Links) {
    const { count } = links;
    this.#links = links;
    this.order = new Int32Array(count);
    this.#met = new Int32Array(count);
    this.#low = new Int32Array(count);
    this.#nextLink = new Int32Array(count);
    this.#path = new Int32Array(count);
    this.#open = new Int32Array(count);
  }

  visit(root: number): void {
    if (this.#met[root] !== 0) return;
    let depth = 0;
    this.#path[0] = root;
    this.#meet(root);
    while (depth >= 0) {
      const v = this.#path[depth] ?? 0;
      const next = this.#step(v);
      if (next >= 0) {
        this.#meet(next);
        this.#path[++depth] = next;
        continue;
      }
      if (this.#low[v] === this.#met[v]) this.#close(v);
      depth--;
      if (depth >= 0) this.#lower(this.#path[depth] ?? 0, this.#low[v] ?? 0);
    }
  }

  #meet(v: number): void {
    this.#time++;
    this.#met[v] = this.#time;
    this.#low[v] = this.#time;
    this.#nextLink[v] = this.#links.inRange[v * 2] ?? 0;
    this.#open[this.#openCount++] = v;
  }

  /** The next predecessor that was not met yet, or -1 when there is none left. */
  #step(v: number): number {
    const { inRange, predecessor, code } = this.#links;
    const end = inRange[v * 2 + 1] ?? 0;
    for (let e = this.#nextLink[v] ?? 0; e < end; e++) {
      if (code[e] === linkCode.cut) continue;
      const u = predecessor[e] ?? 0;
      const met = this.#met[u] ?? 0;
      if (met === 0) {
        this.#nextLink[v] = e + 1;
        return u;
      }
      this.#lower(v, met);
    }
    this.#nextLink[v] = end;
    return -1;
  }

  #lower(v: number, low: number): void {
    if (low < (this.#low[v] ?? 0)) this.#low[v] = low;
  }

  /** Takes the component of `v` off the open nodes; done nodes count as met at infinity. */
  #close(v: number): void {
    let first = this.#openCount - 1;
    while (this.#open[first] !== v) first--;
    for (let i = first; i < this.#openCount; i++) {
      const member = this.#open[i] ?? 0;
      this.#met[member] = 0x7fffffff;
      this.order[this.#done++] = member;
    }
    if (this.#openCount - first > 1) this.loops.push(this.#open.slice(first, this.#openCount));
    this.#openCount = first;
  }
}
