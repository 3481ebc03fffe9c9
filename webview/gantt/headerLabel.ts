import type { HeaderCell } from './layout.ts';

/** Between a label and the edges of the piece of its cell that is seen. */
const paddingPx = 6;

/** Where the label of a cell of the lower tier begins: in its middle; left out where it would be cut. */
export function centerHeaderLabel(
  { x, width, label }: HeaderCell,
  widthPx: number,
  measure: (text: string) => number,
): { readonly x: number; readonly width: number } | undefined {
  const textWidth = measure(label);
  const left = x + (width - textWidth) / 2;
  const isWhole = textWidth <= width - 2 && left >= 2 && left + textWidth <= widthPx - 2;
  return isWhole ? { x: left, width: textWidth } : undefined;
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
