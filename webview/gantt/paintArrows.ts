import type { Brush } from './brush.ts';
import { numberAt } from './columnar.ts';
import type { PathEmphasis } from './drivingPath.ts';
import { endsOfArrow, type Arrow } from './layout.ts';
import type { PaintContext } from './paintContext.ts';

const cornerPx = 4;
const headPx = 4.5;
const endRadiusPx = 5;
/** Of arrows that nobody has asked about: they are there, and stay behind bars and words. */
const calmAlpha = 0.7;

/** What is brought forward: a person looks at a row, or at the critical path. */
export interface ArrowEmphasis {
  readonly selectedRow: number;
  readonly isCriticalShown: boolean;
  readonly path: PathEmphasis | undefined;
  readonly heightPx: number;
}

/** All arrows of one colour are one path; the important ones come last, on top. */
export function paintArrows(brush: Brush, arrows: readonly Arrow[], emphasis: ArrowEmphasis): void {
  if (emphasis.path) {
    paintPath(brush, arrows, { path: emphasis.path, heightPx: emphasis.heightPx });
    return;
  }
  const { ink, isHighContrast } = brush.palette;
  const touches = (arrow: Arrow): boolean =>
    arrow.fromRow === emphasis.selectedRow || arrow.toRow === emphasis.selectedRow;
  const calm = arrows.filter(arrow => !arrow.isCritical && !touches(arrow));
  const critical = arrows.filter(arrow => arrow.isCritical && !touches(arrow));
  const selected = arrows.filter(touches);
  brush.ctx.globalAlpha = emphasis.isCriticalShown ? 0.35 : isHighContrast ? 1 : calmAlpha;
  paintGroup(brush, calm, { color: ink.link, width: 1, heightPx: emphasis.heightPx });
  brush.ctx.globalAlpha = 1;
  const criticalWidth = emphasis.isCriticalShown || isHighContrast ? 2 : 1.25;
  paintGroup(brush, critical, {
    color: ink.linkCritical,
    width: criticalWidth,
    heightPx: emphasis.heightPx,
  });
  paintGroup(brush, selected, {
    color: ink.linkSelected,
    width: 1.75,
    heightPx: emphasis.heightPx,
  });
}

/** The link that is chosen, with a ring at either end to take it by. */
export function paintChosen(
  brush: Brush,
  arrows: readonly Arrow[],
  { link, heightPx }: { readonly link: number; readonly heightPx: number },
): void {
  const arrow = link < 0 ? undefined : arrows.find(each => each.link === link);
  if (!arrow) return;
  const { ctx, palette } = brush;
  paintGroup(brush, [arrow], { color: palette.ink.linkSelected, width: 2.5, heightPx });
  ctx.fillStyle = palette.ink.background;
  ctx.lineWidth = 2;
  const { from, to } = endsOfArrow(arrow);
  for (const { x, y } of [from, to]) {
    ctx.beginPath();
    ctx.arc(x, y, endRadiusPx, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
  }
}

/** What drives comes forward, and all else stands far back. */
function paintPath(
  brush: Brush,
  arrows: readonly Arrow[],
  { path, heightPx }: { readonly path: PathEmphasis; readonly heightPx: number },
): void {
  const { ink } = brush.palette;
  const drives = (arrow: Arrow): boolean => path.isDriving(arrow.fromRow, arrow.toRow);
  const others = arrows.filter(arrow => !drives(arrow));
  brush.ctx.globalAlpha = 0.25;
  paintGroup(brush, others, { color: ink.link, width: 1, heightPx });
  brush.ctx.globalAlpha = 1;
  paintGroup(brush, arrows.filter(drives), { color: ink.linkSelected, width: 2.25, heightPx });
}

interface Stroke {
  readonly color: string;
  readonly width: number;
  readonly heightPx: number;
}

function paintGroup(brush: Brush, arrows: readonly Arrow[], stroke: Stroke): void {
  if (arrows.length === 0) return;
  const { ctx } = brush;
  ctx.strokeStyle = stroke.color;
  ctx.fillStyle = stroke.color;
  ctx.lineWidth = stroke.width;
  ctx.beginPath();
  for (const { points } of arrows) traceRoute(ctx, points, stroke.heightPx);
  ctx.stroke();
  ctx.beginPath();
  for (const { points } of arrows) traceHead(ctx, points, stroke.heightPx);
  ctx.fill();
}

/** Runs far outside the screen are cut short: long strokes cost time though nobody sees them. */
function clampY(y: number, heightPx: number): number {
  return Math.min(heightPx + 60, Math.max(-60, y));
}

function traceRoute(ctx: PaintContext, points: readonly number[], height: number): void {
  const last = points.length - 2;
  ctx.moveTo(numberAt(points, 0), clampY(numberAt(points, 1), height));
  for (let i = 2; i < last; i += 2) {
    const x = numberAt(points, i);
    const y = clampY(numberAt(points, i + 1), height);
    const before = Math.hypot(
      x - numberAt(points, i - 2),
      y - clampY(numberAt(points, i - 1), height),
    );
    const after = Math.hypot(
      numberAt(points, i + 2) - x,
      clampY(numberAt(points, i + 3), height) - y,
    );
    const radius = Math.min(cornerPx, before / 2, after / 2);
    const nextY = clampY(numberAt(points, i + 3), height);
    if (radius > 0.5) ctx.arcTo(x, y, numberAt(points, i + 2), nextY, radius);
    else ctx.lineTo(x, y);
  }
  ctx.lineTo(numberAt(points, last), clampY(numberAt(points, last + 1), height));
}

function traceHead(ctx: PaintContext, points: readonly number[], height: number): void {
  const last = points.length - 2;
  const x = numberAt(points, last);
  const y = numberAt(points, last + 1);
  if (y < -10 || y > height + 10) return;
  const dx = Math.sign(x - numberAt(points, last - 2));
  const dy = dx === 0 ? Math.sign(y - numberAt(points, last - 1)) : 0;
  const backX = x - dx * headPx * 1.4;
  const backY = y - dy * headPx * 1.4;
  ctx.moveTo(x, y);
  ctx.lineTo(backX + dy * headPx * 0.75, backY + dx * headPx * 0.75);
  ctx.lineTo(backX - dy * headPx * 0.75, backY - dx * headPx * 0.75);
  ctx.closePath();
}
