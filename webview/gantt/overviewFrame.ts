import type { TimelineView } from './timelineView.ts';
import { rowHeightPx } from './layout.ts';
import { toInstant, toPx, type TimeRange } from './timeScale.ts';

/** What the overview is a picture of, and how large it is. */
export interface OverviewStrip {
  readonly range: TimeRange;
  readonly rowCount: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface FrameBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** So much of the frame stays to be seen and taken hold of. */
const smallestFramePx = 10;

/** Air beside the first and the last bar, as a share of the plan's time. */
const air = 0.02;

export function overviewRange({ from, to }: TimeRange): TimeRange {
  const aside = (to - from) * air;
  return { from: from - aside, to: to + aside };
}

/** Where what is in sight lies on the strip. */
export function frameBox(strip: OverviewStrip, timeline: TimelineView): FrameBox {
  const { scale, viewport } = timeline;
  const { range, rowCount, widthPx, heightPx } = strip;
  const perMinute = widthPx / Math.max(1, range.to - range.from);
  const xOf = (px: number): number => (toInstant(scale, px) - range.from) * perMinute;
  const perRowPx = heightPx / Math.max(1, rowCount * rowHeightPx);
  const across = inside(xOf(viewport.leftPx), xOf(viewport.leftPx + viewport.widthPx), widthPx);
  const down = inside(
    viewport.topPx * perRowPx,
    (viewport.topPx + viewport.heightPx) * perRowPx,
    heightPx,
  );
  return { left: across.from, width: across.length, top: down.from, height: down.length };
}

/** Where the chart is to be scrolled to, so that the frame's top left corner lies at a point. */
export function scrollOf(
  strip: OverviewStrip,
  timeline: TimelineView,
  corner: { readonly x: number; readonly y: number },
): { readonly leftPx: number; readonly topPx: number } {
  const { scale, viewport, contentWidthPx } = timeline;
  const { range, rowCount, widthPx, heightPx } = strip;
  const at = range.from + (corner.x * (range.to - range.from)) / Math.max(1, widthPx);
  const mostTop = Math.max(0, (rowCount + 1) * rowHeightPx - viewport.heightPx);
  return {
    leftPx: clamp(toPx(scale, at), contentWidthPx - viewport.widthPx),
    topPx: clamp((corner.y * rowCount * rowHeightPx) / Math.max(1, heightPx), mostTop),
  };
}

function inside(
  from: number,
  to: number,
  sizePx: number,
): { readonly from: number; readonly length: number } {
  const first = Math.max(0, Math.min(sizePx - smallestFramePx, from));
  const last = Math.min(sizePx, Math.max(first + smallestFramePx, to));
  return { from: first, length: last - first };
}

function clamp(px: number, most: number): number {
  return Math.min(Math.max(0, most), Math.max(0, px));
}
