import type { Instant } from '../model/instant.ts';

/** For whom a report is made; it decides what is told and what must not be. */
export const audiences = ['team', 'management', 'customer', 'steering'] as const;
export type Audience = (typeof audiences)[number];

/** How it stands: as agreed, to be watched, or in need of a decision. */
export const lights = ['green', 'yellow', 'red'] as const;
export type Light = (typeof lights)[number];

/** Why a report tells of its day: asked for, the status date, the last commit, or made on it. */
export const dayBases = ['asked', 'status', 'commit', 'made'] as const;
export type DayBasis = (typeof dayBases)[number];

/** One of the questions that a report answers, with its light and a sentence. */
export interface Judgement {
  readonly subject: 'Time' | 'Money' | 'Risk' | 'People';
  readonly light: Light;
  readonly sentence: string;
}

export interface ReportSection {
  readonly title: string;
  /** What is told where there are no rows. */
  readonly empty: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The columns of amounts, counted from 0, whose digits stand below one another. */
  readonly amounts?: readonly number[];
  /** The items that the first rows are about, by which a later report knows them under another title. */
  readonly ids?: readonly string[];
}

/** The title of the section that counts money. */
export const moneySection = 'Money by milestone';

/** True of a page that tells of money. */
export function judgesMoney({ judgements }: Report): boolean {
  return judgements.some(({ subject }) => subject === 'Money');
}

/** The last row of a table that is too long for a page. */
export function tellRest(left: number, columns: number): readonly string[] {
  return [`and ${left} more`, ...Array.from({ length: columns - 1 }, () => '')];
}

/** How many rows such a row stands for; 0 for another. */
export function readRest([first = '', ...others]: readonly string[]): number {
  const [, left] = /^and (\d+) more$/.exec(first.trim()) ?? [];
  return left !== undefined && others.every(cell => cell.trim() === '') ? Number(left) : 0;
}

/** A bar or a point of the picture of time. */
export interface ReportBar {
  readonly title: string;
  readonly start: Instant;
  readonly finish: Instant;
  /** The share done, 0 to 1. */
  readonly progress: number;
  readonly isPoint: boolean;
  readonly isLate: boolean;
}

/** A page about the plan in plain words. It is made of the plan alone: no clock, no chance. */
export interface Report {
  readonly title: string;
  readonly audience: Audience;
  /** The day that it tells of. */
  readonly on: string;
  readonly basis: DayBasis;
  readonly light: Light;
  readonly summary: string;
  /** Milestones that were reached lately, with those who did the work: a sentence each. */
  readonly celebrations: readonly string[];
  readonly judgements: readonly Judgement[];
  readonly bars: readonly ReportBar[];
  /** From when to when the picture goes, and the day of the report. */
  readonly span: { readonly from: Instant; readonly to: Instant; readonly at: Instant };
  readonly sections: readonly ReportSection[];
  /** Words of the page that not everybody knows. */
  readonly glossary: readonly (readonly [string, string])[];
}
