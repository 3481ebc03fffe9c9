import type { Neighbours } from './resourceProject.ts';

/**
 * Moves activities of a list by chance, each no further than those that it must stay behind and
 * before. Seen from the end, `before` are the successors.
 */
export function moveSome(
  list: Int32Array,
  before: Neighbours,
  { moves, random }: { readonly moves: number; readonly random: () => number },
): void {
  for (let move = 0; move < moves; move++) {
    const from = Math.floor(random() * list.length);
    const v = list[from] ?? 0;
    let low = from;
    while (low > 0 && !isBefore(before, list[low - 1] ?? 0, v)) low--;
    let high = from;
    while (high + 1 < list.length && !isBefore(before, v, list[high + 1] ?? 0)) high++;
    const to = low + Math.floor(random() * (high - low + 1));
    if (to < from) list.copyWithin(to + 1, to, from);
    else list.copyWithin(from, from + 1, to + 1);
    list[to] = v;
  }
}

/** True where the first must stand before the second. */
function isBefore({ from, to }: Neighbours, first: number, second: number): boolean {
  for (let e = from[second] ?? 0; e < (from[second + 1] ?? 0); e++) {
    if (to[e] === first) return true;
  }
  return false;
}
