import { dependencyTypes } from '../../src/core/model/dependency.ts';
import type { Instant } from '../../src/core/model/instant.ts';
import type { GanttView } from '../../src/core/views/ganttView.ts';
import { layoutBaseline, type BaselineMark } from './baselineLayout.ts';
import { layoutBar, layoutExtent, type Bar, type BarContext } from './barLayout.ts';
import { numberAt } from './columnar.ts';
import type { HeaderStyle } from './headerStyle.ts';
import { visitLinks, type LinkIndex } from './linkIndex.ts';
import { routeLink } from './linkRoute.ts';
import { layoutMarks, type MarkLayout, type ShownMarks } from './markLayout.ts';
import type { Outline } from './outline.ts';
import { layoutShading, type Band, type FreeTime } from './shading.ts';
import type { ShownBaseline } from './shownBaseline.ts';
import { computeTicks, tiersAt, type TickUnit } from './ticks.ts';
import { toInstant, toPx, type TimeScale } from './timeScale.ts';

export const rowHeightPx = 28;

/** The part of the chart that is on the screen; `leftPx` and `topPx` are scrolled away. */
export interface Viewport {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  /** Without the header. */
  readonly heightPx: number;
}

/** Everything that the layout looks at. */
export interface ChartScene extends ShownMarks {
  readonly view: GanttView;
  readonly outline: Outline;
  readonly links: LinkIndex;
  readonly freeTime: FreeTime;
  readonly scale: TimeScale;
  readonly viewport: Viewport;
  readonly rowHeightPx: number;
  /** Undefined while none is shown. */
  readonly baseline?: ShownBaseline | undefined;
  /** Dates where it is left out. */
  readonly header?: HeaderStyle;
  /** Width of a label's text in pixels. */
  readonly measure: (text: string) => number;
}

/** One cell of the header. */
export interface HeaderCell {
  readonly x: number;
  readonly width: number;
  readonly label: string;
  /** What may stand in its place where there is less room, the longest first. */
  readonly shorter: readonly string[];
}

