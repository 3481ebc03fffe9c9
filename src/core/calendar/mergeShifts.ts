import type { Shift } from '../model/project.ts';

/** A shift may run on into the next day, and no further. */
const longestShiftEnd = 2 * 1440;

/** In order, without overlap, and without what cannot be worked. */
export function mergeShifts(shifts: readonly Shift[]): readonly Shift[] {
  const merged: Shift[] = [];
  for (const shift of [...shifts].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const from = Math.max(0, Math.round(shift.from));
    const to = Math.min(longestShiftEnd, Math.round(shift.to));
    const last = merged.at(-1);
    if (from >= to || from >= 1440) continue;
    if (last && from <= last.to) merged[merged.length - 1] = joined(last, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** [CAL-5] The same shifts, in their order, and merged where some of them overlap. */
export function withoutOverlap(shifts: readonly Shift[]): readonly Shift[] {
  const overlaps = shifts.some(({ from }, i) => from < (shifts[i - 1]?.to ?? 0));
  return overlaps ? mergeShifts(shifts) : shifts;
}

function joined(shift: Shift, to: number): Shift {
  return { from: shift.from, to: Math.max(shift.to, to) };
}

/** The time that both lists share. */
export function sharedShifts(a: readonly Shift[], b: readonly Shift[]): readonly Shift[] {
  return mergeShifts(
    a.flatMap(left =>
      b.map(right => ({
        from: Math.max(left.from, right.from),
        to: Math.min(left.to, right.to),
      })),
    ),
  );
}
