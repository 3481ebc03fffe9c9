import type { Problem } from './problem.ts';

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
  /** True for a file that cannot be understood now, and stands in the plan as it was read last. */
  readonly isKept?: boolean;
  /** What parsing found in this file alone. */
  readonly problems: readonly Problem[];
}
