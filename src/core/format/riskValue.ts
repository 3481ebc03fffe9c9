import type { Impact, Rating, Risk } from '../model/risk.ts';
import { titleOr } from './recordValues.ts';
import type { riskFields } from './riskFields.ts';
import type { ValuesOf } from './valueSpec.ts';

type RiskValues = ValuesOf<typeof riskFields>;
type RatingValues = RiskValues['current'];

export function riskValue(id: string, values: RiskValues): Risk {
  const { response } = values;
  return {
    kind: 'risk',
    id,
    title: titleOr(id, values.title),
    cause: values.cause,
    event: values.event,
    effect: values.effect,
    riskKind: values.kind ?? 'threat',
    category: values.category,
    status: values.status ?? 'open',
    owner: values.owner,
    inherent: rating(values.inherent),
    current: rating(values.current),
    residual: rating(values.residual),
    affects: values.affects ?? [],
    response: {
      strategy: response?.strategy,
      plan: response?.plan,
      tasks: response?.tasks ?? [],
      cost: response?.cost,
    },
    trigger: values.trigger,
    contingency: values.contingency,
    fallback: values.fallback,
    reserve: values.reserve,
    secondary: values.secondary ?? [],
    ...(values.triggeredBy ? { triggeredBy: values.triggeredBy } : {}),
    ...(values.excludes ? { excludes: values.excludes } : {}),
    reviewBy: values.reviewBy,
    drivers: values.drivers ?? [],
    evidence: values.evidence ?? [],
    code: values.code ?? [],
    origin: values.origin,
    formerIds: values.formerIds ?? [],
    visibility: values.visibility,
  };
}

function rating(values: RatingValues): Rating | undefined {
  return values && { probability: values.probability, impact: impact(values.impact) };
}

function impact(values: NonNullable<RatingValues>['impact']): Impact {
  const levels: [string, string][] = [];
  for (const [name, level] of values?.rest ?? []) levels.push([name, level]);
  return {
    schedule: values?.schedule,
    cost: values?.cost,
    ...(values?.factor ? { factor: values.factor } : {}),
    levels: Object.fromEntries(levels),
  };
}
