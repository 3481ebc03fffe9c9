import type { DriverState } from '../core/store/driverState.ts';
import type { UnmergedFile } from '../core/store/unmergedFile.ts';
import type { RunGit } from './gitProcess.ts';
import { findDriverState } from './mergeDriver.ts';
import { findNamingOtherSide, readBeforeMerge } from './otherSide.ts';
import type { PlanFolderPlace } from './planVersion.ts';
import { listUnmerged } from './unmergedFiles.ts';

/** What git knows of the merges of a plan. */
export interface MergeState {
  /** The files of the plan that git could not merge. */
  unmerged(): Promise<readonly UnmergedFile[]>;
  /** Whether git merges the plan field by field here, as its attributes may ask. */
  driver(): Promise<DriverState>;
  /**
   * Items that name an id on the side that a merge brought in, and did not name it on this side:
   * where both sides made an item of that id they mean the other one.
   */
  namingOtherSide(id: string): Promise<readonly string[]>;
  /** What an item said where the sides of the merge under way, or of the last one, parted. */
  textBefore(id: string): Promise<string | undefined>;
}

export function createMergeState(git: RunGit, place: PlanFolderPlace): MergeState {
  return {
    unmerged: () => listUnmerged(git, place),
    driver: () => findDriverState(git, place),
    namingOtherSide: id => findNamingOtherSide(git, place, id),
    textBefore: id => readBeforeMerge(git, place, id),
  };
}
