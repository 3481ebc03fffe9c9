/** A place among siblings. */
export interface Ranked {
  readonly id: string;
  readonly rank: number | undefined;
}

/** Between two neighbours at first, so that later moves find room. */
const step = 10;

/**
 * The ranks to set so that `id` stands at `index` among its siblings, as few as can be: one when
 * there is room between the neighbours, else those of the siblings before it as well.
 *
 * @param siblings in their present order, without the item itself
 */
export function rankBetween(
  siblings: readonly Ranked[],
  id: string,
  index: number,
): readonly { readonly id: string; readonly rank: number }[] {
  const before = siblings[index - 1];
  const next = siblings[index];
  if (index === 0 || before?.rank !== undefined) {
    const rank = rankOf(before?.rank, next?.rank);
    if (rank !== undefined) return [{ id, rank }];
  }
  const inOrder = [...siblings.slice(0, index).map(sibling => sibling.id), id];
  const ranks = inOrder.map((each, i) => ({ id: each, rank: (i + 1) * step }));
  return [...ranks, ...pushedOn(siblings.slice(index), (inOrder.length + 1) * step)];
}

/** A number between two ranks with at most three decimals; undefined when there is no room. */
function rankOf(low: number | undefined, high: number | undefined): number | undefined {
  if (high === undefined) return (low ?? 0) + step;
  if (low === undefined) return high - step;
  for (const digits of [0, 1, 2, 3]) {
    const rank = Number(((low + high) / 2).toFixed(digits));
    if (rank > low && rank < high) return rank;
  }
  return undefined;
}

/** Siblings after the place whose ranks would now come too early. */
function pushedOn(
  siblings: readonly Ranked[],
  from: number,
): readonly { readonly id: string; readonly rank: number }[] {
  const ranked = siblings.filter(({ rank }) => rank !== undefined);
  return ranked.map(({ id }, i) => ({ id, rank: from + i * step }));
}
