import type { Instant } from '../../src/core/model/instant.ts';
import { diamondPx, labelGapPx, taskHeightPx, type Bar } from './barLayout.ts';
import { numberAt } from './columnar.ts';
import { traceDiamond, type Brush } from './brush.ts';
import type { ChartScene } from './layout.ts';
import { headerPx } from './paintHeader.ts';
import { toPx } from './timeScale.ts';

/** Where a dragged bar would come to lie, and what is said about it. */
export interface Ghost {
  readonly row: number;
  /** The line that it lies in, where it is of no row. */
  readonly position?: number;
  readonly start: Instant;
  readonly finish: Instant;
  readonly isPoint: boolean;
  /** What is said about it; none for one that moves along with another. */
  readonly lines: readonly string[];
  /** True for what is not in hand and would move for the sake of what is. */
  readonly isFollower: boolean;
}

/** A link that is being drawn, in pixels below the header. */
export interface LinkGhost {
  readonly from: { readonly x: number; readonly y: number };
  /** The end of the bar that it would meet. */
  readonly to: { readonly x: number; readonly y: number } | undefined;
  /** Where the pointer is, with the header. */
  readonly pointer: { readonly x: number; readonly y: number };
  /** What is said of it. */
  readonly lines: readonly string[];
  /** True where it cannot be; then the bars of the circle that it would close are there to be shown. */
  readonly isRefused: boolean;
  readonly circle: readonly Bar[];
}

/** From one line of a plate to the next. */
const plateLinePx = 17;

/** A dashed outline over the chart, and a plate with the new dates above it. */
export function paintGhost(brush: Brush, scene: ChartScene, ghost: Ghost): void {
  const position = ghost.position ?? numberAt(scene.outline.positionOf, ghost.row);
  if (position < 0) return;
  const { ctx, palette } = brush;
  const { viewport, scale, rowHeightPx } = scene;
  const x = toPx(scale, ghost.start) - viewport.leftPx;
  const right = Math.max(x + 4, toPx(scale, ghost.finish) - viewport.leftPx);
  const middle = (position + 0.5) * rowHeightPx - viewport.topPx;
  if (ghost.isPoint) traceDiamond(ctx, right, middle, diamondPx / 2 + 1);
  else {
    ctx.beginPath();
    ctx.roundRect(x, middle - taskHeightPx / 2, right - x, taskHeightPx, 3);
  }
  ctx.strokeStyle = palette.ink.ghost;
  ctx.lineWidth = 1.5;
  ctx.fillStyle = palette.ink.ghost;
  ctx.globalAlpha = ghost.isFollower ? 0.1 : 0.3;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.setLineDash([4, 3]);
  ctx.stroke();
  ctx.setLineDash([]);
  if (ghost.lines.length === 0) return;
  const above = middle - rowHeightPx / 2 - plateHeightPx(ghost.lines) - 1;
  // What follows lies below, mostly: without room above, the plate stands beside the bar.
  const place = above > 2 ? { x, y: above } : { x: right + 12, y: 2 };
  paintPlate(brush, { ...place, lines: ghost.lines, widthPx: viewport.widthPx });
}

/** A dashed line from the handle to the bar that would be met, or else to the pointer. */
export function paintLinkGhost(
  brush: Brush,
  { widthPx, heightPx }: Pick<ChartScene['viewport'], 'widthPx' | 'heightPx'>,
  ghost: LinkGhost,
): void {
  const { ctx, palette } = brush;
  const { from, pointer, isRefused } = ghost;
  const to = ghost.to ?? { x: pointer.x, y: pointer.y - headerPx };
  const color = isRefused ? palette.ink.missed : palette.ink.ghost;
  ctx.strokeStyle = color;
  ctx.fillStyle = color;
  ctx.lineWidth = 2;
  for (const bar of ghost.circle) ringBar(brush, bar);
  ctx.setLineDash([5, 3]);
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.lineTo(to.x, to.y);
  ctx.stroke();
  ctx.setLineDash([]);
  for (const { x, y } of ghost.to && !isRefused ? [from, ghost.to] : [from]) {
    ctx.beginPath();
    ctx.arc(x, y, 4.5, 0, 2 * Math.PI);
    ctx.fill();
  }
  if (isRefused && ghost.to) strikeOut(brush, ghost.to);
  const below = pointer.y - headerPx + 18;
  const plateHeight = plateHeightPx(ghost.lines);
  // At the lower edge it stands above the pointer.
  const isInside = below + plateHeight <= heightPx - 2;
  const y = isInside ? below : Math.max(2, pointer.y - headerPx - plateHeight - 10);
  paintPlate(brush, { x: pointer.x + 12, y, lines: ghost.lines, widthPx });
}

/** Around a bar that the circle goes through. */
function ringBar({ ctx }: Brush, bar: Bar): void {
  ctx.beginPath();
  const height = bar.height + 6;
  ctx.roundRect(bar.leftX - 3, bar.middleY - height / 2, bar.rightX - bar.leftX + 6, height, 4);
  ctx.stroke();
}

/** A cross where nothing can be joined, which colour alone would not say. */
function strikeOut({ ctx }: Brush, { x, y }: { readonly x: number; readonly y: number }): void {
  const arm = 5.5;
  ctx.lineWidth = 2.5;
  ctx.beginPath();
  ctx.moveTo(x - arm, y - arm);
  ctx.lineTo(x + arm, y + arm);
  ctx.moveTo(x - arm, y + arm);
  ctx.lineTo(x + arm, y - arm);
  ctx.stroke();
}

function paintPlate(
  brush: Brush,
  plate: {
    readonly x: number;
    readonly y: number;
    readonly lines: readonly string[];
    readonly widthPx: number;
  },
): void {
  const { ctx, palette } = brush;
  ctx.textBaseline = 'middle';
  // The first line is about the bar itself.
  const fontOf = (line: number): string => (line === 0 ? palette.strongFont : palette.font);
  const widths = plate.lines.map((text, line) => {
    ctx.font = fontOf(line);
    return ctx.measureText(text).width;
  });
  const width = Math.max(...widths) + 16;
  const x = Math.max(2, Math.min(plate.x, plate.widthPx - width - 2));
  ctx.beginPath();
  ctx.roundRect(x, plate.y, width, plateHeightPx(plate.lines), 4);
  ctx.fillStyle = palette.ink.ghostBackground;
  ctx.fill();
  ctx.strokeStyle = palette.ink.ghost;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.fillStyle = palette.ink.ghostText;
  for (const [line, text] of plate.lines.entries()) {
    ctx.font = fontOf(line);
    ctx.fillText(text, x + 8, plate.y + 11.5 + line * plateLinePx);
  }
}

function plateHeightPx(lines: readonly string[]): number {
  return 22 + (lines.length - 1) * plateLinePx;
}

/** A label steps aside for what the bar of its row would be. */
export function besideGhosts(
  bars: readonly Bar[],
  { scale, viewport }: Pick<ChartScene, 'scale' | 'viewport'>,
  ghosts: readonly Ghost[],
): readonly Bar[] {
  if (ghosts.length === 0) return bars;
  const ends = new Map(
    ghosts.map(({ row, finish, isPoint }) => {
      const x = toPx(scale, finish) - viewport.leftPx;
      return [row, x + (isPoint ? diamondPx : labelGapPx)];
    }),
  );
  return bars.map(bar => {
    const x = Math.max(bar.label.x, ends.get(bar.row) ?? -Infinity);
    return x === bar.label.x ? bar : { ...bar, label: { ...bar.label, x } };
  });
}
