import type { Instant } from '../model/instant.ts';

/** The plan in a line. */
export interface Status {
  readonly name: string;
  readonly overdue: number;
  readonly errors: number;
  readonly tasks: { readonly done: number; readonly all: number };
  /** The end of the last task; undefined when nothing has dates. */
  readonly finish: Instant | undefined;
  /** The milestone that comes next; undefined when none is left. */
  readonly next:
    | {
        readonly id: string;
        readonly title: string;
        readonly date: Instant;
        /** Its tasks finish after its due date. */
        readonly isLate: boolean;
      }
    | undefined;
}
