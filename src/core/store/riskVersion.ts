/** The files of the risks as one commit has them. */
export interface RiskVersion {
  readonly commit: string;
  /** When it was committed, in seconds since 1970 UTC. */
  readonly committedAt: number;
  /** The text of each file, by the id of the risk. */
  readonly texts: ReadonlyMap<string, string>;
}
