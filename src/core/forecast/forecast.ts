import type { Instant } from '../model/instant.ts';
import type { RatingName } from '../model/risk.ts';
import type { ForecastNote } from './forecastNote.ts';
import type { Bounds } from './sampleMean.ts';
import type { QuantileEstimate } from './sampleQuantiles.ts';

/** The shares of all iterations whose dates and amounts are told. */
export const toldShares = { p10: 0.1, p50: 0.5, p80: 0.8, p90: 0.9 } as const;
export type ToldShare = keyof typeof toldShares;

/** By told share. */
export type Quantiles = Readonly<Record<ToldShare, QuantileEstimate>>;

/** When something is finished or reached. */
export interface DateForecast {
  /** Instants, each with the bounds between which the true quantile lies. */
  readonly quantiles: Quantiles;
  /** The same in working minutes of the project's calendar from the project's start. */
  readonly workMinutes: Quantiles;
  /** Working minutes from the project's start, on average. */
  readonly meanMinutes: number;
  /** Where the schedule puts it, with every length as planned. */
  readonly planned: Instant;
  /** The share of iterations that are no later than the schedule. */
  readonly chanceOfPlanned: number;
  /** What was promised, and the share of iterations that keep it. */
  readonly due: Instant | undefined;
  readonly chanceOfDue: number | undefined;
  /**
   * [minutes] By how much it is later, on average, than the latest of the paths that lead to it, because
   * it waits for all of them: the merge bias. Of the iterations in {@link Forecast.sampled}.
   */
  readonly mergeBias: number;
}

export interface MilestoneForecast extends DateForecast {
  readonly id: string;
  readonly title: string;
}

/** What the project costs, in hundredths of its currency. */
export interface CostForecast {
  readonly quantiles: Quantiles;
  readonly mean: number;
  /** What all costs with every length as planned and no risk. */
  readonly planned: number;
  /** True where it holds the hours of people. */
  readonly hasPeople: boolean;
  readonly budget: number | undefined;
  readonly chanceOfBudget: number | undefined;
}

/** How much people have to do, in minutes of all of them together. */
export interface EffortForecast {
  readonly quantiles: Quantiles;
  readonly planned: number;
}

/** One bar of the histogram of the finish. */
export interface HistogramBar {
  readonly from: Instant;
  readonly to: Instant;
  readonly count: number;
}

/** How a task and the finish hang together. */
export interface TaskForecast {
  readonly id: string;
  readonly title: string;
  /** The share of iterations in which it is critical: the criticality index (Van Slyke, 1963). */
  readonly criticality: number;
  /**
   * How closely its length and the finish go together: the size of their correlation (Williams,
   * "Criticality in stochastic networks", 1992); 0 for one whose length is certain.
   */
  readonly cruciality: number;
  /** Criticality times the spread of the length over that of the finish: the schedule sensitivity index. */
  readonly sensitivity: number;
  /** When it finishes. */
  readonly finish: Readonly<Record<ToldShare, Instant>>;
}

/** What the finish does when one thing turns out well or badly, all else left to chance. */
export interface TornadoBar {
  readonly kind: 'task' | 'threat' | 'opportunity';
  readonly id: string;
  readonly title: string;
  /**
   * Working minutes between the mean finish and the mean of the iterations in which the task is among
   * its shortest tenth, or its longest; of a risk, of those in which it does not happen, or does.
   */
  readonly best: number;
  readonly worst: number;
}

/** What a risk does, told by leaving it out while everything else is drawn as before. */
export interface RiskForecast {
  readonly id: string;
  readonly title: string;
  readonly kind: 'threat' | 'opportunity';
  /** The share of iterations in which it happens. */
  readonly probability: number;
  /** Working minutes that it adds to the finish, on average and at the confidence asked for. */
  readonly meanMinutes: number;
  readonly minutes: number;
  /** Hundredths that it adds, on average. */
  readonly cost: number;
  /** Between which the true averages lie, 19 times in 20. */
  readonly meanBounds: Bounds;
  readonly costBounds: Bounds;
  /** Over how many iterations the plan was compared with and without it. */
  readonly iterations: number;
}

