/** What was done by the end of a week. */
export interface ProgressPoint {
  /** Its Monday, counted from 1970-01-01. */
  readonly firstDay: number;
  /** In the week alone; the length in minutes of work. */
  readonly doneTasks: number;
  readonly doneMinutes: number;
  /** Minutes of work that were done by its end, and that were left then. */
  readonly done: number;
  readonly left: number;
  /** Tasks that were begun and not done at its end. */
  readonly inWork: number;
}

/** Work that was begun and is not done. */
export interface AgeingRow {
  readonly id: string;
  readonly title: string;
  /** `3d` */
  readonly age: string;
  /** Longer than 85% of what is done took. */
  readonly isLong: boolean;
}

export interface ProgressTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Progress as the dates of the tasks tell it. */
export interface ProgressPage {
  readonly revision: number;
  readonly sentences: readonly string[];
  /** Minutes of all work, and of a day of work. */
  readonly total: number;
  readonly perDay: number;
  readonly weeks: readonly ProgressPoint[];
  readonly ageing: readonly AgeingRow[];
  /** Iterations and goals, where the project has them. */
  readonly tables: readonly ProgressTable[];
}
