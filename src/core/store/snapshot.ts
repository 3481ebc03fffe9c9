import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';

/** One file of the plan folder as it was read. */
export interface PlanFile {
  /** Relative to the plan folder: `tasks/T-7KQ3.yaml`. */
  readonly path: string;
  /** The item's id, `project`, or the baseline's name; undefined when the file name is none of these. */
  readonly id: string | undefined;
  /** The decoded text with its byte order mark and line ends; undefined when it could not be read as text. */
  readonly text: string | undefined;
  /** False for a file that Gantry must not write: not understood, too new, a link. */
  readonly isWritable: boolean;
  /** What parsing found in this file alone. */
  readonly problems: readonly Problem[];
}

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
}
