import type { VariantResult } from './blockResult.ts';
import type { CollectedBlocks } from './collectedBlocks.ts';
import { firstOf, type ComparedVariants } from './comparedVariants.ts';
import { byShare, quantile } from './dateAnswers.ts';
import type { MitigationForecast, RiskForecast, RunForecast } from './forecast.ts';
import type { ForecastModel } from './forecastModel.ts';
import { estimateMean, type Bounds } from './sampleMean.ts';
import type { Variant } from './variant.ts';

/** What differs between two ways for the risks to stand. */
interface Difference {
  /** Working minutes by which the second finishes later: on average, and at the confidence asked for. */
  readonly meanMinutes: number;
  readonly minutes: number;
  /** Hundredths by which the second costs more, on average. */
  readonly cost: number;
  /** Between which the true averages lie. */
  readonly meanBounds: Bounds;
  readonly costBounds: Bounds;
}

export interface VariantAnswers {
  readonly risks: readonly RiskForecast[];
  readonly mitigations: readonly MitigationForecast[];
  readonly runs: readonly RunForecast[];
}

/** What the comparisons of variants say, all drawn with the same numbers. */
export function answerVariants(
  model: ForecastModel,
  variants: readonly Variant[],
  {
    collected,
    compared,
  }: { readonly collected: CollectedBlocks; readonly compared: ComparedVariants },
  confidence: number,
): VariantAnswers {
  const current = firstOf(collected.variant(0), compared.first);
  const compare = (a: VariantResult, b: VariantResult): Difference =>
    differenceOf(model, confidence, a, b);
  const happened = collected.sum('eventSums');
  const risks: RiskForecast[] = [];
  const mitigations: MitigationForecast[] = [];
  model.events.forEach((event, place) => {
    const without = variants.findIndex(each => each.kind === 'without' && each.event === place);
    if (without < 0) return;
    const { id, title, sign, risk, responseCost } = event;
    const other = collected.variant(without);
    const adds = compare(other, current);
    const probability = (happened[place * 2] ?? 0) / Math.max(1, collected.count);
    const kind = sign === 1 ? 'threat' : 'opportunity';
    risks.push({ id, title, kind, probability, ...adds, iterations: other.finish.length });
    const pair = compared.of(place);
    if (!pair) return;
    const { meanMinutes, minutes, cost, costBounds } = compare(pair.mitigated, pair.other);
    const isUnderWay = risk.status === 'mitigating';
    // What the response costs is in the run with it, and in the other where it is under way.
    const spared = isUnderWay ? 0 : responseCost;
    const saves = cost + spared;
    mitigations.push({
      id,
      title,
      strategy: risk.response.strategy,
      isUnderWay,
      tasks: openTasks(model, place),
      meanMinutes,
      minutes,
      bounds: [pair.bought.low, pair.bought.high],
      iterations: pair.mitigated.finish.length,
      saves,
      savesBounds: [costBounds[0] + spared, costBounds[1] + spared],
      costs: responseCost,
      net: saves - responseCost,
    });
  });
  return {
    risks: risks.toSorted(byWeight),
    mitigations: mitigations.toSorted(
      (a, b) => b.minutes - a.minutes || b.meanMinutes - a.meanMinutes || b.net - a.net,
    ),
    runs: variants.length === 1 ? [] : answerRuns(model, variants, collected, compared.first),
  };
}

function byWeight(a: RiskForecast, b: RiskForecast): number {
  return (
    Math.abs(b.meanMinutes) - Math.abs(a.meanMinutes) ||
    Math.abs(b.cost) - Math.abs(a.cost) ||
    (a.id < b.id ? -1 : 1)
  );
}

function openTasks({ events, plan }: ForecastModel, event: number): readonly string[] {
  return (events[event]?.risk.response.tasks ?? []).filter(id => {
    const status = plan.tasks.get(id)?.status;
    return status !== undefined && status !== 'done' && status !== 'dropped';
  });
}

function differenceOf(
  { calendar }: ForecastModel,
  confidence: number,
  a: VariantResult,
  b: VariantResult,
): Difference {
  const minutes = estimateMean(
    a.finish.map((first, i) => {
      const second = b.finish[i] ?? 0;
      return first === second ? 0 : calendar.workAt(second) - calendar.workAt(first);
    }),
  );
  const cost = estimateMean(a.cost.map((first, i) => (b.cost[i] ?? 0) - first));
  const at = (result: VariantResult): number =>
    calendar.workAt(quantile(result.finish.toSorted(), confidence));
  return {
    meanMinutes: minutes.mean,
    minutes: at(b) - at(a),
    cost: cost.mean,
    meanBounds: minutes.bounds,
    costBounds: cost.bounds,
  };
}

/**
 * The other states are told by how they differ from the current one over the iterations that are
 * compared, so that what does not differ has the same dates, however many iterations there are.
 */
function answerRuns(
  { calendar }: ForecastModel,
  variants: readonly Variant[],
  collected: CollectedBlocks,
  first: number,
): readonly RunForecast[] {
  const all = collected.variant(0);
  const finish = all.finish.toSorted();
  const compared = firstOf(all, first);
  const comparedFinish = compared.finish.toSorted();
  return variants.flatMap(({ kind }, place): readonly RunForecast[] => {
    if (kind !== 'inherent' && kind !== 'current' && kind !== 'residual') return [];
    const other = place === 0 ? compared : collected.variant(place);
    const sorted = other.finish.toSorted();
    const quantiles = byShare(share => {
      const [from, to] = [quantile(comparedFinish, share), quantile(sorted, share)];
      const at = quantile(finish, share);
      return from === to ? at : calendar.addWork(at, calendar.workBetween(from, to));
    });
    const meanCost = meanOf(all.cost) + meanOf(other.cost) - meanOf(compared.cost);
    return [{ rating: kind, quantiles, meanCost: Math.round(meanCost) }];
  });
}

function meanOf(values: Float64Array): number {
  return values.reduce((all, each) => all + each, 0) / Math.max(1, values.length);
}
