import { positionsOf } from './insertLink.ts';
import type { Network } from './network.ts';
import { findSuccessorLinks, type SuccessorLinks } from './successorLinks.ts';

/** What a change is followed by through a network. */
export interface NetworkIndex {
  readonly successors: SuccessorLinks;
  /** The place of each node in the order. */
  readonly positions: Int32Array;
}

export function indexNetwork(network: Network): NetworkIndex {
  return {
    successors: findSuccessorLinks(network, network.count),
    positions: positionsOf(network.order),
  };
}
