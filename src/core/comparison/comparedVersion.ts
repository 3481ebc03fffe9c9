import type { CommittedPlan } from '../store/committedPlan.ts';
import type { Snapshot } from '../store/snapshot.ts';

/** What is compared: a revision or two; `isFromBase` for from where both parted. */
export interface ComparedRange {
  readonly before: string;
  /** Undefined for the files as they are. */
  readonly after: string | undefined;
  readonly isFromBase: boolean;
}

/** One side of a comparison. */
export interface ComparedVersion {
  /** `main`, `HEAD~3`; undefined for the files as they are. */
  readonly revision: string | undefined;
  /** Undefined for the files as they are. */
  readonly committed: CommittedPlan | undefined;
  readonly snapshot: Snapshot;
}

export interface ComparedVersions {
  readonly before: ComparedVersion;
  readonly after: ComparedVersion;
}

/** Reads a revision or two, `A..B`, or `A...B`; undefined for more of them. */
export function readComparedRange(words: readonly string[]): ComparedRange | undefined {
  const [first = 'HEAD', second, ...others] = words;
  if (others.length > 0) return undefined;
  const [, before = '', dots, after = ''] = /^(.*?)(\.{2,3})(.*)$/.exec(first) ?? [];
  if (dots === undefined || second !== undefined) {
    return { before: first, after: second, isFromBase: false };
  }
  return { before: before || 'HEAD', after: after || 'HEAD', isFromBase: dots === '...' };
}
