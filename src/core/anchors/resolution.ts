/** How sure it is where the code of an anchor is now. */
export const anchorStates = ['fresh', 'moved', 'drifted', 'lost'] as const;

/**
 * `fresh`: where it was recorded. `moved`: somewhere else, for certain. `drifted`: the text changed
 * so much that a person has to look. `lost`: nothing like it is there any more.
 */
export type AnchorState = (typeof anchorStates)[number];

/** What told where it is. */
export type AnchorEvidence =
  'path' | 'same' | 'history' | 'quote' | 'symbol' | 'similar' | 'elsewhere' | 'line' | 'none';

export interface CodePlaceNow {
  /** Relative to the workspace folder. */
  readonly path: string;
  /** Counted from one; undefined for a whole file or folder. */
  readonly line: number | undefined;
  readonly endLine: number | undefined;
}

export interface Resolution {
  readonly state: AnchorState;
  /** Where it is now; undefined when it drifted or was lost. */
  readonly place: CodePlaceNow | undefined;
  /** 0 to 1: of what was recorded, how much is found at the place, or at the guess. */
  readonly score: number;
  readonly evidence: AnchorEvidence;
  /** The most similar place of an anchor that drifted; for a person to judge. */
  readonly guess: CodePlaceNow | undefined;
}
