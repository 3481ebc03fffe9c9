/** The rows to have in the page: those in sight and a few beyond on both sides; `to` is not one. */
export function visibleRows(window: {
  readonly scrollTop: number;
  readonly clientHeight: number;
  readonly rowPx: number;
  readonly spareRows: number;
  readonly count: number;
}): { readonly from: number; readonly to: number } {
  const { scrollTop, clientHeight, rowPx, spareRows, count } = window;
  const from = Math.max(0, Math.floor(scrollTop / rowPx) - spareRows);
  const to = Math.min(count, Math.ceil((scrollTop + clientHeight) / rowPx) + spareRows);
  return { from: Math.min(from, to), to };
}

/** Scrolls by as little as brings a stretch into the window; answers where to scroll to. */
export function scrollFor(window: {
  readonly scroll: number;
  /** What can be seen between what sticks to the edges. */
  readonly room: number;
  readonly from: number;
  readonly to: number;
}): number {
  const { scroll, room, from, to } = window;
  if (from < scroll || to - from > room) return from;
  return to > scroll + room ? to - room : scroll;
}

/** Keeps the place of a row or a column between 0 and the last one. */
export function clampPlace(place: number, last: number): number {
  return Math.max(0, Math.min(place, last));
}