/** What a response buys: the current rating against the residual one. */
export interface MitigationForecast {
  readonly id: string;
  readonly title: string;
  readonly strategy: string | undefined;
  readonly isUnderWay: boolean;
  /** Its open tasks, whose own time is counted against it. */
  readonly tasks: readonly string[];
  /** Working minutes by which the finish comes earlier, on average and at the confidence asked for. */
  readonly meanMinutes: number;
  readonly minutes: number;
  /** Between which the true number with the confidence asked for lies, 19 times in 20. */
  readonly bounds: Bounds;
  /** Over how many iterations both were compared: more where the bounds lay far apart. */
  readonly iterations: number;
  /** Hundredths that it saves on average, that it costs, and the difference. */
  readonly saves: number;
  /** Between which what it saves on average lies, 19 times in 20. */
  readonly savesBounds: Bounds;
  readonly costs: number;
  readonly net: number;
}

/** The finish and the cost of a whole run. */
export interface RunForecast {
  readonly rating: RatingName;
  readonly quantiles: Readonly<Record<ToldShare, Instant>>;
  readonly meanCost: number;
}

/** One of the best things to do next. */
export interface NextAction {
  readonly kind: 'mitigate' | 'narrow' | 'watch';
  readonly id: string;
  readonly title: string;
  /** Working minutes that are at stake. */
  readonly minutes: number;
  /** True where these are an average over all runs, and not the difference at the confidence asked for. */
  readonly isAverage: boolean;
  /** Hundredths that a response saves beyond its own cost, negative for what it costs; else 0. */
  readonly net: number;
  /** Between which the true one lies. */
  readonly netBounds: Bounds;
}

/** Time and money together. */
export interface JointForecast {
  /** The chance to keep the project's finish and its budget both; undefined where one is not stated. */
  readonly chanceOfBoth: number | undefined;
  /** A date and an amount that are kept together with the confidence asked for. */
  readonly at: Instant;
  readonly cost: number;
  /** Between which the date and the amount that truly are lie, 19 times in 20. */
  readonly atBounds: Bounds;
  readonly costBounds: Bounds;
}

/** All that a simulation of a plan has to say. */
export interface Forecast {
  readonly seed: number;
  readonly iterations: number;
  /** True where it ended before all iterations because the quantiles had settled. */
  readonly isSettled: boolean;
  /** Working minutes within which quantiles have settled. */
  readonly tolerance: number;
  readonly confidence: number;
  readonly start: Instant;
  readonly finish: DateForecast;
  /** The date that holds with the confidence asked for, and working minutes after the schedule. */
  readonly contingency: {
    readonly at: Instant;
    /** Between which the true date lies. */
    readonly bounds: readonly [Instant, Instant];
    readonly minutes: number;
    readonly cost: number;
  };
  readonly histogram: readonly HistogramBar[];
  /** The share of iterations that are finished by a moment, in rising order. */
  readonly curve: readonly { readonly at: Instant; readonly share: number }[];
  readonly milestones: readonly MilestoneForecast[];
  /** Undefined where nothing in the plan costs anything. */
  readonly cost: CostForecast | undefined;
  readonly joint: JointForecast | undefined;
  /** Undefined where nobody can say how much there is to do. */
  readonly effort: EffortForecast | undefined;
  /** Every open task that has dates. */
  readonly tasks: readonly TaskForecast[];
  /** In how many iterations, from the first on, it was kept when each of them finishes. */
  readonly sampled: number;
  /** The widest first. */
  readonly tornado: readonly TornadoBar[];
  /** Those that add most first. */
  readonly risks: readonly RiskForecast[];
  /** Those that buy most first. */
  readonly mitigations: readonly MitigationForecast[];
  /** Before any response, as it is, and once all responses are done; empty without risks. */
  readonly runs: readonly RunForecast[];
  readonly actions: readonly NextAction[];
  readonly notes: readonly ForecastNote[];
  /** How much of the plan is uncertain: tasks with a range, and open tasks in all. */
  readonly ranged: { readonly tasks: number; readonly of: number };
}
