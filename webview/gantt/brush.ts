import type { PaintContext } from './paintContext.ts';
import type { Palette } from './palette.ts';

/** A canvas being painted: its context, colours and the size of a device pixel. */
export interface Brush {
  readonly ctx: PaintContext;
  readonly palette: Palette;
  /** Device pixels in a CSS pixel. */
  readonly ratio: number;
}

/** The nearest edge between device pixels, so that rectangles are crisp. */
export function snap(brush: Brush, px: number): number {
  return Math.round(px * brush.ratio) / brush.ratio;
}

/** The middle of a line one device pixel wide that is crisp. */
export function snapLine(brush: Brush, px: number): number {
  return (Math.floor(px * brush.ratio) + 0.5) / brush.ratio;
}

export function fillRect(
  brush: Brush,
  x: number,
  y: number,
  size: readonly [number, number],
): void {
  const left = snap(brush, x);
  const top = snap(brush, y);
  const width = Math.max(1 / brush.ratio, snap(brush, x + size[0]) - left);
  brush.ctx.fillRect(left, top, width, snap(brush, y + size[1]) - top);
}

/** A hair line from top to bottom. */
export function strokeVertical(brush: Brush, x: number, top: number, bottom: number): void {
  const { ctx } = brush;
  ctx.beginPath();
  ctx.moveTo(snapLine(brush, x), top);
  ctx.lineTo(snapLine(brush, x), bottom);
  ctx.stroke();
}

/** Outlines a diamond around a point; the caller fills or strokes it. */
export function traceDiamond(ctx: PaintContext, x: number, y: number, half: number): void {
  ctx.beginPath();
  ctx.moveTo(x - half, y);
  ctx.lineTo(x, y - half);
  ctx.lineTo(x + half, y);
  ctx.lineTo(x, y + half);
  ctx.closePath();
}

/** Diagonal strokes inside the present path; the path itself is kept by the caller's clip. */
export function hatch(
  ctx: PaintContext,
  area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  gapPx: number,
): void {
  ctx.beginPath();
  for (let x = area.x - area.height; x < area.x + area.width; x += gapPx) {
    ctx.moveTo(x, area.y + area.height);
    ctx.lineTo(x + area.height, area.y);
  }
  ctx.stroke();
}
