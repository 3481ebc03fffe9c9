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

/** How far a key moves the active cell; undefined for a key that moves nothing. */
export function stepFor(
  event: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean },
  size: { readonly pageRows: number; readonly rows: number; readonly columns: number },
): { readonly rows: number; readonly columns: number } | undefined {
  const isWhole = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowDown':
      return { rows: 1, columns: 0 };
    case 'ArrowUp':
      return { rows: -1, columns: 0 };
    case 'ArrowRight':
      return { rows: 0, columns: 1 };
    case 'ArrowLeft':
      return { rows: 0, columns: -1 };
    case 'PageDown':
      return { rows: size.pageRows, columns: 0 };
    case 'PageUp':
      return { rows: -size.pageRows, columns: 0 };
    case 'Home':
      return { rows: isWhole ? -size.rows : 0, columns: -size.columns };
    case 'End':
      return { rows: isWhole ? size.rows : 0, columns: size.columns };
    default:
      return undefined;
  }
}
