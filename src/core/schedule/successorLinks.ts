import type { Network } from './network.ts';

/** Links by the node that they leave: those of node v are `link[from[v]]` to `link[from[v + 1] - 1]`. */
export interface SuccessorLinks {
  readonly from: Int32Array;
  readonly link: Int32Array;
  /** The node that each link runs to, by the place of the link. */
  readonly successor: Int32Array;
}

export function findSuccessorLinks(
  { inFrom, predecessor }: Pick<Network, 'inFrom' | 'predecessor'>,
  count: number,
): SuccessorLinks {
  const from = new Int32Array(count + 1);
  for (const u of predecessor) from[u + 1] = (from[u + 1] ?? 0) + 1;
  for (let v = 0; v < count; v++) from[v + 1] = (from[v + 1] ?? 0) + (from[v] ?? 0);
  const next = from.slice();
  const link = new Int32Array(predecessor.length);
  const successor = new Int32Array(predecessor.length);
  for (let v = 0; v < count; v++) {
    for (let e = inFrom[v] ?? 0; e < (inFrom[v + 1] ?? 0); e++) {
      const u = predecessor[e] ?? 0;
      const place = next[u] ?? 0;
      next[u] = place + 1;
      link[place] = e;
      successor[e] = v;
    }
  }
  return { from, link, successor };
}
