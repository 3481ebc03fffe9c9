import type { PaintContext } from './paintContext.ts';
import { rowHeightPx } from './layout.ts';

/** Marks stacked on a letter reach far above and below its line. */
const stack = /\p{M}{3}/u;

/** As far as letters and their rim may reach beyond the measured width. */
const sidePx = 8;

/** Paints a text around a place so that marks stacked on its letters end with the row. */
export function keepInRow(
  ctx: PaintContext,
  { text, x, y }: { readonly text: string; readonly x: number; readonly y: number },
  paint: () => void,
): void {
  if (!stack.test(text)) {
    paint();
    return;
  }
  ctx.save();
  ctx.beginPath();
  const widthPx = ctx.measureText(text).width + 2 * sidePx;
  ctx.rect(x - sidePx, y - rowHeightPx / 2, widthPx, rowHeightPx);
  ctx.clip();
  paint();
  ctx.restore();
}
