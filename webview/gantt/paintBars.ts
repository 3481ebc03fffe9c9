import { diamondPx, type Bar, type BarPart } from './barLayout.ts';
import { fillRect, hatch, snap, traceDiamond, type Brush } from './brush.ts';

const cornerPx = 3;

/** Bars, brackets, diamonds, float and deadlines; the labels come after, on top of all of them. */
export function paintBars(
  brush: Brush,
  bars: readonly Bar[],
  isDimmed: (bar: Bar) => boolean,
): void {
  for (const bar of bars) {
    brush.ctx.globalAlpha = isDimmed(bar) ? 0.4 : 1;
    paintFloat(brush, bar);
    if (bar.shape === 'task') paintTask(brush, bar);
    else if (bar.shape === 'milestone') paintDiamond(brush, bar, bar.x);
    else paintBracket(brush, bar);
    paintDeadline(brush, bar);
  }
  brush.ctx.globalAlpha = 1;
}

/** Split work is a box for each of its parts, with dots over the pauses between. */
function paintTask(brush: Brush, bar: Bar): void {
  if (bar.parts.length === 0) {
    paintBox(brush, bar, bar);
    return;
  }
  const { ink } = brush.palette;
  brush.ctx.fillStyle = bar.isCritical ? ink.criticalEdge : ink.taskEdge;
  for (const { gap } of bar.parts) paintDots(brush, gap, bar.middleY);
  for (const part of bar.parts) paintBox(brush, bar, part);
}

const dotPx = 1.5;
const dotStepPx = 4;

/** Dots as squares: a dashed stroke would be blurred where it is one pixel high. */
function paintDots(
  brush: Brush,
  { x, width }: { readonly x: number; readonly width: number },
  y: number,
): void {
  for (let at = dotStepPx / 2; at < width - dotPx; at += dotStepPx) {
    fillRect(brush, x + at, y - dotPx / 2, [dotPx, dotPx]);
  }
}

