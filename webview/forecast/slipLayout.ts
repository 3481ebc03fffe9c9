import { dayOf, type Instant } from '../../src/core/model/instant.ts';
import type {
  ForecastHistoryPoint,
  ForecastHistoryView,
} from '../../src/core/views/forecastHistoryView.ts';
import { lastDayOf, narrowDay, yearOf } from '../gantt/dateText.ts';

/** The picture is laid out in these units and stretched to the room that it has. */
export const slipSize = {
  width: 640,
  height: 260,
  left: 64,
  right: 104,
  top: 14,
  bottom: 26,
} as const;

type Line = 'planned' | 'p50' | 'confident';

export interface SlipLayout {
  /** One step line each: a date holds from its commit to the next. */
  readonly lines: readonly {
    readonly kind: Line;
    readonly path: string;
    readonly label: string;
    /** Where its words stand, to the right of it. */
    readonly y: number;
  }[];
  /** The confident date where it moved, by place in the history. */
  readonly jumps: readonly {
    readonly place: number;
    readonly x: number;
    readonly y: number;
    readonly isLater: boolean;
  }[];
  readonly dates: readonly { readonly y: number; readonly label: string }[];
  readonly commits: readonly { readonly x: number; readonly label: string }[];
}

/** Where a place of the history stands, from the left: commits are drawn at even distances. */
export function slipX(place: number, count: number): number {
  const { width, left, right } = slipSize;
  return round(left + ((width - left - right) * place) / Math.max(1, count));
}

/** Where everything of the slip chart stands: commits from left to right, later dates higher up. */
export function layOutSlip({ points, label }: ForecastHistoryView): SlipLayout {
  const moments = points.flatMap(({ planned, p50, confident }) => [planned, p50, confident]);
  const from = dayOf(Math.min(...moments)) * 1440;
  const to = Math.max(from + 5 * 1440, Math.max(...moments));
  const { height, top, bottom } = slipSize;
  const yOf = (at: Instant): number =>
    round(top + (height - top - bottom) * (1 - (at - from) / (to - from)));
  const last = points.at(-1);
  const lines = [
    { kind: 'confident', label: `${label} sure` },
    { kind: 'p50', label: 'half the time' },
    { kind: 'planned', label: 'schedule' },
  ] as const;
  const ends = spread(lines.map(({ kind }) => yOf(last?.[kind] ?? from)));
  return {
    lines: lines.map((line, place) => ({
      ...line,
      path: pathOf(points, line.kind, yOf),
      y: ends[place] ?? 0,
    })),
    jumps: points.flatMap(({ moved, confident, isLater }, place) =>
      moved === '' ? [] : [{ place, x: slipX(place, points.length), y: yOf(confident), isLater }],
    ),
    dates: datesOf(from, to, yOf),
    commits: commitsOf(points),
  };
}

function pathOf(
  points: readonly ForecastHistoryPoint[],
  kind: Line,
  yOf: (at: Instant) => number,
): string {
  return points
    .map((point, place) => {
      const y = yOf(point[kind]);
      const start = place === 0 ? `M${slipX(0, points.length)} ${y}` : `V${y}`;
      return `${start}H${slipX(place + 1, points.length)}`;
    })
    .join('');
}

/** Words that would stand upon one another stand below one another, in the same order. */
function spread(places: readonly number[]): readonly number[] {
  const least = 14;
  const order = places.map((y, place) => ({ y, place })).sort((a, b) => a.y - b.y);
  const result = [...places];
  let before = -Infinity;
  for (const { y, place } of order) {
    before = Math.max(y, before + least);
    result[place] = before;
  }
  const over = before - (slipSize.height - slipSize.bottom);
  return over > 0 ? result.map(y => y - over) : result;
}

const mostDates = 6;

function datesOf(from: Instant, to: Instant, yOf: (at: Instant) => number): SlipLayout['dates'] {
  const [first, last] = [dayOf(from), lastDayOf(to)];
  const step =
    [1, 2, 7, 14, 28, 91, 182, 364].find(each => (last - first) / each <= mostDates) ??
    Math.ceil((last - first) / mostDates);
  const year = yearOf(from);
  const dates: { y: number; label: string }[] = [];
  for (let day = first; day <= last; day += step) {
    dates.push({ y: yOf(day * 1440), label: narrowDay(day, year) });
  }
  return dates;
}

const mostLabels = 5;

/** The days of the first commit, of the files as they are, and of some between. */
function commitsOf(points: readonly ForecastHistoryPoint[]): SlipLayout['commits'] {
  const step = Math.max(1, Math.ceil(points.length / mostLabels));
  const year = yearOf(points.at(-1)?.at ?? 0);
  const found: { x: number; label: string }[] = [];
  let before = '';
  for (let place = 0; place < points.length; place += step) {
    const label = narrowDay(dayOf(points[place]?.at ?? 0), year);
    if (label !== before) found.push({ x: slipX(place, points.length), label });
    before = label;
  }
  return found;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
