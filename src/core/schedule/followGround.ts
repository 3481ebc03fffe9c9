import type { Instant } from '../model/instant.ts';
import { runBackwardPass } from './backwardPass.ts';
import { followBackward } from './followBackward.ts';
import { runForwardPass } from './forwardPass.ts';
import { isBeyondHorizon } from './horizon.ts';
import { findSpan } from './lineDates.ts';
import { nodeFlag, type Network, type NetworkDates } from './network.ts';
import type { NetworkIndex } from './networkIndex.ts';
import { Reach } from './reach.ts';

/** What a change is followed from. */
interface GroundChange {
  readonly index: NetworkIndex;
  /** The nodes of which something is said anew. */
  readonly seeds: Iterable<number>;
  /** When the project ended as early as possible. */
  readonly finish: Instant;
}

/** How far a change got. */
interface FollowedGround {
  readonly finish: Instant;
  /** What is as late as possible, and is so at another time now. */
  readonly moved: readonly number[];
}

/**
 * [CON-8] Follows a change through the dates as early as possible, on which it hangs how late the
 * rest can be.
 *
 * @returns undefined where something lies beyond the horizon now; the dates are no good then
 */
export function followGround(
  network: Network,
  ground: NetworkDates,
  { index, seeds, finish: before }: GroundChange,
): FollowedGround | undefined {
  // Which conflicts there are is not decided here.
  const own = { ...network, flags: network.flags.slice() };
  const reach = new Reach(own, index, () => undefined);
  const late = lateNodes(own);
  const known = late.map(v => [ground.lateStart[v], ground.lateFinish[v]] as const);
  for (const v of seeds) reach.begin(v);
  runForwardPass(own, ground, { reach });
  const { start, finish } = findSpan(own, ground);
  if (isBeyondHorizon(start, finish)) return undefined;
  if (finish === before) {
    followBackward(own, ground, { projectFinish: finish, successors: index.successors, reach });
  } else runBackwardPass(own, ground, finish);
  const moved = late.filter((v, place) => {
    const [lateStart, lateFinish] = known[place] ?? [];
    return !Object.is(lateStart, ground.lateStart[v]) || lateFinish !== ground.lateFinish[v];
  });
  return { finish, moved };
}

function lateNodes({ flags }: Network): readonly number[] {
  const found: number[] = [];
  for (let v = 0; v < flags.length; v++) {
    if (((flags[v] ?? 0) & nodeFlag.alap) !== 0) found.push(v);
  }
  return found;
}
