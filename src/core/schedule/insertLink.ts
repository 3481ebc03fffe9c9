import { linkCode, type Network } from './network.ts';
import type { SuccessorLinks } from './successorLinks.ts';

/** Nodes in an order that all links but one keep to. */
export interface OrderedNodes {
  readonly network: Pick<Network, 'order' | 'inRange' | 'predecessor' | 'code'>;
  readonly successors: SuccessorLinks;
  /** The place of each node in the order. */
  readonly positions: Int32Array;
  /** Links, as `from to`, that the order does not keep to yet. */
  readonly isWaiting: ReadonlySet<string>;
}

export function positionsOf(order: Int32Array): Int32Array {
  const positions = new Int32Array(order.length);
  for (let place = 0; place < order.length; place++) positions[order[place] ?? 0] = place;
  return positions;
}

/**
 * Mends an order in place for one link more, by Pearce and Kelly, "A dynamic topological sort
 * algorithm for directed acyclic graphs" (2006): only what stands between the two ends is moved.
 *
 * @returns false where the link closes a circle; the order is as it was then
 */
export function insertLink(
  nodes: OrderedNodes,
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  const { positions, network } = nodes;
  const lower = positions[to] ?? 0;
  const upper = positions[from] ?? 0;
  const after = walk(
    to,
    v => successorsOf(nodes, v),
    v => (positions[v] ?? 0) <= upper,
  );
  if (after.includes(from)) return false;
  const before = walk(
    from,
    v => predecessorsOf(nodes, v),
    v => (positions[v] ?? 0) >= lower,
  );
  const byPlace = (a: number, b: number): number => (positions[a] ?? 0) - (positions[b] ?? 0);
  const moved = [...before.sort(byPlace), ...after.sort(byPlace)];
  const places = moved.map(v => positions[v] ?? 0).sort((a, b) => a - b);
  moved.forEach((v, i) => {
    const place = places[i] ?? 0;
    network.order[place] = v;
    positions[v] = place;
  });
  return true;
}

function walk(
  root: number,
  next: (v: number) => readonly number[],
  isInside: (v: number) => boolean,
): number[] {
  const met = new Set([root]);
  for (const v of met) {
    for (const w of next(v)) if (isInside(w)) met.add(w);
  }
  return [...met];
}

function successorsOf({ network, successors, isWaiting }: OrderedNodes, v: number): number[] {
  const { outRange, link, successor } = successors;
  const found: number[] = [];
  for (let i = outRange[v * 2] ?? 0; i < (outRange[v * 2 + 1] ?? 0); i++) {
    const e = link[i] ?? 0;
    const w = successor[e] ?? 0;
    if (network.code[e] !== linkCode.cut && !waits(isWaiting, v, w)) found.push(w);
  }
  return found;
}

function predecessorsOf({ network, isWaiting }: OrderedNodes, v: number): number[] {
  const { inRange, predecessor, code } = network;
  const found: number[] = [];
  for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
    const u = predecessor[e] ?? 0;
    if (code[e] !== linkCode.cut && !waits(isWaiting, u, v)) found.push(u);
  }
  return found;
}

function waits(links: ReadonlySet<string>, from: number, to: number): boolean {
  return links.size > 0 && links.has(`${from} ${to}`);
}
