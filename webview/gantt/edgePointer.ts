import type { Bar } from './barLayout.ts';
import type { Brush } from './brush.ts';

/** Width of the pointer's box, which is also what can be hit. */
export const pointerPx = 24;
/** A bar of which less than this looks into the view is pointed at. */
const seenPx = 4;

/** The edge beyond which a row's bar lies; undefined while some of it is seen. */
export function edgeOf(bar: Bar, widthPx: number): 'left' | 'right' | undefined {
  if (bar.rightX < seenPx) return 'left';
  return bar.leftX > widthPx - seenPx ? 'right' : undefined;
}

/** True where a press means the pointer of a row rather than the row. */
export function isOnPointer(bar: Bar, widthPx: number, x: number): boolean {
  const edge = edgeOf(bar, widthPx);
  if (edge === undefined) return false;
  return edge === 'left' ? x <= pointerPx : x >= widthPx - pointerPx;
}

/** An arrow at the edge of a row, towards its bar. */
export function paintPointer(brush: Brush, bar: Bar, widthPx: number): void {
  const edge = edgeOf(bar, widthPx);
  if (edge === undefined) return;
  const { ctx, palette } = brush;
  const sign = edge === 'left' ? -1 : 1;
  const middle = edge === 'left' ? pointerPx / 2 : widthPx - pointerPx / 2;
  ctx.fillStyle = palette.ink.background;
  ctx.strokeStyle = palette.ink.linkSelected;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.roundRect(middle - pointerPx / 2 + 2.5, bar.middleY - 9.5, pointerPx - 5, 19, 4);
  ctx.fill();
  ctx.stroke();
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.moveTo(middle - 2.5 * sign, bar.middleY - 4.5);
  ctx.lineTo(middle + 2.5 * sign, bar.middleY);
  ctx.lineTo(middle - 2.5 * sign, bar.middleY + 4.5);
  ctx.stroke();
}
