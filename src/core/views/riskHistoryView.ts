import type { Instant } from '../model/instant.ts';
import type { RiskKind } from '../model/risk.ts';

/** A risk as it was rated at one moment, on the scales of today. */
export interface PastRisk {
  readonly id: string;
  readonly riskKind: RiskKind;
  readonly isLive: boolean;
  /** Of the current rating; 0 when it was not rated. */
  readonly score: number;
  /** Working minutes, below zero for an opportunity; undefined where it cannot be said. */
  readonly minutes: number | undefined;
  /** Hundredths of the project's currency. */
  readonly hundredths: number | undefined;
}

/** The risks after one commit. */
export interface RiskHistoryPoint {
  readonly commit: string;
  readonly at: Instant;
  readonly risks: readonly PastRisk[];
}

/** The risks from commit to commit, the oldest first. */
export interface RiskHistoryView {
  readonly points: readonly RiskHistoryPoint[];
}
