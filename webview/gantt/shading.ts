import { minutesPerDay } from '../../src/core/model/instant.ts';
import { numberAt, upperBound } from './columnar.ts';
import { showsHours, toInstant, toPx, type TimeScale } from './timeScale.ts';

/** A vertical band of the chart. */
export interface Band {
  readonly x: number;
  readonly width: number;
}

/** Stretches without work: all of them, and those made of whole days alone. */
export interface FreeTime {
  readonly all: Float64Array;
  readonly days: Float64Array;
}

/** Bands narrower than this are noise and are left out. */
const narrowestBandPx = 3;

/** Keeps the whole days of every stretch, so that nights do not stripe the chart at day zoom. */
export function compileFreeTime(nonWorking: Float64Array): FreeTime {
  const days: number[] = [];
  for (let i = 0; i + 1 < nonWorking.length; i += 2) {
    const from = Math.ceil(numberAt(nonWorking, i) / minutesPerDay) * minutesPerDay;
    const to = Math.floor(numberAt(nonWorking, i + 1) / minutesPerDay) * minutesPerDay;
    if (to > from) days.push(from, to);
  }
  return { all: nonWorking, days: Float64Array.from(days) };
}

/** The bands to shade in a stretch of the timeline that starts at `leftPx`. */
export function layoutShading(
  freeTime: FreeTime,
  scale: TimeScale,
  view: { readonly leftPx: number; readonly widthPx: number },
): readonly Band[] {
  const stretches = showsHours(scale) ? freeTime.all : freeTime.days;
  const from = toInstant(scale, view.leftPx);
  const to = toInstant(scale, view.leftPx + view.widthPx);
  const bands: Band[] = [];
  let at = Math.max(0, upperBound(stretches, from) - 1);
  at -= at % 2;
  for (; at + 1 < stretches.length && numberAt(stretches, at) < to; at += 2) {
    const x = toPx(scale, numberAt(stretches, at)) - view.leftPx;
    const width = toPx(scale, numberAt(stretches, at + 1)) - view.leftPx - x;
    if (width >= narrowestBandPx && x + width > 0) bands.push({ x, width });
  }
  return bands;
}
