import { varianceText } from './baselineText.ts';
import { textAt } from './columnar.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import { finishText, floatText, lengthText, progressText, startText } from './rowText.ts';

/** The columns beside the title, in the order in which they are shown. */
export const columnKeys = [
  'start',
  'finish',
  'duration',
  'float',
  'progress',
  'assignees',
  'variance',
] as const;
export type ColumnKey = (typeof columnKeys)[number];

export interface Column {
  readonly key: ColumnKey;
  readonly title: string;
  readonly isNumber: boolean;
  /** Columns with higher numbers give way first when the grid is narrow. */
  readonly rank: number;
  readonly text: (plan: LoadedPlan, row: number) => string;
}

export const columns: readonly Column[] = [
  numbers('start', 'Start', 2, ({ view }, row) => startText(view, row)),
  numbers('finish', 'Finish', 0, ({ view }, row) => finishText(view, row)),
  numbers('duration', 'Length', 3, ({ view, workingTime }, row) =>
    lengthText(view, row, workingTime),
  ),
  numbers('float', 'Float', 1, ({ view }, row) => floatText(view, row)),
  numbers('progress', 'Done', 5, ({ view }, row) => progressText(view, row)),
  {
    key: 'assignees',
    title: 'People',
    isNumber: false,
    rank: 6,
    text: ({ view }, row) => textAt(view.rows.assignees, row),
  },
  numbers('variance', 'Variance', 4, ({ view, baseline }, row) =>
    varianceText(view, baseline, row),
  ),
];

function numbers(key: ColumnKey, title: string, rank: number, text: Column['text']): Column {
  return { key, title, isNumber: true, rank, text };
}

/** A person's choice for one column. */
export interface ColumnChoice {
  readonly isShown: boolean;
  readonly widthPx: number;
}

export type ColumnChoices = Readonly<Record<ColumnKey, ColumnChoice>>;

export const defaultColumnChoices: ColumnChoices = {
  start: { isShown: true, widthPx: 72 },
  finish: { isShown: true, widthPx: 72 },
  duration: { isShown: true, widthPx: 56 },
  float: { isShown: true, widthPx: 58 },
  progress: { isShown: true, widthPx: 56 },
  assignees: { isShown: true, widthPx: 110 },
  variance: { isShown: true, widthPx: 68 },
};

/**
 * How wide the title must stay for a column to be shown, by the column's rank: it gives up most for
 * the finish and the float, which say most, and nothing for what the bars show as well.
 */
const titlePxByRank = [150, 150, 250, 255, 300] as const;
const comfortableTitlePx = 400;

/** Below this a title needs the room of its id, which the row then tells when it is pointed at. */
export const titleWithIdPx = 310;

/** How much wider a date with its year is than one without. */
const yearPx = 20;

/** The choices for a plan with dates of other years: the columns of dates make room for the years. */
export function widenDates(choices: ColumnChoices): ColumnChoices {
  const widen = ({ isShown, widthPx }: ColumnChoice): ColumnChoice => ({
    isShown,
    widthPx: widthPx + yearPx,
  });
  return { ...choices, start: widen(choices.start), finish: widen(choices.finish) };
}

/** The choices for a plan that is held against no baseline. */
export function withoutVariance(choices: ColumnChoices): ColumnChoices {
  return { ...choices, variance: { ...choices.variance, isShown: false } };
}

export const narrowestColumnPx = 40;
export const widestColumnPx = 400;

/** A column with its place from the left edge of the grid. */
export interface PlacedColumn {
  readonly column: Column;
  readonly widthPx: number;
}

/**
 * The chosen columns that fit beside a readable title, the most wanted first; what does not fit
 * waits until the grid is made wider.
 */
export function fitColumns(choices: ColumnChoices, gridPx: number): readonly PlacedColumn[] {
  const kept = new Set<ColumnKey>();
  let used = 0;
  const wanted = columns.filter(({ key }) => choices[key].isShown);
  for (const { key, rank } of [...wanted].sort((a, b) => a.rank - b.rank)) {
    const titlePx = titlePxByRank[rank] ?? comfortableTitlePx;
    if (used + choices[key].widthPx > gridPx - titlePx) break;
    used += choices[key].widthPx;
    kept.add(key);
  }
  return wanted
    .filter(({ key }) => kept.has(key))
    .map(column => ({ column, widthPx: choices[column.key].widthPx }));
}
