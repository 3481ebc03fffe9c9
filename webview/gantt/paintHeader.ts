import { fillRect, snapLine, strokeVertical, type Brush } from './brush.ts';
import type { ChartLayout, HeaderCell } from './layout.ts';

/** Height of one of the two tiers. */
export const tierPx = 24;
export const headerPx = 2 * tierPx;

/** Two flags closer than this would lie on each other; the line of the hidden one stays. */
const flagRoomPx = 48;

/** The header's two tiers, with the flags of today and of the status date. */
export function paintHeader(
  brush: Brush,
  layout: ChartLayout,
  chart: { readonly widthPx: number; readonly measure: (text: string) => number },
): void {
  const { ctx, palette } = brush;
  const { widthPx, measure } = chart;
  ctx.fillStyle = palette.ink.header;
  ctx.fillRect(0, 0, widthPx, headerPx);
  ctx.textBaseline = 'middle';
  ctx.font = palette.strongFont;
  ctx.fillStyle = palette.ink.headerText;
  paintTier(brush, layout.upper, {
    top: 0,
    isUpper: true,
    measure: text => ctx.measureText(text).width,
  });
  ctx.font = palette.font;
  ctx.fillStyle = palette.ink.headerMuted;
  paintTier(brush, layout.lower, { top: tierPx, isUpper: false, measure });
  ctx.strokeStyle = palette.ink.line;
  ctx.beginPath();
  ctx.moveTo(0, snapLine(brush, headerPx - 0.5));
  ctx.lineTo(widthPx, snapLine(brush, headerPx - 0.5));
  ctx.stroke();
  const { statusX, todayX } = layout;
  const isHidden = todayX !== undefined && Math.abs(todayX - (statusX ?? 0)) < flagRoomPx;
  if (statusX !== undefined && !isHidden) {
    paintFlag(brush, { x: statusX, text: 'Status', widthPx }, palette.ink.status);
  }
  if (todayX !== undefined) {
    paintFlag(brush, { x: todayX, text: 'Today', widthPx }, palette.ink.today);
  }
}

function paintTier(
  brush: Brush,
  cells: readonly HeaderCell[],
  tier: {
    readonly top: number;
    readonly isUpper: boolean;
    readonly measure: (text: string) => number;
  },
): void {
  const { ctx, palette } = brush;
  ctx.strokeStyle = palette.ink.line;
  ctx.lineWidth = 1 / brush.ratio;
  const middle = tier.top + tierPx / 2 + 0.5;
  for (const cell of cells) {
    if (cell.x > 0) strokeVertical(brush, cell.x, tier.top, tier.top + tierPx);
    const textWidth = tier.measure(cell.label);
    if (tier.isUpper) {
      const latest = cell.x + cell.width - textWidth - 6;
      const x = Math.min(cell.labelX + 6, latest);
      if (latest >= cell.x) ctx.fillText(cell.label, x, middle);
    } else if (textWidth <= cell.width - 2) {
      ctx.fillText(cell.label, cell.x + (cell.width - textWidth) / 2, middle);
    }
  }
}

function paintFlag(
  brush: Brush,
  flag: { readonly x: number; readonly text: string; readonly widthPx: number },
  color: string,
): void {
  const { ctx, palette } = brush;
  ctx.font = palette.strongFont;
  const width = ctx.measureText(flag.text).width + 10;
  const x = Math.min(Math.max(0, flag.x - width / 2), flag.widthPx - width);
  ctx.fillStyle = palette.ink.header;
  fillRect(brush, x - 2, 3, [width + 4, tierPx - 6]);
  ctx.fillStyle = color;
  ctx.beginPath();
  ctx.roundRect(x, 4, width, tierPx - 8, 3);
  ctx.fill();
  fillRect(brush, flag.x - 0.75, headerPx - 5, [1.5, 5]);
  ctx.fillStyle = palette.ink.background;
  ctx.fillText(flag.text, x + 5, tierPx / 2 + 0.5);
}
