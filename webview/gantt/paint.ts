import { handleRoomPx, paintHandles } from './barHandles.ts';
import type { Bar } from './barLayout.ts';
import { fillRect, hatch, snapLine, strokeVertical, type Brush } from './brush.ts';
import { numberAt } from './columnar.ts';
import { paintPointer } from './edgePointer.ts';
import type { PathEmphasis } from './drivingPath.ts';
import type { ChartLayout, ChartScene } from './layout.ts';
import { paintArrows, paintChosen } from './paintArrows.ts';
import { paintBarMarks } from './paintBarMarks.ts';
import { paintBars } from './paintBars.ts';
import { headerPx, paintHeader } from './paintHeader.ts';
import { paintBaseline } from './paintMarks.ts';
import { paintLabels } from './paintLabels.ts';
import {
  besideGhosts,
  paintGhost,
  paintLinkGhost,
  type Ghost,
  type LinkGhost,
} from './paintGhost.ts';
import { undatedReason } from './rowText.ts';

/** What the painter shows besides the plan itself. */
export interface ChartMood {
  /** The row that leads the selection. */
  readonly selectedRow: number;
  readonly isSelected: (row: number) => boolean;
  readonly hoveredPosition: number;
  readonly isCriticalShown: boolean;
  /** What drives the selection; then all else is dimmed, and the critical path is not emphasised. */
  readonly path: PathEmphasis | undefined;
  readonly ghosts: readonly Ghost[];
  readonly linkGhost: LinkGhost | undefined;
  /** The link that is chosen; -1 for none. */
  readonly chosenLink: number;
  readonly canEdit: boolean;
}

/** Paints one frame: background first, the header last and over everything. */
export function paintChart(
  brush: Brush,
  chart: { readonly scene: ChartScene; readonly layout: ChartLayout; readonly mood: ChartMood },
): void {
  const { ctx, palette } = brush;
  const { scene, layout, mood } = chart;
  const { widthPx, heightPx } = scene.viewport;
  ctx.fillStyle = palette.ink.background;
  ctx.fillRect(0, 0, widthPx, heightPx + headerPx);
  ctx.save();
  ctx.translate(0, headerPx);
  paintBands(brush, layout, heightPx);
  paintRows(brush, chart);
  paintLines(brush, layout, heightPx);
  const isDimmed = dimming(mood);
  paintArrows(brush, layout.arrows, {
    selectedRow: mood.selectedRow,
    isCriticalShown: mood.isCriticalShown,
    path: mood.path,
    heightPx,
  });
  paintBaseline(brush, layout.baseline, row => mood.path?.rows.has(row) === false);
  paintBars(brush, layout.bars, isDimmed);
  paintBarMarks(brush, layout, isDimmed);
  const past = new Map(layout.forecast?.map(({ row, pastPx }) => [row, pastPx]));
  paintLabels(brush, besideGhosts(layout.bars, scene, mood.ghosts), {
    widthPx,
    isDimmed,
    groundOf: row => groundOf(brush, moodOf(chart, row)),
    roomOf: row => Math.max(isHandled(chart, row) ? handleRoomPx : 0, past.get(row) ?? 0),
    measure: scene.measure,
  });
  paintUndated(brush, scene, layout);
  paintPointers(brush, chart);
  paintHandlesOfHovered(brush, chart);
  paintChosen(brush, layout.arrows, { link: mood.chosenLink, heightPx });
  for (const ghost of mood.ghosts.toReversed()) paintGhost(brush, scene, ghost);
  if (mood.linkGhost) paintLinkGhost(brush, scene.viewport, mood.linkGhost);
  ctx.restore();
  paintHeader(brush, layout, { widthPx, measure: scene.measure });
}

/** Which bars stand back while others are emphasised. */
function dimming({ path, isCriticalShown }: ChartMood): (bar: Bar) => boolean {
  if (path) return ({ row }) => !path.rows.has(row);
  return ({ isCritical }) => isCriticalShown && !isCritical;
}

/** Weekends and holidays; strokes instead of a tint where tints cannot be told apart. */
function paintBands(brush: Brush, layout: ChartLayout, heightPx: number): void {
  const { ctx, palette } = brush;
  ctx.fillStyle = palette.ink.shade;
  ctx.strokeStyle = palette.ink.shade;
  ctx.lineWidth = 1 / brush.ratio;
  for (const { x, width } of layout.bands) {
    if (!palette.isHighContrast) fillRect(brush, x, 0, [width, heightPx]);
    else {
      ctx.save();
      ctx.beginPath();
      ctx.rect(x, 0, width, heightPx);
      ctx.clip();
      hatch(ctx, { x, y: 0, width, height: heightPx }, 8);
      ctx.restore();
    }
  }
  ctx.strokeStyle = palette.ink.rowLine;
  for (const { x } of layout.upper) if (x > 0) strokeVertical(brush, x, 0, heightPx);
}

