import type { Instant } from '../model/instant.ts';
import type { RatingName, RiskKind, RiskStatus, Strategy } from '../model/risk.ts';

/** How heavy a rating weighs, by the thresholds of the project. */
export const riskBands = ['low', 'medium', 'high'] as const;
export type RiskBand = (typeof riskBands)[number];

/** A rating placed on the project's scale. */
export interface RatingView {
  /** Place on the probability scale from 0, or -1 when not rated. */
  readonly probability: number;
  /** Place on the impact scale from 0 (the heaviest of its impacts), or -1 when not rated. */
  readonly impact: number;
  /** Product of the places counted from 1; 0 when not rated. */
  readonly score: number;
  readonly band: RiskBand | undefined;
  /** As it stands in the file: `30%`, `5d..15d`, `high`. Empty when missing. */
  readonly probabilityText: string;
  readonly scheduleText: string;
  readonly costText: string;
  /** Levels on the project's other scales, by name: `quality` to `high`. */
  readonly levels: Readonly<Record<string, string>>;
}

/** A task, milestone or other risk that a risk names. */
export interface RiskReference {
  readonly id: string;
  /** Empty of what the plan does not have. */
  readonly title: string;
  /** Where it stands: the status of a task or a risk, `reached`, `dropped`, or empty. */
  readonly state: string;
}

/** What a rating weighs on average; below zero for an opportunity, undefined where it cannot be said. */
export interface ExposureView {
  /** Working minutes. */
  readonly minutes: number | undefined;
  /** Hundredths of the project's currency. */
  readonly hundredths: number | undefined;
}

export interface RiskCodeLink {
  readonly path: string;
  readonly line: number | undefined;
}

export interface RiskRow {
  readonly id: string;
  readonly title: string;
  readonly cause: string;
  readonly event: string;
  readonly effect: string;
  readonly riskKind: RiskKind;
  readonly category: string;
  readonly status: RiskStatus;
  readonly owner: string;
  readonly ratings: Readonly<Record<RatingName, RatingView>>;
  /**
   * Probability times likely delay of the current rating, in working minutes, below zero for an
   * opportunity; undefined when one of them is missing or the risk can no longer happen.
   */
  readonly exposureMinutes: number | undefined;
  /** Probability times mean cost, in hundredths of the project's currency. */
  readonly exposureHundredths: number | undefined;
  /** The same of each rating. */
  readonly exposures: Readonly<Record<RatingName, ExposureView>>;
  readonly strategy: Strategy | undefined;
  readonly responsePlan: string;
  readonly responseTasks: readonly RiskReference[];
  /** `1200 EUR`, or empty. */
  readonly responseCostText: string;
  readonly trigger: string;
  readonly contingency: string;
  readonly fallback: string;
  readonly reserveText: string;
  /** Risks that the response itself brings. */
  readonly secondary: readonly RiskReference[];
  /** The risks whose response brings this one. */
  readonly secondaryOf: readonly RiskReference[];
  readonly drivers: readonly string[];
  readonly affects: readonly RiskReference[];
  /** The first milestone that it affects, itself or through a task, and that is still ahead. */
  readonly milestone: RiskReference | undefined;
  readonly reviewBy: Instant | undefined;
  readonly isReviewDue: boolean;
  /** The highest score that is borne of its category; undefined where the project does not say. */
  readonly appetite: number | undefined;
  /** True of a threat that can still happen and weighs more than that. */
  readonly isAboveAppetite: boolean;
  /** False when it has happened or is closed. */
  readonly isLive: boolean;
  readonly code: readonly RiskCodeLink[];
  readonly hasProblem: boolean;
  readonly isReadOnly: boolean;
}

export interface RiskScaleView {
  /** Titles and keys from the mildest up. */
  readonly probability: readonly { readonly key: string; readonly title: string }[];
  readonly impact: readonly { readonly key: string; readonly title: string }[];
  readonly mediumFrom: number;
  readonly highFrom: number;
  /** The band of each cell: by place on the probability scale, then on the impact scale. */
  readonly bands: readonly (readonly RiskBand[])[];
  /** The highest scores that the project bears; `all` where a category has none of its own. */
  readonly appetite: {
    readonly all: number | undefined;
    readonly byCategory: readonly (readonly [category: string, score: number])[];
  };
}

/** Everything that the register and the heat map show of one snapshot. */
export interface RiskRegisterView {
  /** Threats, then opportunities; in each by score and exposure, both falling, then by id. */
  readonly rows: readonly RiskRow[];
  readonly scale: RiskScaleView;
  readonly categories: readonly string[];
  readonly people: readonly { readonly key: string; readonly name: string }[];
  readonly minutesPerDay: number;
  readonly currency: string | undefined;
}
