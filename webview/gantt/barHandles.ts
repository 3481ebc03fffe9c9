import { diamondPx, type Bar } from './barLayout.ts';
import type { Brush } from './brush.ts';

/** From a bar's end to the middle of the handle that links from there. */
const linkGapPx = 14;
const linkRadiusPx = 4.5;
/** What can be hit is larger than what is seen. */
const linkReachPx = 7;
/** The button that edits stands left of the handle. */
const editGapPx = 34;
const editHalfPx = 10;

/** Where the handles of a bar stand, in pixels from the left of the screen. */
export function handlesOf(bar: Bar): {
  readonly start: number;
  readonly finish: number;
  readonly edit: number;
} {
  const reach = bar.shape === 'group' ? diamondPx / 2 : 0;
  return {
    start: bar.leftX - linkGapPx,
    finish: bar.rightX + reach + linkGapPx,
    edit: Math.max(editHalfPx + 2, bar.leftX - editGapPx),
  };
}

/** The handle of a bar under a point of its row; they are there while the row is pointed at. */
export function handleAt(
  bar: Bar,
  { x, y }: { readonly x: number; readonly y: number },
): 'linkStart' | 'linkFinish' | 'edit' | undefined {
  if (Math.abs(y - bar.middleY) > editHalfPx) return undefined;
  const { start, finish, edit } = handlesOf(bar);
  if (Math.abs(x - finish) <= linkReachPx) return 'linkFinish';
  if (Math.abs(x - start) <= linkReachPx) return 'linkStart';
  return Math.abs(x - edit) <= editHalfPx && x < bar.leftX - 2 ? 'edit' : undefined;
}

/** How far the label of a bar with handles steps aside. */
export const handleRoomPx = linkGapPx + linkRadiusPx;

/** Two rings to draw links from, and a pencil. */
export function paintHandles(brush: Brush, bar: Bar): void {
  const { ctx, palette } = brush;
  const { start, finish, edit } = handlesOf(bar);
  ctx.fillStyle = palette.ink.background;
  ctx.strokeStyle = palette.ink.linkSelected;
  ctx.lineWidth = 1.5;
  for (const x of [start, finish]) {
    ctx.beginPath();
    ctx.arc(x, bar.middleY, linkRadiusPx, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
  }
  if (edit >= bar.leftX - 2) return;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.roundRect(edit - editHalfPx + 0.5, bar.middleY - 9.5, 2 * editHalfPx - 1, 19, 4);
  ctx.fill();
  ctx.stroke();
  paintPencil(brush, edit, bar.middleY);
}

function paintPencil({ ctx, palette }: Brush, x: number, y: number): void {
  ctx.strokeStyle = palette.ink.label;
  ctx.lineWidth = 1.3;
  ctx.beginPath();
  ctx.moveTo(x + 2.5, y - 5);
  ctx.lineTo(x + 5, y - 2.5);
  ctx.lineTo(x - 2, y + 4.5);
  ctx.lineTo(x - 5.2, y + 5.2);
  ctx.lineTo(x - 4.5, y + 2);
  ctx.closePath();
  ctx.stroke();
}
