import type { HeaderCell } from './layout.ts';

/** Between a label and the edges of the piece of its cell that is seen. */
const paddingPx = 6;

/** A stretch of the lower tier that something else stands on. */
export interface CoveredStretch {
  readonly x: number;
  readonly width: number;
}

/** Between a label and what covers a part of its cell. */
const besidePx = 4;

/** Between a label of the lower tier and the edges of its cell: labels do not run into one another. */
const clearPx = 3;

/** The cells of the lower tier, all with the longest form of their labels that is clear of the next. */
export function fitHeaderLabels(
  cells: readonly HeaderCell[],
  measure: (text: string) => number,
): readonly HeaderCell[] {
  const most = cells.reduce((count, { shorter }) => Math.max(count, shorter.length), 0);
  const fits = ({ label, width }: HeaderCell): boolean => measure(label) <= width - 2 * clearPx;
  let fitted = cells;
  for (let form = 0; form < most && !fitted.every(fits); form += 1) {
    fitted = cells.map(cell => ({ ...cell, label: cell.shorter[form] ?? cell.label }));
  }
  return fitted;
}

/**
 * Where the label of a cell of the lower tier begins: in its middle, or where that is covered, beside
 * what covers it, shortened where it must be; left out where it would be cut.
 */
export function centerHeaderLabel(
  { x, width, label, shorter }: HeaderCell,
  widthPx: number,
  measure: (text: string) => number,
  covered: readonly CoveredStretch[] = [],
): { readonly text: string; readonly x: number } | undefined {
  const place = (
    text: string,
    from: number,
    to: number,
  ): { readonly text: string; readonly x: number } | undefined => {
    const textWidth = measure(text);
    const left = from + (to - from - textWidth) / 2;
    const isWhole = textWidth <= to - from - 2 && left >= 2 && left + textWidth <= widthPx - 2;
    return isWhole ? { text, x: left } : undefined;
  };
  const isFree = (found: { readonly text: string; readonly x: number }): boolean =>
    covered.every(
      each =>
        found.x >= each.x + each.width + besidePx ||
        found.x + measure(found.text) <= each.x - besidePx,
    );
  const middle = place(label, x, x + width);
  if (!middle || isFree(middle)) return middle;
  const edges = covered.flatMap(each => [each.x - besidePx, each.x + each.width + besidePx]);
  for (const text of [label, ...shorter, label.split(' ')[0] ?? label]) {
    for (const edge of edges) {
      const beside =
        place(text, x, Math.min(edge, x + width)) ?? place(text, Math.max(edge, x), x + width);
      if (beside && isFree(beside)) return beside;
    }
  }
  return undefined;
}

/**
 * The label of a cell of the upper tier: it sticks to the left edge of the screen while its cell
 * does, whole or shortened, and is left out where not even its shortest form fits.
 */
export function placeHeaderLabel(
  { x, width, label, shorter }: HeaderCell,
  widthPx: number,
  measure: (text: string) => number,
): { readonly text: string; readonly x: number } | undefined {
  const from = Math.max(0, x) + paddingPx;
  const to = Math.min(widthPx, x + width) - paddingPx;
  const text = [label, ...shorter].find(each => measure(each) <= to - from);
  return text === undefined ? undefined : { text, x: from };
}
