import type { BaselineMark } from './baselineLayout.ts';
import { fillRect, traceDiamond, type Brush } from './brush.ts';

/** Height of a mark's bar, and half of its diamond's. */
const markPx = 3;

/** Where the rows stood, below where they stand. */
export function paintBaseline(
  brush: Brush,
  marks: readonly BaselineMark[],
  isDimmed: (row: number) => boolean,
): void {
  const { ctx, palette } = brush;
  for (const { row, isPoint, x, width, middleY } of marks) {
    ctx.globalAlpha = isDimmed(row) ? 0.4 : 1;
    ctx.fillStyle = palette.ink.baseline;
    if (isPoint) {
      traceDiamond(ctx, x, middleY - 1.5, markPx + 1);
      ctx.fill();
    } else fillRect(brush, x, middleY - markPx / 2, [width, markPx]);
  }
  ctx.globalAlpha = 1;
}
