import { fillRect, snapLine, strokeVertical, type Brush } from './brush.ts';
import { centerHeaderLabel, fitHeaderLabels, placeHeaderLabel } from './headerLabel.ts';
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
  paintUpperTier(brush, layout.upper, widthPx);
  const flags = layoutFlags(layout, widthPx, text => ctx.measureText(text).width);
  ctx.font = palette.font;
  ctx.fillStyle = palette.ink.headerMuted;
  paintLowerTier(brush, layout.lower, { flags, widthPx, measure });
  ctx.strokeStyle = palette.ink.line;
  ctx.beginPath();
  ctx.moveTo(0, snapLine(brush, headerPx - 0.5));
  ctx.lineTo(widthPx, snapLine(brush, headerPx - 0.5));
  ctx.stroke();
  for (const flag of flags) paintFlag(brush, flag);
}

/** A word on the line of a day, in the lower tier: the months above stay readable. */
interface Flag {
  readonly lineX: number;
  readonly x: number;
  readonly width: number;
  readonly text: string;
  readonly kind: 'status' | 'today';
}

function layoutFlags(
  { statusX, todayX }: ChartLayout,
  widthPx: number,
  measure: (text: string) => number,
): readonly Flag[] {
  const flagAt = (lineX: number, text: string, kind: Flag['kind']): Flag => {
    const width = measure(text) + 10;
    const x = Math.max(0, Math.min(lineX - width / 2, widthPx - width));
    return { lineX, x, width, text, kind };
  };
  const isHidden = todayX !== undefined && Math.abs(todayX - (statusX ?? 0)) < flagRoomPx;
  return [
    ...(statusX === undefined || isHidden ? [] : [flagAt(statusX, 'Status', 'status')]),
    ...(todayX === undefined ? [] : [flagAt(todayX, 'Today', 'today')]),
  ];
}

function paintUpperTier(brush: Brush, cells: readonly HeaderCell[], widthPx: number): void {
  const { ctx } = brush;
  paintCellEdges(brush, cells, 0);
  const measure = (text: string): number => ctx.measureText(text).width;
  for (const cell of cells) {
    const label = placeHeaderLabel(cell, widthPx, measure);
    if (label) ctx.fillText(label.text, label.x, tierPx / 2 + 0.5);
  }
}

function paintLowerTier(
  brush: Brush,
  cells: readonly HeaderCell[],
  tier: {
    /** Labels stand beside them. */
    readonly flags: readonly Flag[];
    readonly widthPx: number;
    readonly measure: (text: string) => number;
  },
): void {
  paintCellEdges(brush, cells, tierPx);
  for (const cell of fitHeaderLabels(cells, tier.measure)) {
    const label = centerHeaderLabel(cell, tier.widthPx, tier.measure, tier.flags);
    if (label) brush.ctx.fillText(label.text, label.x, tierPx * 1.5 + 0.5);
  }
}

function paintCellEdges(brush: Brush, cells: readonly HeaderCell[], top: number): void {
  brush.ctx.strokeStyle = brush.palette.ink.line;
  brush.ctx.lineWidth = 1 / brush.ratio;
  for (const { x } of cells) if (x > 0) strokeVertical(brush, x, top, top + tierPx);
}

function paintFlag(brush: Brush, { lineX, x, width, text, kind }: Flag): void {
  const { ctx, palette } = brush;
  const top = tierPx + 4;
  const height = tierPx - 8;
  ctx.fillStyle = palette.ink.header;
  fillRect(brush, x - 2, top - 2, [width + 4, height + 4]);
  ctx.fillStyle = palette.ink[kind];
  ctx.beginPath();
  ctx.roundRect(x, top, width, height, 3);
  ctx.fill();
  fillRect(brush, lineX - 0.75, top + height, [1.5, headerPx - top - height]);
  ctx.font = palette.strongFont;
  ctx.fillStyle = palette.ink.background;
  ctx.fillText(text, x + 5, tierPx * 1.5 + 0.5);
}
