/** On which days there are commits for which tasks, packed in columns: there may be many of both. */
export interface CommitDays {
  /** Of the tasks that have any. */
  readonly ids: readonly string[];
  /** Where the days of each task begin in the two columns below; one more says where the last end. */
  readonly offsets: Int32Array;
  /** Days since 1970 by the calendars of the authors, those of a task in order and each once. */
  readonly days: Int32Array;
  /** How many commits there are on each; more than 65,535 are told as so many. */
  readonly commits: Uint16Array;
}
