import type { Bar } from './barLayout.ts';
import type { Brush } from './brush.ts';
import { keepInRow } from './keepInRow.ts';

const warningPx = 16;

/** Arrows and lines stop short of the text by so much. */
const rimPx = 3;

/**
 * Titles and people beside the bars, with a sign before those that have a problem. A rim in the colour
 * of the ground keeps them readable where arrows and lines run behind them.
 */
export function paintLabels(
  brush: Brush,
  bars: readonly Bar[],
  chart: {
    readonly widthPx: number;
    readonly isDimmed: (bar: Bar) => boolean;
    /** The colour that the labels of a row stand on. */
    readonly groundOf: (row: number) => string;
    /** How far the label of a row steps aside, in pixels. */
    readonly roomOf: (row: number) => number;
    readonly measure: (text: string) => number;
  },
): void {
  const { ctx, palette } = brush;
  ctx.font = palette.font;
  ctx.textBaseline = 'middle';
  ctx.lineWidth = 2 * rimPx;
  ctx.lineJoin = 'round';
  for (const bar of bars) {
    const { text, note } = bar.label;
    let x = Math.max(bar.label.x, bar.rightX + chart.roomOf(bar.row) + 4);
    if (x > chart.widthPx) continue;
    const y = bar.middleY + 0.5;
    ctx.globalAlpha = chart.isDimmed(bar) ? 0.5 : 1;
    if (bar.hasProblem) {
      paintWarning(brush, x + 6, y);
      x += warningPx;
    }
    const width = chart.measure(text);
    ctx.strokeStyle = chart.groundOf(bar.row);
    if (x + width > 0) {
      const left = x;
      keepInRow(ctx, { text, x, y }, () => {
        ctx.strokeText(text, left, y);
        ctx.fillStyle = palette.ink.label;
        ctx.fillText(text, left, y);
      });
    }
    const rest = restOf(bar.status === 'blocked', note);
    if (rest !== '' && x + width < chart.widthPx) {
      ctx.strokeText(rest, x + width + 8, y);
      ctx.fillStyle = palette.ink.labelMuted;
      ctx.fillText(rest, x + width + 8, y);
    }
  }
  ctx.globalAlpha = 1;
}

function restOf(isBlocked: boolean, note: string): string {
  if (!isBlocked) return note;
  return note === '' ? 'blocked' : `blocked · ${note}`;
}

/** A small triangle with an exclamation mark. */
function paintWarning(brush: Brush, x: number, y: number): void {
  const { ctx, palette } = brush;
  ctx.fillStyle = palette.ink.warning;
  ctx.beginPath();
  ctx.moveTo(x, y - 6);
  ctx.lineTo(x + 6.5, y + 5);
  ctx.lineTo(x - 6.5, y + 5);
  ctx.closePath();
  ctx.fill();
  ctx.fillStyle = palette.ink.background;
  ctx.fillRect(x - 0.75, y - 2.5, 1.5, 4);
  ctx.fillRect(x - 0.75, y + 2.5, 1.5, 1.5);
}
