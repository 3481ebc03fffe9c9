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
  const total = predecessor.length;
  const from = new Int32Array(count + 1);
  for (let e = 0; e < total; e++) {
    const after = (predecessor[e] ?? 0) + 1;
    from[after] = (from[after] ?? 0) + 1;
  }
  for (let v = 0; v < count; v++) from[v + 1] = (from[v + 1] ?? 0) + (from[v] ?? 0);
  const next = from.slice();
  const link = new Int32Array(total);
  const successor = new Int32Array(total);
  let e = 0;
  for (let v = 0; v < count; v++) {
    const end = inFrom[v + 1] ?? 0;
    for (; e < end; e++) {
      const u = predecessor[e] ?? 0;
      const place = next[u] ?? 0;
      next[u] = place + 1;
      link[place] = e;
      successor[e] = v;
    }
  }
  return { from, link, successor };
}
