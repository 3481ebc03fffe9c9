import { dayOf, minutesPerDay, type Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import { isClosed, type Task } from '../model/task.ts';
import { fillUniforms, streamKey } from './randomStream.ts';
import { byShare, quantile } from './dateAnswers.ts';
import type { ToldShare } from './forecast.ts';

/** When the open tasks will be done if as many are finished a week as lately. */
export interface ThroughputForecast {
  /** Tasks finished in each of the last weeks, the newest last. */
  readonly weeks: readonly number[];
  readonly open: number;
  /** Undefined for what is not done within ten years at that pace. */
  readonly finish: Readonly<Record<ToldShare, Instant | undefined>>;
}

const mostWeeks = 12;
const fewestWeeks = 3;
const rounds = 2000;
/** Ten years: what would take longer is not told. */
const longestWeeks = 520;

/**
 * Draws weeks of the past, with replacement, until all open tasks are done: the bootstrap (Efron, 1979)
 * of the number finished a week. It asks for no estimates, and takes tasks as they come. Undefined while
 * there are fewer than three weeks of history, or nothing was finished in them.
 *
 * @param today from when on the weeks are counted
 */
export function forecastThroughput(
  plan: Plan,
  today: Instant,
  seed: number,
): ThroughputForecast | undefined {
  const leaves = leavesOf(plan);
  const open = leaves.filter(task => !isClosed(task)).length;
  const days = leaves.flatMap(({ finished, status }) =>
    finished && status !== 'dropped' ? [dayOf(finished.at)] : [],
  );
  const last = dayOf(today);
  const past = days.filter(day => day <= last);
  if (open === 0 || past.length === 0) return undefined;
  const first = past.reduce((least, day) => Math.min(least, day), last);
  // The week in which the first was finished counts once it is whole.
  const count = Math.min(mostWeeks, Math.floor((last - first + 1) / 7));
  if (count < fewestWeeks) return undefined;
  const weeks = new Array<number>(count).fill(0);
  for (const day of past) {
    const ago = Math.floor((last - day) / 7);
    if (ago < count) weeks[count - 1 - ago] = (weeks[count - 1 - ago] ?? 0) + 1;
  }
  if (weeks.every(finished => finished === 0)) return undefined;
  const ends = drawEnds({ weeks, open, seed });
  const at = (weeksAhead: number): Instant | undefined =>
    weeksAhead === Infinity ? undefined : (last + 1 + weeksAhead * 7) * minutesPerDay;
  return { weeks, open, finish: byShare(share => at(quantile(ends, share))) };
}

/** Summaries are done when their parts are, and count as none. */
function leavesOf({ tasks }: Plan): readonly Task[] {
  const parents = new Set([...tasks.values()].map(({ parent }) => parent));
  return [...tasks.values()].filter(({ id }) => !parents.has(id));
}

function drawEnds({
  weeks,
  open,
  seed,
}: {
  readonly weeks: readonly number[];
  readonly open: number;
  readonly seed: number;
}): Float64Array {
  const ends = new Float64Array(rounds);
  const shares = new Float64Array(longestWeeks);
  for (let round = 0; round < rounds; round++) {
    fillUniforms(streamKey(seed, 'throughput', String(round)), 0, shares);
    let left = open;
    let week = 0;
    for (; week < longestWeeks && left > 0; week++) {
      left -= weeks[Math.floor((shares[week] ?? 0) * weeks.length)] ?? 0;
    }
    ends[round] = left > 0 ? Infinity : week;
  }
  return ends.sort();
}
