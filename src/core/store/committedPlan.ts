import type { PartedPlan } from './partedPlan.ts';

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

/** A commit or a branch with which a plan can be compared. */
export interface KnownRevision {
  /** The full name of a commit, or that of a branch. */
  readonly name: string;
  /** Seconds since 1970. */
  readonly committedAt: number;
  readonly subject: string;
}

/** Earlier versions of a plan. */
export interface PlanVersions {
  /** Undefined for a name that is none of a commit. */
  at(revision: string): Promise<CommittedPlan | undefined>;
  /**
   * When the present commit was made, in seconds since 1970; undefined where it does not have the
   * plan as its files are.
   */
  committedAt(): Promise<number | undefined>;
  /** The newest commit that two have in common; undefined where there is none. */
  mergeBase(one: string, other: string): Promise<string | undefined>;
  /** What one side of the merge under way, or of the present commit, took out and the other kept. */
  parted(): Promise<readonly PartedPlan[]>;
  /** The newest commits of this branch that touched the plan. */
  commits(): Promise<readonly KnownRevision[]>;
  /** The branches that were worked on last, remote ones among them. */
  branches(): Promise<readonly KnownRevision[]>;
}
