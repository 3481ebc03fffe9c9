/** What a merge met: items that one side took out of the plan and the other one kept. */
export interface PartedPlan {
  /** By id. */
  readonly kept: readonly string[];
  /**
   * By path, the files that the side which took the items out has and wrote otherwise: what they
   * held where the sides parted, on that side, and on the one that kept the items.
   */
  readonly base: ReadonlyMap<string, string>;
  readonly removing: ReadonlyMap<string, string>;
  readonly keeping: ReadonlyMap<string, string>;
}
