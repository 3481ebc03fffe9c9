import type { FileChange } from '../anchors/parsePatch.ts';
import type { LinkedCommit } from '../commits/commit.ts';

/** Which change is meant. */
export type ChangeRange =
  | { readonly kind: 'worktree' }
  | { readonly kind: 'index' }
  /** `A..B`, `A...B`, or a name: what it has that the present commit has not, or the other way round. */
  | { readonly kind: 'commits'; readonly text: string };

/** A change as git tells it. Paths are relative to the folder of git. */
export interface RangeChange {
  readonly files: readonly FileChange[];
  readonly commits: readonly LinkedCommit[];
  /** Submodules that the change moves and nobody can look into, of the working tree all of those. */
  readonly submodules?: readonly string[];
  /** From the working tree back to the end of the change; undefined where that is the working tree. */
  readonly back: readonly FileChange[] | undefined;
}
