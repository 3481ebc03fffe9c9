import { parseEstimate } from '../../src/core/model/duration.ts';
import { parsePlanDate } from '../../src/core/model/instant.ts';
import { parseMoneyRange } from '../../src/core/model/money.ts';
import { emptyPlan, type Plan } from '../../src/core/model/plan.ts';
import { defaultRiskScale, emptyProject, type Project } from '../../src/core/model/project.ts';
import type { Impact, Probability, Rating, Risk } from '../../src/core/model/risk.ts';

const levels = defaultRiskScale.impact.map(level => level.key);

/** `30%` or the key of a level. */
export function probability(text: string): Probability {
  return text.endsWith('%')
    ? { kind: 'share', share: Number(text.slice(0, -1)) / 100 }
    : { kind: 'level', level: text };
}

function schedule(text: string): Impact['schedule'] {
  return levels.includes(text) ? { level: text } : parseEstimate(text);
}

function cost(text: string): Impact['cost'] {
  if (levels.includes(text)) return { level: text };
  return parseMoneyRange(text);
}

/** A rating in short: `rate('30%', { schedule: '5d..15d', cost: '2000', quality: 'high' })`. */
export function rate(chance: string, impact: Readonly<Record<string, string>> = {}): Rating {
  const { schedule: delay, cost: money, ...rest } = impact;
  return {
    probability: chance === '' ? undefined : probability(chance),
    impact: {
      schedule: delay === undefined ? undefined : schedule(delay),
      cost: money === undefined ? undefined : cost(money),
      levels: rest,
    },
  };
}

export const riskOfNothing: Risk = {
  kind: 'risk',
  id: 'R-AAAA',
  title: 'Server may melt',
  cause: undefined,
  event: undefined,
  effect: undefined,
  riskKind: 'threat',
  category: undefined,
  status: 'open',
  owner: undefined,
  inherent: undefined,
  current: undefined,
  residual: undefined,
  affects: [],
  response: { strategy: undefined, plan: undefined, tasks: [], cost: undefined },
  trigger: undefined,
  contingency: undefined,
  fallback: undefined,
  reserve: undefined,
  secondary: [],
  reviewBy: undefined,
  drivers: [],
  evidence: [],
  code: [],
  origin: undefined,
  formerIds: [],
  visibility: undefined,
};

/** A risk that the register has nothing to say against, with changes. */
export function soundRisk(changes: Partial<Risk> = {}): Risk {
  return {
    ...riskOfNothing,
    owner: 'ada',
    current: rate('30%', { schedule: '5d' }),
    response: { ...riskOfNothing.response, strategy: 'reduce' },
    ...changes,
  };
}

export const euroProject: Project = { ...emptyProject, currency: 'EUR' };

export function planOf(...risks: readonly Risk[]): Plan {
  return { ...emptyPlan, project: euroProject, risks: new Map(risks.map(risk => [risk.id, risk])) };
}

export const day = (text: string): number => parsePlanDate(text)?.at ?? NaN;
