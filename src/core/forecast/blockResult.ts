/** What a variant came to in each iteration of a block. */
export interface VariantResult {
  /** When the project finishes. */
  readonly finish: Float64Array;
  /** Hundredths of the project's currency. */
  readonly cost: Float64Array;
}

/**
 * What came of a block of iterations. Everything is a list of numbers, so that it goes from one thread
 * to another without being copied. Sums are of working minutes beyond the plan: of the finish of the
 * project (F) and of the length of a task (D).
 */
export interface BlockResult {
  readonly from: number;
  readonly count: number;
  /** In the order of the variants; of all but the current one, the iterations that are compared. */
  readonly variants: readonly VariantResult[];
  /** Minutes of people, in each iteration of the current state. */
  readonly effort: Float64Array;
  /** By milestone, when it is reached in each iteration of the current state. */
  readonly milestones: readonly Float64Array[];
  /** By task of the model, in how many iterations it is critical. */
  readonly critical: Uint32Array;
  /** By length with a spread: sums of D, D², DF; then number and sum of F in its best and worst tenths. */
  readonly lengthSums: Float64Array;
  /** By event: how often it happens, and the sum of F where it does. */
  readonly eventSums: Float64Array;
  /** Sums of F and F². */
  readonly finishSums: Float64Array;
  /** By task of the model, then by iteration: when it finishes. Empty in blocks for which it is not kept. */
  readonly taskFinishes: Int32Array;
  readonly beyondHorizon: number;
}

/** Numbers by length in {@link BlockResult.lengthSums}. */
export const lengthSum = {
  d: 0,
  dd: 1,
  df: 2,
  bestCount: 3,
  bestF: 4,
  worstCount: 5,
  worstF: 6,
  size: 7,
} as const;
