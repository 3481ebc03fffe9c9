import type { GanttView } from '../../../src/core/views/ganttView.ts';
import type { ChartUnderTest } from './chartUnderTest.ts';

const rowPx = 28;
const rowsInBucket = 32;
const zoomStep = 1.1;

/** The least that draws such a chart: visible rows and the links of their buckets, on one canvas. */
export const chart: ChartUnderTest = {
  mount: (host, view) => {
    const canvas = document.createElement('canvas');
    canvas.width = innerWidth;
    canvas.height = innerHeight;
    host.append(canvas);
    const ctx = canvas.getContext('2d', { alpha: false });
    const buckets = bucketLinks(view);
    let left = 0;
    let top = 0;
    let pxPerMinute = 40 / 1440;
    const draw = (): void => {
      if (ctx) drawFrame(ctx, view, { buckets, left, top, pxPerMinute });
    };
    draw();
    return {
      moveBy: (axis, px) => {
        if (axis === 'x') left += px;
        else top = Math.min(top + px, Math.max(0, view.rows.count * rowPx - innerHeight));
        draw();
      },
      zoom: isCloser => {
        pxPerMinute *= isCloser ? zoomStep : 1 / zoomStep;
        draw();
      },
    };
  },
};

interface BareFrame {
  readonly buckets: readonly (readonly number[])[];
  readonly left: number;
  readonly top: number;
  readonly pxPerMinute: number;
}

function bucketLinks(view: GanttView): readonly (readonly number[])[] {
  const buckets: number[][] = Array.from(
    { length: Math.ceil(view.rows.count / rowsInBucket) },
    () => [],
  );
  for (let link = 0; link < view.links.count; link += 1) {
    buckets[Math.floor((view.links.to[link] ?? 0) / rowsInBucket)]?.push(link);
  }
  return buckets;
}

function drawFrame(ctx: CanvasRenderingContext2D, view: GanttView, state: BareFrame): void {
  const { width, height } = ctx.canvas;
  const x = (at: number): number => (at - view.start) * state.pxPerMinute - state.left + 500;
  const y = (row: number): number => row * rowPx - state.top;
  const { rows, links } = view;
  ctx.fillStyle = '#1f1f1f';
  ctx.fillRect(0, 0, width, height);
  const first = Math.floor(state.top / rowPx);
  const last = Math.min(rows.count - 1, Math.ceil((state.top + height) / rowPx));
  ctx.font = '12px sans-serif';
  for (let row = first; row <= last; row += 1) {
    const from = x(rows.start[row] ?? 0);
    ctx.fillStyle = '#3794ff';
    ctx.fillRect(from, y(row) + 7, x(rows.finish[row] ?? 0) - from, 14);
    ctx.fillStyle = '#cccccc';
    ctx.fillText(rows.title[row] ?? '', 10, y(row) + 18);
    ctx.fillText(rows.assignees[row] ?? '', x(rows.finish[row] ?? 0) + 8, y(row) + 18);
  }
  ctx.strokeStyle = '#888888';
  ctx.beginPath();
  const bucket = (row: number): number => Math.floor(row / rowsInBucket);
  for (let at = bucket(first); at <= bucket(last); at += 1) {
    for (const link of state.buckets[at] ?? []) {
      const from = links.from[link] ?? 0;
      const to = links.to[link] ?? 0;
      ctx.moveTo(x(rows.finish[from] ?? 0), y(from) + 14);
      ctx.lineTo(x(rows.finish[from] ?? 0) + 9, y(from) + 14);
      ctx.lineTo(x(rows.finish[from] ?? 0) + 9, y(to) + 14);
      ctx.lineTo(x(rows.start[to] ?? 0), y(to) + 14);
    }
  }
  ctx.stroke();
}
