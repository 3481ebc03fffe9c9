import type { Anchor } from '../model/anchor.ts';
import type { CodeNow, FileSince } from './codeNow.ts';
import type { Fit, Quote } from './quote.ts';
import type { RangeWords } from './rangeWords.ts';
import type { AnchorEvidence, CodePlaceNow } from './resolution.ts';
import type { SourceText } from './sourceText.ts';

/** All that the steps of a resolution look at. */
export interface Search {
  readonly anchor: Anchor;
  readonly code: CodeNow;
  readonly quote: Quote | undefined;
  /** What a range said; undefined for one line, and where that is not known. */
  readonly said: RangeWords | undefined;
  /** What differs from the recorded commit; undefined when that is not known. */
  readonly since: FileSince | undefined;
  /** The same, followed from commit to commit. */
  readonly followed: FileSince | undefined;
  /** The path of the file now, as far as git knows. */
  readonly path: string;
  /** Undefined when the file is not there any more. */
  readonly text: SourceText | undefined;
  /** Where lines like those of the quote came since the recorded commit. */
  readonly similar: () => readonly Fit[];
}

/** A place that a step has found. */
export interface Found {
  /** It is the likely place, and nobody can tell for certain: no further step will. */
  readonly isUnsure?: boolean;
  readonly place: CodePlaceNow;
  readonly score: number;
  readonly evidence: AnchorEvidence;
}
