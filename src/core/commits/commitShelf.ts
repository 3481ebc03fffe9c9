/** Where an index is kept from one time to the next: outside of the repository. */
export interface CommitShelf {
  /** Undefined when there is none yet, or it cannot be read. */
  readonly read: () => Promise<string | undefined>;
  /** A shelf that cannot be written to costs time, and nothing else. */
  readonly write: (text: string) => Promise<void>;
}
