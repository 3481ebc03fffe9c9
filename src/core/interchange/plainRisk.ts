import type { PlainValue } from '../model/change.ts';
import { formatFactorRange } from '../model/factorRange.ts';
import { formatMoneyRange } from '../model/money.ts';
import type { Impact, Probability, Rating, Risk } from '../model/risk.ts';
import {
  plainAnchor,
  plainDate,
  plainEstimate,
  plainMoney,
  plainShare,
  unlessEmpty,
  withoutGaps,
  type PlainFields,
} from './plainValues.ts';

/** A risk's fields as they would stand in its file. */
export function plainRisk(risk: Risk): PlainFields {
  const { response } = risk;
  return withoutGaps({
    title: risk.title,
    cause: risk.cause,
    event: risk.event,
    effect: risk.effect,
    kind: risk.riskKind,
    category: risk.category,
    status: risk.status,
    owner: risk.owner,
    inherent: plainRating(risk.inherent),
    current: plainRating(risk.current),
    residual: plainRating(risk.residual),
    affects: risk.affects,
    response: unlessEmpty({
      strategy: response.strategy,
      plan: response.plan,
      tasks: response.tasks,
      cost: plainMoney(response.cost),
    }),
    trigger: risk.trigger,
    contingency: risk.contingency,
    fallback: risk.fallback,
    reserve: plainMoney(risk.reserve),
    secondary: risk.secondary,
    triggeredBy: risk.triggeredBy ?? [],
    excludes: risk.excludes ?? [],
    reviewBy: plainDate(risk.reviewBy),
    drivers: risk.drivers,
    evidence: risk.evidence,
    code: risk.code.map(plainAnchor),
    origin: risk.origin,
    visibility: risk.visibility,
  });
}

function plainRating(rating: Rating | undefined): PlainValue | undefined {
  if (!rating) return undefined;
  return unlessEmpty({
    probability: rating.probability && plainProbability(rating.probability),
    impact: plainImpact(rating.impact),
  });
}

function plainProbability(probability: Probability): string {
  return probability.kind === 'level' ? probability.level : (plainShare(probability.share) ?? '');
}

function plainImpact({ schedule, cost, factor, levels }: Impact): PlainValue | undefined {
  return unlessEmpty({
    schedule: schedule && ('level' in schedule ? schedule.level : plainEstimate(schedule)),
    cost: cost && ('level' in cost ? cost.level : formatMoneyRange(cost)),
    factor: factor && formatFactorRange(factor),
    ...levels,
  });
}
