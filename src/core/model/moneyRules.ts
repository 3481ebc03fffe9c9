import type { PlanDate } from './instant.ts';
import type { Money } from './money.ts';

export const costRhythms = ['week', 'month', 'quarter', 'year'] as const;
export type CostRhythm = (typeof costRhythms)[number];

/** A cost that belongs to no task: once, or again and again. */
export interface ProjectCost {
  readonly title: string;
  readonly amount: Money;
  readonly on: PlanDate | undefined;
  /** Undefined for once. */
  readonly every: CostRhythm | undefined;
  /** The last day on which it may fall due. */
  readonly until: PlanDate | undefined;
  readonly category: string | undefined;
  readonly milestone: string | undefined;
}

/** What a part of the plan may cost: a milestone, a summary task with its parts, a category. */
export interface PartBudget {
  readonly part: string;
  readonly amount: Money;
}

/** What was really paid. */
export interface Booking {
  readonly title: string;
  readonly amount: Money;
  readonly on: PlanDate | undefined;
  readonly category: string | undefined;
  readonly task: string | undefined;
}

export interface MoneyRules {
  readonly budget: Money | undefined;
  /** For risks that are known. */
  readonly contingency: Money | undefined;
  /** For what nobody thought of; no part of what the work may cost. */
  readonly managementReserve: Money | undefined;
  /** What an hour of somebody costs who has no rate. */
  readonly hourRate: Money | undefined;
  readonly budgets: readonly PartBudget[];
  readonly costs: readonly ProjectCost[];
  readonly booked: readonly Booking[];
}

/** What hours cost; it stands in a file that git ignores. */
export interface Rates {
  readonly hourRate: Money | undefined;
  /** By the key of the person. */
  readonly byPerson: ReadonlyMap<string, Money>;
}

export const noRates: Rates = { hourRate: undefined, byPerson: new Map() };
