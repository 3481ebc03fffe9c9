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
    flags: [],
    measure: text => ctx.measureText(text).width,
  });
  ctx.font = palette.strongFont;
  const flags = layoutFlags(layout, widthPx, text => ctx.measureText(text).width);
  ctx.font = palette.font;
  ctx.fillStyle = palette.ink.headerMuted;
  paintTier(brush, layout.lower, { top: tierPx, isUpper: false, flags, measure });
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

function paintTier(
  brush: Brush,
  cells: readonly HeaderCell[],
  tier: {
    readonly top: number;
    readonly isUpper: boolean;
    /** Labels that would look out from behind a flag are left out. */
    readonly flags: readonly Flag[];
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
      const x = cell.x + (cell.width - textWidth) / 2;
      const isCovered = tier.flags.some(
        flag => x < flag.x + flag.width + 4 && x + textWidth > flag.x - 4,
      );
      if (!isCovered) ctx.fillText(cell.label, x, middle);
    }
  }
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
