import type { Instant } from '../../src/core/model/instant.ts';
import { numberAt, upperBound } from './columnar.ts';
import type { TimeRange } from './timeScale.ts';

const minutesPerWeek = 7 * 1440;
/** Two centuries: a search that has found no work by then will find none. */
const farthestSearch = 200 * 366 * 1440;

/**
 * The project's working time, read off the stretches without work of the view. It serves previews
 * alone: what a gesture really does is computed by the schedule. Beyond the known range the last
 * known week repeats.
 */
export interface WorkingTime {
  /** Working minutes in [from, to); negative when `to` is before `from`. */
  workBetween(from: Instant, to: Instant): number;
  /** Where `minutes` of work after `at` are done: the end of a period rather than the next start. */
  addWork(at: Instant, minutes: number): Instant;
  /** `at`, or the next moment at which work can start. */
  nextWork(at: Instant): Instant;
  /** `at`, or the latest moment before it at which work ends. */
  previousWork(at: Instant): Instant;
}

/** `nonWorking` holds from, to, from, to … in order; `range` is what it speaks of. */
export function createWorkingTime(nonWorking: Float64Array, range: TimeRange): WorkingTime {
  const workUntil = compileWork(nonWorking, range);
  const nextWork = (at: Instant): Instant => latestWith(workUntil, at, workUntil(at));
  return {
    workBetween: (from, to) => workUntil(to) - workUntil(from),
    addWork: (at, minutes) =>
      minutes === 0 ? at : earliestWith(workUntil, at, workUntil(at) + minutes),
    nextWork,
    previousWork: at => earliestWith(workUntil, at, workUntil(at)),
  };
}

/** Working minutes from the start of the range until an instant. */
function compileWork(nonWorking: Float64Array, range: TimeRange): (at: Instant) => number {
  const pairs = nonWorking.length >>> 1;
  const from = Math.min(range.from, pairs > 0 ? numberAt(nonWorking, 0) : range.from);
  const to = Math.max(range.to, pairs > 0 ? numberAt(nonWorking, pairs * 2 - 1) : range.to);
  const starts = new Float64Array(pairs);
  const offBefore = new Float64Array(pairs + 1);
  for (let i = 0; i < pairs; i += 1) {
    starts[i] = numberAt(nonWorking, 2 * i);
    const length = numberAt(nonWorking, 2 * i + 1) - numberAt(nonWorking, 2 * i);
    offBefore[i + 1] = numberAt(offBefore, i) + length;
  }
  const inside = (at: Instant): number => {
    const next = upperBound(starts, at);
    if (next === 0) return at - from;
    const over = numberAt(nonWorking, 2 * next - 1) - at;
    return at - from - numberAt(offBefore, next) + Math.max(0, over);
  };
  const repeats = to - from >= minutesPerWeek;
  const weekAfter = repeats ? inside(to) - inside(to - minutesPerWeek) : minutesPerWeek;
  const weekBefore = repeats ? inside(from + minutesPerWeek) : minutesPerWeek;
  return at => {
    if (at > to && repeats) {
      const weeks = Math.ceil((at - to) / minutesPerWeek);
      return inside(at - weeks * minutesPerWeek) + weeks * weekAfter;
    }
    if (at < from && repeats) {
      const weeks = Math.ceil((from - at) / minutesPerWeek);
      return inside(at + weeks * minutesPerWeek) - weeks * weekBefore;
    }
    return inside(at);
  };
}

/** The earliest instant by which `work` minutes are done, searched for from `near`. */
function earliestWith(workUntil: (at: Instant) => number, near: Instant, work: number): Instant {
  let step = 1440;
  let low = near;
  while (workUntil(low) >= work && step < farthestSearch) low -= step *= 2;
  step = 1440;
  let high = near;
  while (workUntil(high) < work && step < farthestSearch) high += step *= 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (workUntil(middle) >= work) high = middle;
    else low = middle;
  }
  return high;
}

/** The latest instant at which no more than `work` minutes are done. */
function latestWith(workUntil: (at: Instant) => number, near: Instant, work: number): Instant {
  let step = 720;
  let low = near;
  let high = near + 1;
  while (workUntil(high) <= work && step < farthestSearch) high += step *= 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (workUntil(middle) <= work) low = middle;
    else high = middle;
  }
  return low;
}
