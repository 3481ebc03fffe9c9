import type { ChangesSince } from '../anchors/codePast.ts';
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
  /**
   * What had changed between some commits, as they were written down, and the start of the change:
   * of the paths alone, with old names and new ones among them. What is not known is left out.
   */
  readonly since?: (
    commits: readonly string[],
    paths: readonly string[],
  ) => Promise<ReadonlyMap<string, ChangesSince>>;
  /** From the working tree back to the end of the change; undefined where that is the working tree. */
  readonly back: readonly FileChange[] | undefined;
}
