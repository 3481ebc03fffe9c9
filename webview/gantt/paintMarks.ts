import { assertNever } from '../../src/core/base/assertNever.ts';
import type { ActualStrip } from './actualLayout.ts';
import type { BaselineMark } from './baselineLayout.ts';
import { fillRect, snap, traceDiamond, type Brush } from './brush.ts';
import type { ConstraintMark } from './constraintLayout.ts';

const stripPx = 3;
/** Height of a bar of the baseline, and half of its diamond's. */
const ghostPx = 3;
/** Half of the height of a sign, and the length of its point. */
const signPx = 3.5;

/** What really happened: a strip that ends in a point while it goes on. */
export function paintActuals(
  brush: Brush,
  strips: readonly ActualStrip[],
  isDimmed: (row: number) => boolean,
): void {
  const { ctx, palette } = brush;
  for (const { row, stretches, isOver, y } of strips) {
    ctx.globalAlpha = isDimmed(row) ? 0.4 : 1;
    const top = y - stripPx / 2;
    ctx.fillStyle = palette.ink.background;
    for (const { x, width } of stretches) fillRect(brush, x, top - 1, [width, stripPx + 1]);
    ctx.fillStyle = palette.ink.actual;
    for (const { x, width } of stretches) fillRect(brush, x, top, [width, stripPx]);
    const first = stretches[0];
    if (first) fillRect(brush, first.x, top - 2, [1.5, stripPx + 2]);
    const last = stretches.at(-1);
    if (!last) continue;
    const end = last.x + last.width;
    if (isOver) fillRect(brush, end - 1.5, top - 2, [1.5, stripPx + 2]);
    else {
      ctx.beginPath();
      ctx.moveTo(end - 0.5, y - stripPx);
      ctx.lineTo(end + stripPx + 1, y);
      ctx.lineTo(end - 0.5, y + stripPx);
      ctx.closePath();
      ctx.fill();
    }
  }
  ctx.globalAlpha = 1;
}

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
      traceDiamond(ctx, x, middleY - 1.5, ghostPx + 1);
      ctx.fill();
    } else fillRect(brush, x, middleY - ghostPx / 2, [width, ghostPx]);
  }
  ctx.globalAlpha = 1;
}

/**
 * Points show which way a row may go from the date, and point at it from both sides where it must be
 * there; hollow ones hold its finish.
 */
export function paintConstraints(
  brush: Brush,
  marks: readonly ConstraintMark[],
  isDimmed: (row: number) => boolean,
): void {
  const { ctx, palette } = brush;
  for (const mark of marks) {
    ctx.globalAlpha = isDimmed(mark.row) ? 0.4 : 1;
    ctx.strokeStyle = palette.ink.background;
    ctx.lineWidth = 3;
    traceSign(brush, mark);
    ctx.stroke();
    ctx.fillStyle = mark.isFinish ? palette.ink.background : palette.ink.constraint;
    ctx.fill();
    ctx.strokeStyle = palette.ink.constraint;
    ctx.lineWidth = 1.25;
    ctx.stroke();
    paintStem(brush, mark);
  }
  ctx.globalAlpha = 1;
}

/** The line at the date itself, from the sign to the bar; what has no date has none. */
function paintStem(brush: Brush, { side, x, y, middleY }: ConstraintMark): void {
  if (side === 'late') return;
  brush.ctx.fillStyle = brush.palette.ink.constraint;
  const [top, bottom] = y < middleY ? [y - signPx, middleY - 3] : [middleY + 3, y + signPx];
  fillRect(brush, x - 0.75, top, [1.5, bottom - top]);
}

function traceSign(brush: Brush, { side, x: at, y }: ConstraintMark): void {
  const { ctx } = brush;
  const x = snap(brush, at);
  const long = signPx * 1.7;
  ctx.beginPath();
  switch (side) {
    case 'from':
      tracePoint(brush, x + 0.5, y, long);
      break;
    case 'until':
      tracePoint(brush, x - 0.5, y, -long);
      break;
    case 'on':
      tracePoint(brush, x + long, y, -long);
      tracePoint(brush, x - long, y, long);
      break;
    case 'late':
      tracePoint(brush, x - 2 * long, y, long);
      tracePoint(brush, x - long, y, long);
      break;
    case 'pin':
      ctx.rect(x - 3, y - 3, 6, 6);
      break;
    default:
      assertNever(side);
  }
}

/** A triangle with its base at `x`; to the left for a length below zero. */
function tracePoint({ ctx }: Brush, x: number, y: number, lengthPx: number): void {
  ctx.moveTo(x, y - signPx);
  ctx.lineTo(x + lengthPx, y);
  ctx.lineTo(x, y + signPx);
  ctx.closePath();
}