/** A dependency arrow; `points` are x, y, x, y … */
export interface Arrow {
  readonly link: number;
  readonly points: readonly number[];
  readonly isCritical: boolean;
  readonly fromRow: number;
  readonly toRow: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where an arrow leaves the predecessor, and where it meets the successor. */
export function endsOfArrow({ points }: Arrow): { readonly from: Point; readonly to: Point } {
  const last = points.length - 2;
  return {
    from: { x: numberAt(points, 0), y: numberAt(points, 1) },
    to: { x: numberAt(points, last), y: numberAt(points, last + 1) },
  };
}

/** Rectangles, lines and texts of the visible part; x and y count from its top left corner. */
export interface ChartLayout extends MarkLayout {
  readonly firstPosition: number;
  /** One past the last. */
  readonly endPosition: number;
  readonly upper: readonly HeaderCell[];
  readonly lower: readonly HeaderCell[];
  readonly bands: readonly Band[];
  readonly todayX: number | undefined;
  readonly statusX: number | undefined;
  /** Of links with an end in a visible row: see {@link layoutArrows}. */
  readonly arrows: readonly Arrow[];
  readonly bars: readonly Bar[];
  readonly baseline: readonly BaselineMark[];
}

/** Pure: the same scene gives the same layout. */
export function layoutChart(scene: ChartScene): ChartLayout {
  const { view, scale, viewport } = scene;
  const tiers = tiersAt(scale.pxPerDay, scene.header, view.start);
  const window = visiblePositions(scene);
  const { hasEndLink } = scene.links;
  const { rows, pauses } = view;
  const context: BarContext = { ...scene, ...viewport, rows, pauses, hasEndLink };
  const bars: Bar[] = [];
  for (let position = window.first; position < window.end; position += 1) {
    const row = numberAt(scene.outline.visible, position);
    const bar = layoutBar(context, row, position * scene.rowHeightPx - viewport.topPx);
    if (bar) bars.push(bar);
  }
  return {
    firstPosition: window.first,
    endPosition: window.end,
    upper: layoutTier(tiers.upper, scale, viewport),
    lower: layoutTier(tiers.lower, scale, viewport),
    bands: layoutShading(scene.freeTime, scale, viewport),
    todayX: lineAt(view.today, scale, viewport),
    statusX: view.statusDate === undefined ? undefined : lineAt(view.statusDate, scale, viewport),
    arrows: layoutArrows(scene, context, window),
    bars,
    baseline: layoutBaseline(scene, window),
    ...layoutMarks(scene, bars),
  };
}

/** The positions that show at least one pixel. */
export function visiblePositions(scene: Pick<ChartScene, 'outline' | 'viewport' | 'rowHeightPx'>): {
  readonly first: number;
  readonly end: number;
} {
  const { outline, viewport, rowHeightPx } = scene;
  const count = outline.visible.length;
  const first = Math.floor(viewport.topPx / rowHeightPx);
  const end = Math.ceil((viewport.topPx + viewport.heightPx) / rowHeightPx);
  return { first: Math.min(count, Math.max(0, first)), end: Math.min(count, Math.max(0, end)) };
}

function layoutTier(unit: TickUnit, scale: TimeScale, viewport: Viewport): readonly HeaderCell[] {
  const span = {
    from: toInstant(scale, viewport.leftPx),
    to: toInstant(scale, viewport.leftPx + viewport.widthPx),
  };
  return computeTicks(unit, scale, span).map(({ at, until, label, shorter }) => {
    const x = toPx(scale, at) - viewport.leftPx;
    const width = toPx(scale, until) - viewport.leftPx - x;
    return { x, width, label, shorter };
  });
}

function lineAt(at: Instant, scale: TimeScale, viewport: Viewport): number | undefined {
  const x = toPx(scale, at) - viewport.leftPx;
  return x >= -1 && x <= viewport.widthPx + 1 ? x : undefined;
}

/**
 * A link is drawn when one of its ends lies in a visible row; the other end may lie above or below,
 * and the arrow then runs to the edge. What only passes by says nothing about any row in sight, and
 * hundreds of such lines in a long plan would hide those that do.
 */
function layoutArrows(
  scene: ChartScene,
  context: BarContext,
  window: { readonly first: number; readonly end: number },
): readonly Arrow[] {
  const { links } = scene.view;
  const arrows: Arrow[] = [];
  if (window.end === window.first) return arrows;
  const isSeen = (row: number): boolean => {
    const position = numberAt(scene.outline.positionOf, row);
    return position >= window.first && position < window.end;
  };
  visitLinks(scene.links, links, { first: window.first, last: window.end - 1 }, link => {
    if (!isSeen(numberAt(links.from, link)) && !isSeen(numberAt(links.to, link))) return;
    const arrow = layoutArrow(scene, context, link);
    if (arrow) arrows.push(arrow);
  });
  return arrows;
}

/** Undefined when an end has no dates, or the whole arrow lies left or right of the screen. */
function layoutArrow(scene: ChartScene, context: BarContext, link: number): Arrow | undefined {
  const { view, outline, rowHeightPx, viewport } = scene;
  const fromRow = numberAt(view.links.from, link);
  const toRow = numberAt(view.links.to, link);
  const type = dependencyTypes[numberAt(view.links.type, link)] ?? 'FS';
  const leaving = type === 'FS' || type === 'FF' ? view.rows.finish : view.rows.start;
  const arriving = type === 'FS' || type === 'SS' ? view.rows.start : view.rows.finish;
  const fromX = toPx(scene.scale, numberAt(leaving, fromRow)) - viewport.leftPx;
  const toX = toPx(scene.scale, numberAt(arriving, toRow)) - viewport.leftPx;
  if (!(Math.max(fromX, toX) > -40 && Math.min(fromX, toX) < viewport.widthPx + 40)) {
    return undefined;
  }
  const from = layoutExtent(context, fromRow);
  const to = layoutExtent(context, toRow);
  if (!from || !to) return undefined;
  const middleOf = (row: number): number =>
    (numberAt(outline.positionOf, row) + 0.5) * rowHeightPx - viewport.topPx;
  const points = routeLink({
    type,
    fromX: leaving === view.rows.finish ? from.rightX : from.leftX,
    fromY: middleOf(fromRow),
    toX: arriving === view.rows.start ? to.leftX : to.rightX,
    toY: middleOf(toRow),
    toHalfHeight: to.height / 2,
    toWidth: to.width,
    rowHeight: rowHeightPx,
  });
  return { link, points, isCritical: view.links.isCritical[link] === 1, fromRow, toRow };
}
