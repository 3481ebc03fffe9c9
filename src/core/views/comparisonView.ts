import type { Instant } from '../model/instant.ts';

/** From when to when something runs. */
export interface ComparedSpan {
  readonly start: Instant;
  readonly finish: Instant;
}

/** A line of the picture: where something was and where it is. */
export interface ComparedBar {
  /** Empty for the project, and for what is not in the plan any more. */
  readonly id: string;
  readonly title: string;
  readonly isPoint: boolean;
  /** Null for what is new. */
  readonly before: ComparedSpan | null;
  /** Null for what is gone. */
  readonly after: ComparedSpan | null;
  /** `2 working days later`, `new`, `gone` */
  readonly words: string;
  readonly tone: 'later' | 'earlier' | 'other';
}

export interface ComparedRow {
  /** Empty where the row is about nothing that can be opened. */
  readonly id: string;
  readonly cells: readonly string[];
}

export interface ComparedTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly ComparedRow[];
  /** How many rows were left out. */
  readonly more: number;
}

/** What a plan says otherwise than an earlier version of it, or than what was agreed. */
export interface ComparisonView {
  readonly revision: number;
  /** `Bridge, main (3f2a1c9 of 2026-11-20) to the files as they are` */
  readonly title: string;
  /** One each, the finish first. */
  readonly sentences: readonly string[];
  readonly bars: readonly ComparedBar[];
  /** How many bars were left out. */
  readonly moreBars: number;
  readonly tables: readonly ComparedTable[];
}
