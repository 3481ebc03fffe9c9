import type { PlainValue } from '../model/change.ts';
import type { Instant } from '../model/instant.ts';

export type MoneyTone = 'good' | 'middling' | 'bad' | 'none';

/** A figure of earned value with how it is made. */
export interface MoneyFigure {
  readonly key: string;
  /** `Cost performance index` */
  readonly name: string;
  readonly value: string;
  readonly tone: MoneyTone;
  readonly formula: string;
  /** The formula with its numbers: `4000 EUR ÷ 3600 EUR`; empty where they are too many. */
  readonly reckoned: string;
}

/** Hundredths; null for what has not happened yet. */
export interface MoneyPoint {
  readonly at: Instant;
  readonly planned: number;
  readonly earned: number | null;
  readonly actual: number | null;
}

export interface MoneyPart {
  readonly key: string;
  readonly name: string;
  readonly costs: string;
  readonly earned: string;
  /** Empty without a budget. */
  readonly budget: string;
  /** `1200 EUR left`, `300 EUR over`; empty without a budget. */
  readonly left: string;
  /** The share of the budget that the plan takes, 0 and up; null without one. */
  readonly share: number | null;
}

export interface MoneyTable {
  readonly title: string;
  readonly rows: readonly MoneyPart[];
}

export interface MoneyCut {
  readonly task: string;
  readonly text: string;
  readonly saves: string;
  /** What it costs in days and risk. */
  readonly price: string;
  readonly fields: Readonly<Record<string, PlainValue>>;
}

/** What the plan costs, has cost and will cost, in the words and numbers of a face. */
export interface MoneyPage {
  readonly revision: number;
  readonly headline: string;
  readonly sentences: readonly string[];
  readonly notes: readonly string[];
  readonly currency: string;
  /** The day of the figures. */
  readonly at: Instant;
  readonly figures: readonly MoneyFigure[];
  readonly curve: readonly MoneyPoint[];
  /** Hundredths: all that the plan costs, and what it may cost; null without a budget. */
  readonly total: number;
  readonly budget: number | null;
  readonly tables: readonly MoneyTable[];
  readonly cuts: readonly MoneyCut[];
}
