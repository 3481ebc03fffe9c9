import type { Report } from '../report/report.ts';

/** A report for the panel, with what changed since the last one for the same audience. */
export interface ReportPage {
  readonly revision: number;
  readonly report: Report;
  readonly changes: readonly string[];
  /** The day of the report that it was held against; empty where none was frozen. */
  readonly since: string;
  /** True where this very report is in the plan folder already. */
  readonly isFrozen: boolean;
}
