import { lengthSum } from './blockResult.ts';
import type { CollectedBlocks } from './collectedBlocks.ts';
import type { TaskForecast, TornadoBar } from './forecast.ts';
import type { ForecastModel } from './forecastModel.ts';
import type { SampledFinishes } from './sampledFinishes.ts';

/** How far something spreads, and how it goes together with the finish. */
interface Moments {
  readonly correlation: number;
  /** Standard deviation over that of the finish. */
  readonly relativeSpread: number;
}

/** What every task has to do with the finish, in the order of the ids. */
export function answerTasks(
  model: ForecastModel,
  collected: CollectedBlocks,
  sampled: SampledFinishes,
): readonly TaskForecast[] {
  const { tasks, network, plan } = model;
  const critical = collected.sum('critical');
  const moments = momentsByNode(model, collected);
  return tasks.map((node, place): TaskForecast => {
    const id = network.ids[node] ?? '';
    const criticality = (critical[place] ?? 0) / Math.max(1, collected.count);
    const { correlation, relativeSpread } = moments.get(node) ?? none;
    return {
      id,
      title: plan.tasks.get(id)?.title ?? id,
      criticality,
      cruciality: Math.abs(correlation),
      sensitivity: criticality * relativeSpread,
      finish: sampled.quantilesOf(place),
    };
  });
}

const none: Moments = { correlation: 0, relativeSpread: 0 };

function momentsByNode(
  { lengths, spreadCount }: ForecastModel,
  collected: CollectedBlocks,
): ReadonlyMap<number, Moments> {
  const sums = collected.sum('lengthSums');
  const [f = 0, ff = 0] = collected.sum('finishSums');
  const { count } = collected;
  const varianceOfFinish = ff - (f * f) / count;
  const moments = new Map<number, Moments>();
  for (let place = 0; place < spreadCount; place++) {
    const at = place * lengthSum.size;
    const d = sums[at + lengthSum.d] ?? 0;
    const variance = (sums[at + lengthSum.dd] ?? 0) - (d * d) / count;
    const together = (sums[at + lengthSum.df] ?? 0) - (d * f) / count;
    const node = lengths[place]?.node;
    if (node === undefined || variance <= 0 || varianceOfFinish <= 0) continue;
    moments.set(node, {
      correlation: together / Math.sqrt(variance * varianceOfFinish),
      relativeSpread: Math.sqrt(variance / varianceOfFinish),
    });
  }
  return moments;
}

/**
 * What the finish depends on, the widest first. Bars that move it by less than an hour are left out, and
 * those that are no wider than chance alone makes them, of something that the finish does not depend on.
 */
export function answerTornado(
  model: ForecastModel,
  collected: CollectedBlocks,
): readonly TornadoBar[] {
  const [f = 0, ff = 0] = collected.sum('finishSums');
  const { count } = collected;
  const deviation = Math.sqrt(Math.max(0, ff - (f * f) / Math.max(1, count)) / Math.max(1, count));
  return [...taskBars(model, collected), ...riskBars(model, collected)]
    .filter(({ bar, low, high }) => {
      const byChance = deviation * Math.sqrt(1 / low + 1 / high);
      return width(bar) >= leastWidth && width(bar) > errorsBeyondChance * byChance;
    })
    .map(({ bar }) => bar)
    .toSorted((a, b) => width(b) - width(a) || (a.id < b.id ? -1 : 1))
    .slice(0, mostBars);
}

/** A bar, and of how many iterations its two ends are the means. */
interface FoundBar {
  readonly bar: TornadoBar;
  readonly low: number;
  readonly high: number;
}

function width({ best, worst }: TornadoBar): number {
  return Math.abs(worst - best);
}

const leastWidth = 60;
const mostBars = 20;
/** A bar of something that does not matter is wider than this many standard errors once in 16,000 times. */
const errorsBeyondChance = 4;

function taskBars(model: ForecastModel, collected: CollectedBlocks): readonly FoundBar[] {
  const { lengths, spreadCount, plan } = model;
  const sums = collected.sum('lengthSums');
  const mean = (collected.sum('finishSums')[0] ?? 0) / Math.max(1, collected.count);
  return lengths.slice(0, spreadCount).map(({ id }, place): FoundBar => {
    const at = place * lengthSum.size;
    const meanOf = (count: number, sum: number): number => {
      const iterations = sums[at + count] ?? 0;
      return iterations === 0 ? 0 : Math.round((sums[at + sum] ?? 0) / iterations - mean);
    };
    const best = meanOf(lengthSum.bestCount, lengthSum.bestF);
    const worst = meanOf(lengthSum.worstCount, lengthSum.worstF);
    return {
      bar: { kind: 'task', id, title: plan.tasks.get(id)?.title ?? id, best, worst },
      low: sums[at + lengthSum.bestCount] ?? 0,
      high: sums[at + lengthSum.worstCount] ?? 0,
    };
  });
}

function riskBars({ events }: ForecastModel, collected: CollectedBlocks): readonly FoundBar[] {
  const sums = collected.sum('eventSums');
  const { count } = collected;
  const all = collected.sum('finishSums')[0] ?? 0;
  const mean = all / Math.max(1, count);
  return events.flatMap(({ id, title, sign }, event): readonly FoundBar[] => {
    const times = sums[event * 2] ?? 0;
    const sum = sums[event * 2 + 1] ?? 0;
    if (times === 0 || times === count) return [];
    const happens = Math.round(sum / times - mean);
    const not = Math.round((all - sum) / (count - times) - mean);
    const [best, worst] = sign === 1 ? [not, happens] : [happens, not];
    const kind = sign === 1 ? 'threat' : 'opportunity';
    return [{ bar: { kind, id, title, best, worst }, low: times, high: count - times }];
  });
}
