/** A place in the code that an item is about. Resolved anew each time; the line is only a hint. */
export interface Anchor {
  /** Relative to the workspace folder, with forward slashes. A folder ends in a slash. */
  readonly path: string;
  /** For example `Parser.parseTask`. */
  readonly symbol: string | undefined;
  /** Counted from one; undefined for the whole file. */
  readonly line: number | undefined;
  /** The last line, counted from one; undefined when it is one line. */
  readonly endLine: number | undefined;
  /** Up to three lines of the text itself. */
  readonly quote: string | undefined;
  /** Two lines before and after the quote. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Of a range: how much each line weighs, and by what it is known. */
  readonly prints: string | undefined;
  /** The commit at which the line was right. */
  readonly commit: string | undefined;
}
