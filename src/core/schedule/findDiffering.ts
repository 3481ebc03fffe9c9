import type { NetworkProgress } from './itemDates.ts';
import type { Network, NetworkDates } from './network.ts';

/** A network and what was computed of it. */
export interface ComputedNetwork {
  readonly network: Network;
  readonly dates: NetworkDates;
  readonly progress: NetworkProgress;
}

/**
 * The nodes that came out differently when all passes ran again.
 *
 * @param named nodes that say something else, which counts as well
 */
export function findDiffering(
  before: ComputedNetwork,
  after: ComputedNetwork,
  named: Iterable<number>,
): readonly number[] {
  const differs = new Uint8Array(after.network.count);
  for (const v of named) differs[v] = 1;
  const columns = columnsOf(after);
  columnsOf(before).forEach((column, place) =>
    markDifferent(differs, column, columns[place] ?? []),
  );
  const found: number[] = [];
  for (let v = 0; v < differs.length; v++) if (differs[v] === 1) found.push(v);
  return found;
}

/** Everything that the dates of a node are made from, but for what it says itself. */
function columnsOf({ network, dates, progress }: ComputedNetwork): readonly ArrayLike<number>[] {
  return [
    network.flags,
    dates.earlyStart,
    dates.earlyFinish,
    dates.start,
    dates.finish,
    dates.lateStart,
    dates.lateFinish,
    dates.finishWork,
    dates.totalFloat,
    dates.freeFloat,
    progress.share,
    progress.isDone,
  ];
}

function markDifferent(
  differs: Uint8Array,
  before: ArrayLike<number>,
  after: ArrayLike<number>,
): void {
  for (let v = 0; v < differs.length; v++) if (before[v] !== after[v]) differs[v] = 1;
}
