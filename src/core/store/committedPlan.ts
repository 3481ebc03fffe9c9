/** The plan folder as a commit has it. */
export interface CommittedPlan {
  /** The full name of the commit. */
  readonly commit: string;
  /** Seconds since 1970. */
  readonly committedAt: number;
  readonly subject: string;
  /** The texts of its YAML files by path inside the plan folder; none where there was no plan. */
  readonly texts: ReadonlyMap<string, string>;
}
