import { layRanges } from './linkList.ts';
import type { Network } from './network.ts';

/** Links by the node that they leave: of node v `link[outRange[v * 2]]` to `link[outRange[v * 2 + 1] - 1]`. */
export interface SuccessorLinks {
  /** The last number of all is the place behind the last link, as of `Network.inRange`. */
  readonly outRange: Int32Array;
  /** {@link noLink} where there is room. */
  readonly link: Int32Array;
  /** The node that each link runs to, by the place of the link; {@link noLink} where there is none. */
  readonly successor: Int32Array;
}

export const noLink = -1;

/** The size of a column with some room behind what it holds. */
export function withRoom(size: number): number {
  return size + Math.max(64, size >> 3);
}

export function findSuccessorLinks(
  { inRange, predecessor }: Pick<Network, 'inRange' | 'predecessor'>,
  count: number,
): SuccessorLinks {
  const outRange = new Int32Array(count * 2 + 1);
  for (let v = 0; v < count; v++) {
    for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
      const size = (predecessor[e] ?? 0) * 2 + 1;
      outRange[size] = (outRange[size] ?? 0) + 1;
    }
  }
  layRanges(outRange);
  const total = outRange[count * 2] ?? 0;
  const link = new Int32Array(withRoom(total)).fill(noLink, total);
  const successor = new Int32Array(predecessor.length).fill(noLink);
  for (let v = 0; v < count; v++) {
    for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
      const end = (predecessor[e] ?? 0) * 2 + 1;
      const place = outRange[end] ?? 0;
      outRange[end] = place + 1;
      link[place] = e;
      successor[e] = v;
    }
  }
  return { outRange, link, successor };
}
