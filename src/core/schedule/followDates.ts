import { runBackwardPass } from './backwardPass.ts';
import type { ComputedDates } from './computeDates.ts';
import { followBackward } from './followBackward.ts';
import { runForwardPass } from './forwardPass.ts';
import { isBeyondHorizon } from './horizon.ts';
import { findSpan } from './lineDates.ts';
import { nodeFlag, type Network, type NetworkDates } from './network.ts';
import { Reach } from './reach.ts';
import { rollUpLate } from './rollUpLate.ts';
import type { SuccessorLinks } from './successorLinks.ts';

/** The dates after a change, and what it reached; every node where no reach is told. */
export interface FollowedDates extends ComputedDates {
  readonly reach: Reach | undefined;
}

/**
 * The dates of a network that differs from one whose dates are known in some nodes alone: what the
 * change cannot reach is left as it was. The late dates of all hang on the project's finish, and are
 * computed for all where that moves. What is kept of the late dates goes over
 * to the answer; the dates before stay as they are.
 *
 * @param changed the nodes of which something is said anew
 * @returns undefined where the change is of a kind that has to be computed as a whole
 */
export function followDates(
  before: ComputedDates,
  given: Network,
  {
    changed,
    successors,
  }: { readonly changed: readonly number[]; readonly successors: SuccessorLinks },
): FollowedDates | undefined {
  if (!canFollow(before, given)) return undefined;
  const network = { ...given, flags: given.flags.slice() };
  const reach = new Reach(network, successors);
  for (const v of changed) reach.begin(v);
  findSettled(before.network, network, reach);
  const dates = copyDates(before.dates);
  runForwardPass(network, dates, { reach });
  const { start, finish: projectFinish } = findSpan(network, dates);
  if (isBeyondHorizon(start, projectFinish)) return undefined;
  if (projectFinish !== before.projectFinish) {
    runBackwardPass(network, dates, projectFinish);
    rollUpLate(network, dates);
    return { network, dates, projectFinish, problems: [], reach: undefined };
  }
  followBackward(network, dates, { projectFinish, successors, reach });
  return { network, dates, projectFinish, problems: [], reach };
}

/** False where dates hang on more than their neighbours: on the end, or on a length of their own. */
function canFollow({ network: before, problems }: ComputedDates, network: Network): boolean {
  return (
    problems.length === 0 &&
    network.givenFinish === undefined &&
    before.givenFinish === undefined &&
    before.projectStart === network.projectStart &&
    before.statusDate === network.statusDate &&
    before.order === network.order &&
    network.percentOfSummary.size === 0 &&
    !hasAlap(before) &&
    !hasAlap(network)
  );
}

function hasAlap({ flags }: Network): boolean {
  return flags.some(flag => (flag & nodeFlag.alap) !== 0);
}

/** What binds otherwise, because a neighbour is of another kind now; conflicts are found anew. */
function findSettled(
  before: Network,
  { flags, code, inFrom, predecessor, count }: Network,
  reach: Reach,
): void {
  for (let v = 0; v < count; v++) {
    const known = before.flags[v] ?? 0;
    if ((known & ~nodeFlag.conflict) === flags[v]) flags[v] = known;
    else reach.begin(v);
    for (let e = inFrom[v] ?? 0; e < (inFrom[v + 1] ?? 0); e++) {
      if (before.code[e] === code[e]) continue;
      reach.begin(v);
      reach.begin(predecessor[e] ?? 0);
    }
  }
}

function copyDates(dates: NetworkDates): NetworkDates {
  const earlyStart = dates.earlyStart.slice();
  const earlyFinish = dates.earlyFinish.slice();
  return {
    earlyStart,
    earlyFinish,
    start: earlyStart,
    finish: earlyFinish,
    lateStart: dates.lateStart.slice(),
    lateFinish: dates.lateFinish.slice(),
    finishWork: dates.finishWork.slice(),
    totalFloat: dates.totalFloat.slice(),
    freeFloat: dates.freeFloat.slice(),
    late: dates.late,
  };
}
