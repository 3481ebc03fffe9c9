import type { LostReference } from '../model/change.ts';
import type { Plan } from '../model/plan.ts';
import type { PlanFile } from '../model/planFile.ts';
import type { Problem } from '../model/problem.ts';

/** The plan folder at one moment. Never changed; every change makes a new one with a higher revision. */
export interface Snapshot {
  readonly revision: number;
  /** False while there is no plan folder. */
  readonly exists: boolean;
  readonly plan: Plan;
  /** By path. */
  readonly files: ReadonlyMap<string, PlanFile>;
  /** Every problem of files and references (not of the schedule), by file and place. */
  readonly problems: readonly Problem[];
  /** Ids of removed items that can be brought back. */
  readonly removed?: readonly string[];
  /** By the id of a removed item, the places that named it until then. */
  readonly lost?: ReadonlyMap<string, readonly LostReference[]>;
}
