/** The commits that touched a plan, the oldest first, and what was in its files. */
export interface PlanPast {
  readonly steps: readonly PlanStep[];
  /** The text of each version of a file, by the name that the steps give it. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A commit, with what it has otherwise than the one before. */
export interface PlanStep {
  /** The full name of the commit. */
  readonly commit: string;
  /** Seconds since 1970 UTC. */
  readonly committedAt: number;
  readonly subject: string;
  /**
   * By path inside the plan folder: the name of the text that the file has from here on, undefined for
   * one that is gone. The first step names all files.
   */
  readonly changed: ReadonlyMap<string, string | undefined>;
}
