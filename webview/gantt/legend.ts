import type { Bar } from './barLayout.ts';
import type { Brush } from './brush.ts';
import { createElement } from '../ui/element.ts';
import { paintBars } from './paintBars.ts';
import type { Palette } from './palette.ts';

const widthPx = 76;
const heightPx = 24;

const plain: Bar = {
  row: 0,
  shape: 'task',
  rowTop: 0,
  middleY: heightPx / 2,
  x: 6,
  width: 56,
  height: 14,
  leftX: 6,
  rightX: 62,
  doneWidth: 22,
  status: 'doing',
  isCritical: false,
  hasProblem: false,
  float: undefined,
  deadline: undefined,
  label: { x: 0, text: '', note: '' },
};
const point: Bar = { ...plain, shape: 'milestone', x: 34, width: 0, doneWidth: 0 };

const signs: readonly { readonly bar: Bar; readonly means: string }[] = [
  { bar: plain, means: 'Task, with the part that is done' },
  { bar: { ...plain, isCritical: true }, means: 'Critical task: thick edge, no float' },
  { bar: { ...plain, status: 'done', doneWidth: 56 }, means: 'Done' },
  { bar: { ...plain, status: 'blocked', doneWidth: 0 }, means: 'Blocked' },
  {
    bar: { ...plain, width: 30, doneWidth: 0, float: { x: 36, width: 34 } },
    means: 'Float: it may slip as far as this',
  },
  { bar: { ...plain, shape: 'summary', height: 7 }, means: 'Summary of the tasks below' },
  { bar: { ...plain, shape: 'group', height: 7 }, means: 'Milestone with its tasks' },
  { bar: point, means: 'Milestone' },
  { bar: { ...point, isCritical: true }, means: 'Critical milestone: hollow' },
  {
    bar: { ...plain, width: 34, doneWidth: 0, deadline: { x: 58, isMissed: false } },
    means: 'Deadline or due date',
  },
  {
    bar: { ...plain, width: 56, doneWidth: 0, deadline: { x: 40, isMissed: true } },
    means: 'Missed: it finishes later than promised',
  },
];

/** Every sign of the chart, painted by the painter of the chart itself. */
export function createLegend(palette: Palette): HTMLElement {
  return createElement(
    'dl',
    { class: 'gantt-keys' },
    signs.flatMap(({ bar, means }) => [
      createElement('dt', {}, [paintSign(bar, palette)]),
      createElement('dd', { text: means }),
    ]),
  );
}

function paintSign(bar: Bar, palette: Palette): HTMLCanvasElement {
  const ratio = devicePixelRatio;
  const canvas = createElement('canvas', {
    class: 'gantt-legend',
    attributes: { 'aria-hidden': 'true' },
  });
  canvas.width = widthPx * ratio;
  canvas.height = heightPx * ratio;
  canvas.style.width = `${widthPx}px`;
  canvas.style.height = `${heightPx}px`;
  const ctx = canvas.getContext('2d');
  if (ctx) {
    const brush: Brush = { ctx, palette, ratio };
    ctx.scale(ratio, ratio);
    paintBars(brush, [bar], false);
  }
  return canvas;
}
