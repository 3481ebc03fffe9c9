import type { Anchor } from './anchor.ts';
import type { Estimate } from './duration.ts';
import type { FactorRange } from './factorRange.ts';
import type { PlanDate } from './instant.ts';
import type { Money, MoneyRange } from './money.ts';
import type { Visibility } from './task.ts';

export const riskKinds = ['threat', 'opportunity'] as const;
export type RiskKind = (typeof riskKinds)[number];

export const riskStatuses = [
  'proposed',
  'open',
  'mitigating',
  'accepted',
  'occurred',
  'closed',
] as const;
export type RiskStatus = (typeof riskStatuses)[number];

/** The first five answer threats, the last three opportunities; accept and escalate serve both. */
export const strategies = [
  'avoid',
  'reduce',
  'transfer',
  'accept',
  'escalate',
  'exploit',
  'enhance',
  'share',
] as const;
export type Strategy = (typeof strategies)[number];

/** Before any response, as it stands today, and when the response is done. */
export const ratingNames = ['inherent', 'current', 'residual'] as const;
export type RatingName = (typeof ratingNames)[number];

/** A share of one (`30%` is 0.3), or the key of a level of the project's scale. */
export type Probability =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'level'; readonly level: string };

/** What it does to the project when it happens; an opportunity's impact is a gain of that size. */
export interface Impact {
  /** Added working time, or the key of a level. */
  readonly schedule: Estimate | { readonly level: string } | undefined;
  readonly cost: MoneyRange | { readonly level: string } | undefined;
  /** By how much the work of what it affects is multiplied; of an opportunity below 1. */
  readonly factor?: FactorRange | undefined;
  /** Levels on the project's other scales, such as quality. */
  readonly levels: Readonly<Record<string, string>>;
}

export interface Rating {
  readonly probability: Probability | undefined;
  readonly impact: Impact;
}

export interface RiskResponse {
  readonly strategy: Strategy | undefined;
  readonly plan: string | undefined;
  /** The tasks that carry the response out. */
  readonly tasks: readonly string[];
  readonly cost: Money | undefined;
}

export interface Risk {
  readonly kind: 'risk';
  readonly id: string;
  readonly title: string;
  /** Because of … */
  readonly cause: string | undefined;
  /** … this may happen … */
  readonly event: string | undefined;
  /** … which would lead to. */
  readonly effect: string | undefined;
  readonly riskKind: RiskKind;
  readonly category: string | undefined;
  readonly status: RiskStatus;
  readonly owner: string | undefined;
  readonly inherent: Rating | undefined;
  readonly current: Rating | undefined;
  readonly residual: Rating | undefined;
  /** Ids of tasks and milestones. */
  readonly affects: readonly string[];
  readonly response: RiskResponse;
  /** The sign that it is about to happen. */
  readonly trigger: string | undefined;
  readonly contingency: string | undefined;
  readonly fallback: string | undefined;
  readonly reserve: Money | undefined;
  /** Risks that the response itself brings. */
  readonly secondary: readonly string[];
  /** Risks of which it may only happen after one did; missing for none. */
  readonly triggeredBy?: readonly string[];
  /** Risks that cannot happen besides it; missing for none. */
  readonly excludes?: readonly string[];
  readonly reviewBy: PlanDate | undefined;
  /** Causes shared between risks, by name. */
  readonly drivers: readonly string[];
  readonly evidence: readonly string[];
  readonly code: readonly Anchor[];
  readonly origin: string | undefined;
  /** Ids before a rename. */
  readonly formerIds: readonly string[];
  readonly visibility: Visibility | undefined;
}

/** True while the risk can still happen. */
export function isLive(risk: Risk): boolean {
  return risk.status !== 'closed' && risk.status !== 'occurred';
}
