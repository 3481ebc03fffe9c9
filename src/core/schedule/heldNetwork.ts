import type { Task } from '../model/task.ts';
import type { Network } from './network.ts';
import type { NetworkFrame } from './networkFrame.ts';
import type { NetworkIndex } from './networkIndex.ts';

/** A compiled plan that is changed in place. */
export interface HeldNetwork {
  readonly frame: NetworkFrame;
  readonly network: Network;
  /** Undefined until a change was followed. */
  readonly index: NetworkIndex | undefined;
}

/** A task as it was and as it is. */
export interface ChangedTask {
  readonly before: Task;
  readonly after: Task;
}