function paintBox(brush: Brush, bar: Bar, part: Pick<BarPart, 'x' | 'width' | 'doneWidth'>): void {
  const { ctx, palette } = brush;
  const { ink } = palette;
  const isDone = bar.status === 'done';
  const left = snap(brush, part.x);
  const top = snap(brush, bar.middleY - bar.height / 2);
  const right = snap(brush, part.x + part.width);
  const width = Math.max(2, right - left);
  const height = snap(brush, bar.middleY + bar.height / 2) - top;
  const radius = Math.min(cornerPx, width / 2);
  const inks = isDone
    ? { base: ink.done, done: ink.done, edge: ink.doneEdge }
    : bar.isCritical
      ? { base: ink.critical, done: ink.criticalDone, edge: ink.criticalEdge }
      : { base: ink.task, done: ink.taskDone, edge: ink.taskEdge };
  ctx.beginPath();
  ctx.roundRect(left, top, width, height, radius);
  ctx.fillStyle = inks.base;
  ctx.fill();
  if (part.doneWidth > 0.5 && !isDone) {
    ctx.beginPath();
    const doneWidth = Math.min(width, part.doneWidth);
    const square = doneWidth > width - 1 ? radius : 0;
    ctx.roundRect(left, top, doneWidth, height, [radius, square, square, radius]);
    ctx.fillStyle = inks.done;
    ctx.fill();
  }
  if (bar.status === 'blocked') paintBlocked(brush, { x: left, y: top, width, height });
  paintEdge(brush, { x: left, y: top, width, height, radius }, { edge: inks.edge, bar });
  if (isDone && width >= 18) paintTick(brush, left + width / 2, bar.middleY, ink.doneEdge);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A critical bar has a thick edge, so that it is known without its colour too. */
function paintEdge(
  brush: Brush,
  box: Box & { readonly radius: number },
  { edge, bar }: { readonly edge: string; readonly bar: Bar },
): void {
  const { ctx } = brush;
  const line = bar.isCritical && bar.status !== 'done' ? 2 : 1;
  ctx.lineWidth = line;
  ctx.strokeStyle = edge;
  ctx.beginPath();
  const inset = line / 2;
  ctx.roundRect(
    box.x + inset,
    box.y + inset,
    Math.max(0.5, box.width - line),
    box.height - line,
    Math.max(0, box.radius - inset),
  );
  ctx.stroke();
}

function paintBlocked(brush: Brush, box: Box): void {
  const { ctx, palette } = brush;
  ctx.save();
  ctx.beginPath();
  ctx.roundRect(box.x, box.y, box.width, box.height, cornerPx);
  ctx.clip();
  ctx.strokeStyle = palette.ink.label;
  ctx.lineWidth = 1;
  hatch(ctx, box, 6);
  ctx.restore();
}

function paintTick(brush: Brush, x: number, y: number, color: string): void {
  const { ctx } = brush;
  ctx.strokeStyle = color;
  ctx.lineWidth = 1.75;
  ctx.beginPath();
  ctx.moveTo(x - 4, y);
  ctx.lineTo(x - 1, y + 3);
  ctx.lineTo(x + 4.5, y - 3.5);
  ctx.stroke();
}

/** A bracket with a hook at each end; a group ends in the diamond of its milestone. */
function paintBracket(brush: Brush, bar: Bar): void {
  const { ctx, palette } = brush;
  const color = palette.ink[bar.shape === 'group' ? 'group' : 'summary'];
  const top = snap(brush, bar.middleY - 5);
  const left = snap(brush, bar.x);
  const right = snap(brush, bar.x + bar.width);
  const hook = Math.min(5, (right - left) / 2);
  ctx.fillStyle = palette.ink.background;
  fillRect(brush, left, top, [right - left, 5]);
  ctx.fillStyle = color;
  const { globalAlpha } = ctx;
  ctx.globalAlpha = globalAlpha * 0.5;
  ctx.beginPath();
  ctx.moveTo(left, top);
  ctx.lineTo(right, top);
  ctx.lineTo(right, top + 10);
  ctx.lineTo(right - hook, top + 5);
  ctx.lineTo(left + hook, top + 5);
  ctx.lineTo(left, top + 10);
  ctx.closePath();
  ctx.fill();
  ctx.globalAlpha = globalAlpha;
  if (bar.doneWidth > 1) fillRect(brush, left, top, [bar.doneWidth, 5]);
  if (bar.isCritical) {
    ctx.fillStyle = palette.ink.criticalEdge;
    fillRect(brush, left, top - 2.5, [right - left, 1.5]);
  }
  if (bar.shape === 'group') paintDiamond(brush, bar, bar.x + bar.width);
}

/** Filled once it is reached. */
function paintDiamond(brush: Brush, bar: Bar, x: number): void {
  const { ctx, palette } = brush;
  const isReached = bar.status === 'done';
  const edge = bar.isCritical ? palette.ink.criticalEdge : palette.ink.milestone;
  traceDiamond(ctx, x, bar.middleY, diamondPx / 2 + 2);
  ctx.fillStyle = palette.ink.background;
  ctx.fill();
  traceDiamond(ctx, x, bar.middleY, diamondPx / 2);
  ctx.fillStyle = edge;
  ctx.fill();
  if (bar.isCritical && !isReached) {
    traceDiamond(ctx, x, bar.middleY, diamondPx / 2 - 3);
    ctx.fillStyle = palette.ink.background;
    ctx.fill();
  }
  if (isReached) paintTick(brush, x - 0.5, bar.middleY + 0.5, palette.ink.background);
}

/** A thin line below the label that ends in a bar across: until here it may slip. */
function paintFloat(brush: Brush, bar: Bar): void {
  if (!bar.float) return;
  const { ctx, palette } = brush;
  ctx.fillStyle = palette.ink.float;
  const y = bar.middleY + 9;
  fillRect(brush, bar.float.x, y, [bar.float.width, 1.5]);
  fillRect(brush, bar.float.x + bar.float.width - 1.5, y - 3.5, [1.5, 5]);
}

/** A pennant at the day: hollow while it holds, filled once it is missed. */
function paintDeadline(brush: Brush, bar: Bar): void {
  if (!bar.deadline) return;
  const { ctx, palette } = brush;
  const { x, isMissed } = bar.deadline;
  const top = bar.rowTop + 4;
  const color = isMissed ? palette.ink.missed : palette.ink.deadline;
  ctx.fillStyle = color;
  ctx.strokeStyle = color;
  ctx.lineWidth = 1.25;
  fillRect(brush, x - 0.75, top, [1.5, bar.middleY * 2 - bar.rowTop * 2 - 8]);
  ctx.beginPath();
  ctx.moveTo(x, top);
  ctx.lineTo(x - 7, top + 3.5);
  ctx.lineTo(x, top + 7);
  ctx.closePath();
  if (isMissed) ctx.fill();
  else {
    ctx.fillStyle = palette.ink.background;
    ctx.fill();
    ctx.stroke();
  }
}