function paintRows(brush: Brush, { scene, layout, mood }: Parameters<typeof paintChart>[1]): void {
  const { ctx, palette } = brush;
  const { rowHeightPx, viewport, outline } = scene;
  ctx.strokeStyle = palette.ink.rowLine;
  ctx.lineWidth = 1 / brush.ratio;
  const lines: number[] = [];
  for (let position = layout.firstPosition; position < layout.endPosition; position += 1) {
    const top = position * rowHeightPx - viewport.topPx;
    const shown = moodOf({ scene, mood }, numberAt(outline.visible, position));
    if (shown !== undefined) {
      ctx.fillStyle = palette.ink[shown];
      ctx.fillRect(0, top, viewport.widthPx, rowHeightPx);
    }
    lines.push(snapLine(brush, top + rowHeightPx - 0.5));
  }
  ctx.beginPath();
  for (const y of lines) {
    ctx.moveTo(0, y);
    ctx.lineTo(viewport.widthPx, y);
  }
  ctx.stroke();
}

/** How a row is brought out, where it is. */
function moodOf(
  { scene, mood }: Pick<Parameters<typeof paintChart>[1], 'scene' | 'mood'>,
  row: number,
): 'selected' | 'hover' | undefined {
  if (mood.isSelected(row)) return 'selected';
  return numberAt(scene.outline.positionOf, row) === mood.hoveredPosition ? 'hover' : undefined;
}

function groundOf({ palette }: Brush, mood: ReturnType<typeof moodOf>): string {
  if (mood === undefined) return palette.ink.background;
  return mood === 'selected' ? palette.ink.selectedGround : palette.ink.hoverGround;
}

function paintLines(brush: Brush, layout: ChartLayout, heightPx: number): void {
  const { ctx, palette } = brush;
  if (layout.statusX !== undefined) {
    ctx.fillStyle = palette.ink.status;
    for (let y = 0; y < heightPx; y += 8) fillRect(brush, layout.statusX - 0.5, y, [1, 5]);
  }
  if (layout.todayX !== undefined) {
    ctx.fillStyle = palette.ink.today;
    fillRect(brush, layout.todayX - 0.75, 0, [1.5, heightPx]);
  }
}

/** The row that is selected, and the one under the pointer, say where their bars are. */
function paintPointers(
  brush: Brush,
  { scene, layout, mood }: Parameters<typeof paintChart>[1],
): void {
  for (const bar of layout.bars) {
    const isLookedAt = moodOf({ scene, mood }, bar.row) !== undefined;
    if (isLookedAt) paintPointer(brush, bar, scene.viewport.widthPx);
  }
}

/** The bar under the pointer shows what it can be taken by, while nothing is in hand. */
function paintHandlesOfHovered(brush: Brush, chart: Parameters<typeof paintChart>[1]): void {
  const bar = chart.layout.bars.find(each => isHandled(chart, each.row));
  if (bar) paintHandles(brush, bar);
}

function isHandled({ scene, mood }: Parameters<typeof paintChart>[1], row: number): boolean {
  if (!mood.canEdit || mood.ghosts.length > 0 || mood.linkGhost) return false;
  return numberAt(scene.outline.positionOf, row) === mood.hoveredPosition;
}

/** Rows without dates say why, at the left edge where they are looked for. */
function paintUndated(brush: Brush, scene: ChartScene, layout: ChartLayout): void {
  const { ctx, palette } = brush;
  ctx.font = `italic ${palette.font}`;
  ctx.textBaseline = 'middle';
  ctx.fillStyle = palette.ink.labelMuted;
  ctx.strokeStyle = palette.ink.background;
  ctx.lineWidth = 3;
  for (let position = layout.firstPosition; position < layout.endPosition; position += 1) {
    const reason = undatedReason(scene.view, numberAt(scene.outline.visible, position));
    if (reason === undefined) continue;
    const middle = (position + 0.5) * scene.rowHeightPx - scene.viewport.topPx;
    ctx.strokeText(reason, 10, middle + 0.5);
    ctx.fillText(reason, 10, middle + 0.5);
  }
}
