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

/** Keeps a row's place between the heads (0) and the last row. */
export function clampPlace(row: number, count: number): number {
  return Math.max(0, Math.min(row, count));
}
