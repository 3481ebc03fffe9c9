/** So many weeks are shown at once; 0 for all. */
export const weekRanges = [13, 26, 52, 0] as const;

export interface WeekWindow {
  /** The first week shown, counted from the first of the view. */
  readonly from: number;
  readonly count: number;
}

/**
 * The weeks to show: as many as asked for, from where asked for, else from the week of today on; never
 * beyond what there is.
 */
export function placeWindow(
  view: { readonly firstDay: number; readonly weeks: number; readonly today: number },
  wish: { readonly range: number; readonly from: number | undefined },
): WeekWindow {
  const count = wish.range === 0 ? view.weeks : Math.min(wish.range, view.weeks);
  const present = Math.floor((view.today - view.firstDay) / 7);
  // A week before today shows where the work comes from.
  const from = wish.from ?? present - 1;
  return { from: Math.max(0, Math.min(from, view.weeks - count)), count };
}

/** `13 weeks`, `All weeks` */
export function rangeLabel(range: number): string {
  return range === 0 ? 'All weeks' : `${range} weeks`;
}
