import { assertNever } from '../../src/core/base/assertNever.ts';
import { fillRect, strokeVertical, type Brush } from './brush.ts';
import type { GridText } from './gridPicture.ts';
import { keepInRow } from './keepInRow.ts';
import { rowHeightPx } from './layout.ts';
import { paintChart } from './paint.ts';
import { headerPx } from './paintHeader.ts';
import type { Ink } from './palette.ts';
import type { ChartPicture } from './picture.ts';

/** The timeline by the chart's own painters, then the table over what runs out at its left. */
export function paintPicture(brush: Brush, picture: ChartPicture): void {
  const { ctx, palette } = brush;
  const { grid, widthPx, heightPx } = picture;
  ctx.fillStyle = palette.ink.background;
  ctx.fillRect(0, 0, widthPx, heightPx);
  ctx.save();
  clipTo(brush, { x: grid.widthPx, y: 0, width: widthPx - grid.widthPx, height: heightPx });
  ctx.translate(grid.widthPx, 0);
  paintChart(brush, picture);
  ctx.restore();
  if (grid.widthPx > 0) paintGrid(brush, picture);
}

function paintGrid(brush: Brush, picture: ChartPicture): void {
  const { ctx, palette } = brush;
  const { grid, heightPx } = picture;
  const { widthPx } = grid;
  const hairPx = 1 / brush.ratio;
  ctx.save();
  clipTo(brush, { x: 0, y: headerPx, width: widthPx, height: heightPx - headerPx });
  paintRowLines(brush, picture);
  paintTexts(brush, grid.texts);
  ctx.restore();
  ctx.save();
  ctx.fillStyle = palette.ink.header;
  ctx.fillRect(0, 0, widthPx, headerPx);
  paintTexts(brush, grid.head);
  ctx.fillStyle = palette.ink.line;
  fillRect(brush, 0, headerPx - 1, [widthPx, hairPx]);
  ctx.strokeStyle = palette.ink.line;
  ctx.lineWidth = hairPx;
  strokeVertical(brush, widthPx - 1, 0, heightPx);
  ctx.restore();
}

function paintRowLines(brush: Brush, { grid, layout, scene }: ChartPicture): void {
  brush.ctx.fillStyle = brush.palette.ink.rowLine;
  for (let position = layout.firstPosition; position < layout.endPosition; position += 1) {
    const bottom = headerPx + (position + 1) * rowHeightPx - scene.viewport.topPx;
    fillRect(brush, 0, bottom - 1, [grid.widthPx, 1 / brush.ratio]);
  }
}

function paintTexts({ ctx, palette }: Brush, texts: readonly GridText[]): void {
  const { ink, font, strongFont } = palette;
  ctx.textBaseline = 'middle';
  for (const { x, y, text, look } of texts) {
    ctx.font = ['strong', 'alarming', 'critical'].includes(look) ? strongFont : font;
    ctx.fillStyle = colorOf(ink, look);
    keepInRow(ctx, { text, x, y }, () => ctx.fillText(text, x, y + 0.5));
  }
}

function colorOf(ink: Ink, look: GridText['look']): string {
  switch (look) {
    case 'strong':
    case 'plain':
      return ink.label;
    case 'muted':
      return ink.labelMuted;
    case 'alarming':
      return ink.missedText;
    case 'overdue':
      return ink.overdue;
    case 'critical':
      return ink.criticalText;
    default:
      return assertNever(look);
  }
}

function clipTo(
  { ctx }: Brush,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): void {
  ctx.beginPath();
  ctx.rect(box.x, box.y, box.width, box.height);
  ctx.clip();
}
