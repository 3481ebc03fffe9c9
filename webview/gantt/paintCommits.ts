import { fillRect, type Brush } from './brush.ts';
import type { CommitStrip } from './commitLayout.ts';

/** Height of a column of the lowest level; each level is as much higher as `risePx`. */
const leastPx = 2;
const risePx = 4 / 3;
const dashPx = 2;
const gapPx = 2;

/** A column for each day, the higher the more commits; dashes where planned time went by without any. */
export function paintCommits(
  brush: Brush,
  strips: readonly CommitStrip[],
  isDimmed: (row: number) => boolean,
): void {
  const { ctx, palette } = brush;
  for (const { row, cells, line, gaps, footY } of strips) {
    ctx.globalAlpha = isDimmed(row) ? 0.4 : 1;
    ctx.fillStyle = palette.ink.commits;
    if (line.width > 0) fillRect(brush, line.x, footY - 1, [line.width, 1]);
    for (const { x, width, level } of cells) {
      const height = leastPx + (level - 1) * risePx;
      fillRect(brush, x, footY - height, [width, height]);
    }
    for (const { x, width } of gaps) {
      for (let at = 0; at < width; at += dashPx + gapPx) {
        fillRect(brush, x + at, footY - 1, [Math.min(dashPx, width - at), 1]);
      }
    }
  }
  ctx.globalAlpha = 1;
}
