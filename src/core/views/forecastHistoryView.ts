import type { Instant } from '../model/instant.ts';

/** The forecast as one commit had it. */
export interface ForecastHistoryPoint {
  /** The beginning of its name; empty for the files as they are. */
  readonly commit: string;
  readonly subject: string;
  readonly at: Instant;
  /** `12 May 2026` */
  readonly day: string;
  readonly planned: Instant;
  readonly p50: Instant;
  readonly confident: Instant;
  readonly plannedDay: string;
  readonly p50Day: string;
  readonly confidentDay: string;
  /** Between which days the true confident one lies: `11 to 13 May 2026`. */
  readonly between: string;
  /** `2 days later`; empty where it did not move. */
  readonly moved: string;
  readonly isLater: boolean;
  /** Items that moved it, the heaviest first: `2 days later by "Draw": estimate`. */
  readonly causes: readonly { readonly id: string; readonly text: string }[];
}

/** The forecast from commit to commit, in the words and numbers of a face. */
export interface ForecastHistoryView {
  readonly headline: string;
  /** `80%`: how sure the confident date is. */
  readonly label: string;
  /** The oldest first; of commits that moved nothing only the first and the last. */
  readonly points: readonly ForecastHistoryPoint[];
}
