import { dayOf, type Instant } from '../../src/core/model/instant.ts';
import type { ForecastView } from '../../src/core/views/forecastView.ts';
import { narrowDay, yearOf } from '../gantt/dateText.ts';

/**
 * The picture is laid out in these units and stretched to the room that it has. Left and above there is
 * room for words of 17 units, which they have in a narrow panel.
 */
export const curveSize = {
  width: 640,
  height: 288,
  left: 54,
  right: 12,
  top: 54,
  bottom: 26,
} as const;

export interface CurveRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line at a date or a share, with its words. */
export interface CurveMark {
  readonly kind: 'planned' | 'due' | 'confident';
  readonly x: number;
  readonly label: string;
  /** Where the words stand: their end for marks far to the right. */
  readonly anchor: 'start' | 'end';
  /** Lines of words above the picture, counted from it. */
  readonly line: number;
}

export interface CurveLayout {
  readonly bars: readonly CurveRect[];
  /** The S-curve as a path of steps. */
  readonly path: string;
  readonly marks: readonly CurveMark[];
  readonly shares: readonly { readonly y: number; readonly label: string }[];
  readonly dates: readonly { readonly x: number; readonly label: string }[];
  /** The moments at the left and the right end. */
  readonly from: Instant;
  readonly to: Instant;
}

type Drawn = Pick<ForecastView, 'curve' | 'histogram' | 'planned' | 'due' | 'confident'>;

/** Where everything of the S-curve and the histogram stands. */
export function layOutCurve(view: Drawn): CurveLayout {
  const { from, to } = spanOf(view);
  const { width, height, left, right, top, bottom } = curveSize;
  const inner = { width: width - left - right, height: height - top - bottom };
  const xOf = (at: Instant): number => left + (inner.width * (at - from)) / (to - from);
  const yOf = (share: number): number => top + inner.height * (1 - share);
  const most = Math.max(1, ...view.histogram.map(({ count }) => count));
  return {
    bars: view.histogram.map(({ from: start, to: end, count }) => {
      const y = yOf((count / most) * 0.9);
      return {
        x: xOf(start),
        y,
        width: Math.max(1, xOf(end) - xOf(start) - 1),
        height: yOf(0) - y,
      };
    }),
    path: pathOf(view.curve, { xOf, yOf, last: left + inner.width }),
    marks: marksOf(view, xOf),
    shares: [0, 0.1, 0.5, 0.8, 0.9, 1].map(share => ({
      y: yOf(share),
      label: `${Math.round(share * 100)}%`,
    })),
    dates: datesOf(from, to, xOf),
    from,
    to,
  };
}

/** All that is drawn, with a little room on both sides. */
function spanOf({ curve, histogram, planned, due }: Drawn): { from: Instant; to: Instant } {
  const moments = [
    ...curve.map(({ at }) => at),
    ...histogram.flatMap(bar => [bar.from, bar.to]),
    planned,
  ];
  let first = Math.min(...moments);
  let last = Math.max(...moments);
  const reach = Math.max(1440, last - first);
  // A promise far away would leave no room for the curve; then it stands at the edge.
  if (due !== undefined) {
    first = Math.max(first - reach, Math.min(first, due));
    last = Math.min(last + reach, Math.max(last, due));
  }
  const margin = Math.max(720, (last - first) * 0.03);
  return { from: first - margin, to: last + margin };
}

function pathOf(
  curve: Drawn['curve'],
  {
    xOf,
    yOf,
    last,
  }: {
    readonly xOf: (at: Instant) => number;
    readonly yOf: (share: number) => number;
    readonly last: number;
  },
): string {
  const [first] = curve;
  if (!first) return '';
  const steps = curve.map(({ at, share }) => `L${round(xOf(at))} ${round(yOf(share))}`);
  const start = `M${curveSize.left} ${round(yOf(0))}L${round(xOf(first.at))} ${round(yOf(0))}`;
  return `${start}${steps.join('')}L${last} ${round(yOf(1))}`;
}

function marksOf(view: Drawn, xOf: (at: Instant) => number): readonly CurveMark[] {
  const { left, right, width } = curveSize;
  const year = yearOf(view.planned);
  const found: { kind: CurveMark['kind']; at: Instant; label: string }[] = [
    { kind: 'planned', at: view.planned, label: 'Schedule' },
    { kind: 'confident', at: view.confident.at, label: view.confident.label },
    ...(view.due === undefined ? [] : [{ kind: 'due' as const, at: view.due, label: 'Promise' }]),
  ];
  return found.map(({ kind, at, label }, place): CurveMark => {
    const x = Math.min(width - right, Math.max(left, xOf(at)));
    return {
      kind,
      x: round(x),
      label: `${label} ${narrowDay(dayOf(at - 1), year)}`,
      anchor: x > width * 0.6 ? 'end' : 'start',
      line: place,
    };
  });
}

const mostDates = 6;

/** Days at even distances, as many as there is room for. */
function datesOf(from: Instant, to: Instant, xOf: (at: Instant) => number): CurveLayout['dates'] {
  const first = dayOf(from) + 1;
  const count = dayOf(to) - first + 1;
  const step =
    [1, 2, 7, 14, 28, 91, 182, 364, 728].find(each => count / each <= mostDates) ?? count;
  const year = yearOf(from);
  const dates: { x: number; label: string }[] = [];
  for (let day = first; day < first + count; day += step) {
    const x = xOf(day * 1440);
    if (x > curveSize.width - curveSize.right - 24) break;
    dates.push({ x: round(x), label: narrowDay(day, year) });
  }
  return dates;
}

/** The share of runs that are done by a moment. */
export function shareAt(curve: Drawn['curve'], at: Instant): number {
  let share = 0;
  for (const point of curve) {
    if (point.at > at) break;
    share = point.share;
  }
  return share;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
