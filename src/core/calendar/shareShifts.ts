import type { Shift } from '../model/project.ts';

/** A shift in which not everybody works: `share` is the part of all the hands, 0 to 1. */
export interface SharedShift extends Shift {
  /** 1 when left out. */
  readonly share?: number;
}

export function shareOf({ share = 1 }: SharedShift): number {
  return share;
}

/** The shifts with a part of their share. */
export function withShare(shifts: readonly SharedShift[], share: number): readonly SharedShift[] {
  return shifts.map(shift => shared(shift.from, shift.to, shareOf(shift) * share));
}

/** Both together: where they overlap, the hands add up. In order, without overlap. */
export function addShares(
  a: readonly SharedShift[],
  b: readonly SharedShift[],
): readonly SharedShift[] {
  const all = [...a, ...b];
  const edges = [...new Set(all.flatMap(({ from, to }) => [from, to]))].sort((x, y) => x - y);
  const sum: SharedShift[] = [];
  edges.slice(1).forEach((to, place) => {
    const from = edges[place] ?? to;
    const present = all.filter(shift => shift.from <= from && to <= shift.to);
    if (present.length === 0) return;
    const share = present.reduce((total, shift) => total + shareOf(shift), 0);
    const last = sum.at(-1);
    // Shares are parts of a whole, so that sums of them are as good as equal or far apart.
    if (last?.to === from && Math.abs(shareOf(last) - share) < 1e-9) {
      sum[sum.length - 1] = { ...last, to };
    } else sum.push(shared(from, to, share));
  });
  return sum;
}

/** A share of one is left out, so that whole days are the same however they came about. */
function shared(from: number, to: number, share: number): SharedShift {
  return share > 1 - 1e-9 ? { from, to } : { from, to, share };
}

/**
 * Marks the minutes of a stretch that count as worked: as many as its share of it, spread evenly,
 * with its first and its last among them so that work begins and ends with the shift.
 */
export function markShare(minutes: Uint8Array, { from, to, share = 1 }: SharedShift): void {
  if (share >= 1) {
    minutes.fill(1, from, to);
    return;
  }
  const length = to - from;
  const count = Math.round(length * share);
  if (count === 1) minutes[from] = 1;
  for (let i = 0; i < count && count > 1; i++) {
    minutes[from + Math.round((i * (length - 1)) / (count - 1))] = 1;
  }
}
