/** How long tasks of one kind took, as shares of what was estimated. */
export interface CalibrationRow {
  /** `person`, `tag`, `size`; `all` for all of them together. */
  readonly by: 'all' | 'person' | 'tag' | 'size';
  readonly name: string;
  readonly count: number;
  /** One in ten took less than `low`, half less than `middle`, and one in ten more than `high`. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  /** `3 of 5`; empty where no task had a range. */
  readonly inside: string;
}

/** What the past of a project says of its estimates, in the words and numbers of a face. */
export interface CalibrationView {
  readonly sentences: readonly string[];
  /** How many tasks took which share of their estimate; empty without finished tasks. */
  readonly buckets: readonly { readonly label: string; readonly count: number }[];
  readonly rows: readonly CalibrationRow[];
  /** The days of the finish by how sure one is; empty texts where nothing can be said. */
  readonly dates: readonly {
    /** `80%` */
    readonly share: string;
    readonly corrected: string;
    readonly pace: string;
  }[];
  /** Tasks finished in each of the last weeks, the newest last; empty without a pace. */
  readonly weeks: readonly number[];
}
