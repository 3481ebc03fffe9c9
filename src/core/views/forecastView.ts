import type { Instant } from '../model/instant.ts';

/** How well something stands, for its sign and its colour. */
export type ForecastTone = 'good' | 'middling' | 'bad' | 'none';

/** How sure one is of a date, and what else would be so with other responses. */
export interface ForecastDateRow {
  /** `80%` and `four times in five`. */
  readonly share: string;
  readonly words: string;
  readonly at: Instant;
  /** `12 May 2026`. */
  readonly day: string;
  /** Between which days the true one lies. */
  readonly between: string;
  /** Days before any response and once all are done; empty where responses change nothing. */
  readonly inherent: string;
  readonly residual: string;
}

/** How sure one is of an amount. */
export interface ForecastCostRow {
  readonly share: string;
  readonly words: string;
  readonly amount: string;
  /** `12 200 to 12 500 EUR`: between which the true one lies. */
  readonly between: string;
}

export interface ForecastMilestoneRow {
  readonly id: string;
  readonly title: string;
  readonly p50: string;
  readonly p80: string;
  /** Between which days the true ones lie; empty where they are certain. */
  readonly p50Between: string;
  readonly p80Between: string;
  /** Empty without a promise. */
  readonly due: string;
  /** `67%` and `two times in three`; empty without a promise. */
  readonly chance: string;
  readonly words: string;
  readonly tone: ForecastTone;
  /** What waiting for several paths costs: `2 days`; empty where it is nothing. */
  readonly mergeBias: string;
}

/** Bounds are working minutes from the mean finish. */
export interface ForecastTornadoRow {
  readonly kind: 'task' | 'threat' | 'opportunity';
  readonly id: string;
  readonly title: string;
  readonly best: number;
  readonly worst: number;
  /** `at its shortest 1 day earlier, at its longest 2 days later`. */
  readonly text: string;
}

/** How the finish hangs on a task. */
export interface ForecastTaskRow {
  readonly id: string;
  readonly title: string;
  /** 0 to 1, and as text: in which share of runs it is critical. */
  readonly share: number;
  readonly criticality: string;
  /** `0.62`, or `none` where it is no more than chance makes it. */
  readonly cruciality: string;
}

/** The exposure by a risk. Days and money are empty where it never adds any. */
export interface ForecastRiskRow {
  readonly id: string;
  readonly title: string;
  readonly kind: 'threat' | 'opportunity';
  readonly happens: string;
  /** On average, and between which the true average lies. */
  readonly days: string;
  readonly daysBetween: string;
  readonly cost: string;
  readonly costBetween: string;
}

export interface ForecastMitigationRow {
  readonly id: string;
  readonly title: string;
  readonly isUnderWay: boolean;
  /** Working minutes; the width of its bar. */
  readonly minutes: number;
  readonly buys: string;
  /** Between which the true number lies: `1 day to 2 days`. */
  readonly between: string;
  readonly saves: string;
  readonly savesBetween: string;
  readonly costs: string;
  readonly net: string;
}

export interface ForecastAction {
  readonly id: string;
  readonly text: string;
}

/** When a task finishes, for its bar in the chart. */
export interface ForecastBar {
  readonly id: string;
  readonly p10: Instant;
  readonly p50: Instant;
  readonly p80: Instant;
  readonly p90: Instant;
  /** 0 to 1. */
  readonly criticality: number;
}

/** A simulation of the plan in the words and numbers of a face. */
export interface ForecastView {
  /** Of the snapshot that was simulated. */
  readonly revision: number;
  /** `Four times in five, done by 12 May 2026.` */
  readonly headline: string;
  readonly sentences: readonly string[];
  /** The date that holds with the confidence asked for, and that confidence as text. */
  readonly confident: { readonly at: Instant; readonly share: number; readonly label: string };
  readonly planned: Instant;
  /** Undefined where no finish was promised. */
  readonly due: Instant | undefined;
  readonly curve: readonly { readonly at: Instant; readonly share: number }[];
  readonly histogram: readonly {
    readonly from: Instant;
    readonly to: Instant;
    readonly count: number;
  }[];
  /** None where nothing is open, so that no date is uncertain. */
  readonly dates: readonly ForecastDateRow[];
  /** None where nothing costs anything, or nothing is open. */
  readonly costs: readonly ForecastCostRow[];
  readonly milestones: readonly ForecastMilestoneRow[];
  readonly tornado: readonly ForecastTornadoRow[];
  /** None where no length is uncertain. */
  readonly tasks: readonly ForecastTaskRow[];
  readonly risks: readonly ForecastRiskRow[];
  readonly mitigations: readonly ForecastMitigationRow[];
  /** How many responses move neither the finish nor the cost, and are not listed. */
  readonly idleMitigations: number;
  readonly actions: readonly ForecastAction[];
  readonly notes: readonly string[];
  /** How the numbers were made, a sentence each. */
  readonly explanation: readonly string[];
  /** `4,096 runs, seed 1`. */
  readonly made: string;
  readonly bars: readonly ForecastBar[];
}
