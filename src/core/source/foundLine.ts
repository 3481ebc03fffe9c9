/** A line of code that has a text in it. */
export interface FoundLine {
  /** Relative to the workspace folder. */
  readonly path: string;
  /** Counted from one. */
  readonly line: number;
  readonly text: string;
}

/** Who wrote a line, and when. */
export interface LineAuthor {
  readonly name: string;
  /** In seconds since 1970. */
  readonly at: number;
}
