import type { Network } from './network.ts';
import type { NetworkFrame } from './networkFrame.ts';
import type { NetworkIndex } from './networkIndex.ts';
import type { TaskNames } from './taskNames.ts';

/** A compiled plan that is changed in place. */
export interface HeldNetwork {
  readonly frame: NetworkFrame;
  readonly network: Network;
  /** Undefined until a change was followed. */
  readonly index: NetworkIndex | undefined;
  readonly names: TaskNames;
}
