/** The shapes that an estimate may have in a forecast. */
export const distributionNames = ['pert', 'triangular', 'lognormal', 'uniform'] as const;
export type DistributionName = (typeof distributionNames)[number];

/** Why a shape does not suit a range of so many points, and what does; undefined where it suits. */
export function findMisfit(shape: DistributionName, points: 2 | 3): string | undefined {
  if (points === 3) {
    return shape === 'uniform'
      ? 'has no likely value, so the middle one of three points counts for nothing; take the middle one out, or write `pert`, `triangular` or `lognormal`'
      : undefined;
  }
  return shape === 'pert' || shape === 'triangular'
    ? 'needs a likely value, and the middle of the range counts as that; write three points, such as `2d..4d..9d`, or `uniform` or `lognormal`'
    : undefined;
}

/** How strongly two items move together. */
export interface StatedCorrelation {
  /** The ids of two or more tasks and risks; each pair of them is meant. */
  readonly between: readonly string[];
  /** -1 to 1. */
  readonly strength: number;
}

/** What a project says of its own forecast. */
export interface ForecastRules {
  /** The shape of an estimate of three points, and of a range of two. */
  readonly threePoints: DistributionName;
  readonly twoPoints: DistributionName;
  /** How far an estimate without a range may be off, as shares of it; undefined for not at all. */
  readonly spread: { readonly low: number; readonly high: number } | undefined;
  /** How sure one wants to be of a date: 0 to 1. */
  readonly confidence: number;
  /** How strongly the lengths of all tasks move together: 0 to 1. */
  readonly correlation: number;
  /** By the name of a driver, how much of what it drives comes from it: 0 to 1. */
  readonly drivers: ReadonlyMap<string, number>;
  readonly correlations: readonly StatedCorrelation[];
}

/** What holds in a project that says nothing of its forecast. */
export const defaultForecastRules: ForecastRules = {
  threePoints: 'pert',
  twoPoints: 'uniform',
  spread: undefined,
  confidence: 0.8,
  correlation: 0,
  drivers: new Map(),
  correlations: [],
};

/** How much of a risk comes from a driver that the project file says nothing of. */
export const defaultDriverStrength = 0.5;
