import type { Bar } from './barLayout.ts';
import type { ActualStrip } from './actualLayout.ts';
import type { BaselineMark } from './baselineLayout.ts';
import type { Brush } from './brush.ts';
import type { CommitStrip } from './commitLayout.ts';
import type { ConstraintMark } from './constraintLayout.ts';
import type { ForecastWhisker } from './forecastLayout.ts';
import { paintCommits } from './paintCommits.ts';
import { paintForecast } from './paintForecast.ts';
import { createElement } from '../ui/element.ts';
import { paintBars } from './paintBars.ts';
import { paintActuals, paintBaseline, paintConstraints } from './paintMarks.ts';
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
  parts: [],
  status: 'doing',
  isCritical: false,
  hasProblem: false,
  float: undefined,
  deadline: undefined,
  label: { x: 0, text: '', note: '' },
};
const point: Bar = { ...plain, shape: 'milestone', x: 34, width: 0, doneWidth: 0 };

const twoParts: Bar['parts'] = [
  { x: 6, width: 18, doneWidth: 18, gap: { x: 6, width: 0 } },
  { x: 42, width: 20, doneWidth: 4, gap: { x: 24, width: 18 } },
];

interface Sign {
  readonly bar: Bar;
  readonly baseline?: BaselineMark;
  readonly actual?: ActualStrip;
  readonly commits?: CommitStrip;
  readonly constraint?: ConstraintMark;
  readonly forecast?: ForecastWhisker;
  readonly means: string;
}

const mark: BaselineMark = { row: 0, isPoint: false, x: 6, width: 34, middleY: 22 };

const strip: ActualStrip = { row: 0, stretches: [{ x: 6, width: 30 }], isOver: false, y: 16.5 };

const worked: CommitStrip = {
  row: 0,
  cells: [
    { x: 22, width: 5, level: 1 },
    { x: 28, width: 5, level: 4 },
    { x: 40, width: 5, level: 2 },
  ],
  line: { x: 22, width: 23 },
  gaps: [{ x: 6, width: 16 }],
  footY: 7,
};

const held: ConstraintMark = { row: 0, side: 'from', isFinish: false, x: 20, y: 5, middleY: 15 };

/** Leave room for a sign above them or below, and before them. */
const lowBar: Bar = { ...plain, x: 20, width: 42, leftX: 20, doneWidth: 0, middleY: 15 };
const highBar: Bar = { ...lowBar, middleY: 9 };
const heldEnd: ConstraintMark = { ...held, isFinish: true, x: 62, y: 19, middleY: 9 };

const signs: readonly Sign[] = [
  { bar: plain, means: 'Task, with the part that is done' },
  { bar: { ...plain, isCritical: true }, means: 'Critical task: thick edge, no float' },
  { bar: { ...plain, parts: twoParts }, means: 'Split task: dots where it pauses' },
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
  { bar: { ...plain, doneWidth: 0 }, baseline: mark, means: 'Where it stood in the baseline' },
  { bar: plain, actual: strip, means: 'What really happened, until now' },
  {
    bar: { ...plain, status: 'done', doneWidth: 56 },
    actual: { ...strip, stretches: [{ x: 6, width: 56 }], isOver: true },
    means: 'What really happened, and is over',
  },
  {
    bar: { ...plain, middleY: 15 },
    commits: worked,
    means: 'Days with commits, higher for more; dashes: planned, but none',
  },
  {
    bar: { ...plain, width: 34, doneWidth: 0 },
    forecast: {
      row: 0,
      p10X: 32,
      p50X: 42,
      p80X: 54,
      p90X: 64,
      pastPx: 24,
      middleY: plain.middleY,
      height: plain.height,
    },
    means: 'When it may end: from one time in ten to nine; the stop is four in five',
  },
  { bar: lowBar, constraint: held, means: 'Starts no earlier than here' },
  {
    bar: lowBar,
    constraint: { ...held, x: 34, side: 'until' },
    means: 'Starts no later than here',
  },
  { bar: lowBar, constraint: { ...held, side: 'on' }, means: 'Must start here' },
  {
    bar: highBar,
    constraint: { ...heldEnd, side: 'until' },
    means: 'Hollow: the same of the finish',
  },
  {
    bar: highBar,
    constraint: { ...heldEnd, side: 'late' },
    means: 'As late as possible',
  },
  { bar: lowBar, constraint: { ...held, side: 'pin' }, means: 'Pinned here by hand' },
];

/** Every sign of the chart, painted by the painter of the chart itself. */
export function createLegend(palette: Palette): HTMLElement {
  return createElement(
    'dl',
    { class: 'gantt-keys' },
    signs.flatMap(sign => [
      createElement('dt', {}, [paintSign(sign, palette)]),
      createElement('dd', { text: sign.means }),
    ]),
  );
}

function paintSign(
  { bar, baseline, actual, commits, constraint, forecast }: Sign,
  palette: Palette,
): HTMLCanvasElement {
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
    if (baseline) paintBaseline(brush, [baseline], () => false);
    paintBars(brush, [bar], () => false);
    if (forecast) paintForecast(brush, [forecast], () => false);
    if (commits) paintCommits(brush, [commits], () => false);
    if (actual) paintActuals(brush, [actual], () => false);
    if (constraint) paintConstraints(brush, [constraint], () => false);
  }
  return canvas;
}
