import type { CodePlaceNow } from '../anchors/resolution.ts';
import type { LinkedCommit } from '../commits/commit.ts';
import type { Item } from '../model/plan.ts';
import type { Milestone } from '../model/milestone.ts';
import type { ItemDates } from '../schedule/schedule.ts';

/** Code of an item that a change touches. */
export interface TouchedPlace {
  readonly place: CodePlaceNow;
  /** The change is why nobody can tell the place any more; then it is where it was recorded. */
  readonly hasDrifted: boolean;
}

/** An item that a change is about. */
export interface TouchedItem {
  readonly item: Item;
  readonly dates: ItemDates | undefined;
  readonly places: readonly TouchedPlace[];
  /** Commits of the change that name it. */
  readonly commits: readonly LinkedCommit[];
  /** A risk that is there for a touched task, and whose own code is not touched. */
  readonly isByTask: boolean;
}

export interface MilestoneAtStake {
  readonly milestone: Milestone;
  readonly dates: ItemDates | undefined;
  /** The touched items that lead to it. */
  readonly items: readonly string[];
}

/** Somebody who should know of a change, and of which items. */
export interface PersonToTell {
  readonly name: string;
  readonly items: readonly string[];
}

/** A submodule with code of open items: what a change did in it is told by its own repository alone. */
export interface UnseenSubmodule {
  readonly path: string;
  readonly items: readonly string[];
}

/** What a change of code means to the plan. */
export interface Impact {
  /** Those without float first. */
  readonly items: readonly TouchedItem[];
  readonly milestones: readonly MilestoneAtStake[];
  readonly people: readonly PersonToTell[];
  readonly unseen: readonly UnseenSubmodule[];
}
