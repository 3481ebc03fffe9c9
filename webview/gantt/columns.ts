import { isHeading } from '../../src/core/views/ganttView.ts';
import { viewColumns, type ViewColumn } from '../../src/core/model/savedView.ts';
import { varianceText } from './baselineText.ts';
import { textAt } from './columnar.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import {
  deadlineText,
  finishText,
  floatText,
  isMilestoneItem,
  lengthText,
  progressText,
  startText,
  statusName,
} from './rowText.ts';

/** The columns beside the title, in the order in which they are shown at first. */
export const columnKeys = viewColumns;
export type ColumnKey = ViewColumn;

export interface Column {
  readonly key: ColumnKey;
  readonly title: string;
  readonly isNumber: boolean;
  /** Columns with higher numbers give way first when the grid is narrow. */
  readonly rank: number;
  readonly text: (plan: LoadedPlan, row: number) => string;
}

const columnByKey: Readonly<Record<ColumnKey, Column>> = {
  start: numbers('start', 'Start', 2, ({ view }, row) => startText(view, row)),
  finish: numbers('finish', 'Finish', 0, ({ view }, row) => finishText(view, row)),
  length: numbers('length', 'Length', 3, ({ view, workingTime }, row) =>
    lengthText(view, row, workingTime),
  ),
  float: numbers('float', 'Float', 1, ({ view }, row) => floatText(view, row)),
  variance: numbers('variance', 'Variance', 4, ({ view, baseline }, row) =>
    varianceText(view, baseline, row),
  ),
  progress: numbers('progress', 'Done', 5, ({ view }, row) => progressText(view, row)),
  assignees: words('assignees', 'People', 6, ({ view }, row) => textAt(view.rows.assignees, row)),
  status: words('status', 'Status', 7, ({ view }, row) =>
    isHeading(view, row) ? '' : statusName(view, row),
  ),
  estimate: numbers('estimate', 'Estimate', 8, ({ view }, row) => textAt(view.rows.estimate, row)),
  due: numbers('due', 'Due', 9, ({ view }, row) => deadlineText(view, row)),
  predecessors: words('predecessors', 'Waits for', 10, ({ view }, row) =>
    textAt(view.rows.dependsOn, row).replaceAll('\n', ', '),
  ),
  milestone: words('milestone', 'Milestone', 11, milestoneTitle),
  tags: words('tags', 'Tags', 12, ({ view }, row) =>
    textAt(view.rows.tags, row).replaceAll('\n', ', '),
  ),
};

export function columnOf(key: ColumnKey): Column {
  return columnByKey[key];
}

function numbers(key: ColumnKey, title: string, rank: number, text: Column['text']): Column {
  return { key, title, isNumber: true, rank, text };
}

function words(key: ColumnKey, title: string, rank: number, text: Column['text']): Column {
  return { key, title, isNumber: false, rank, text };
}

function milestoneTitle({ view, rowOf }: LoadedPlan, row: number): string {
  if (isMilestoneItem(view, row)) return '';
  const id = textAt(view.rows.milestone, row);
  const found = id === '' ? undefined : rowOf(id);
  return found === undefined ? id : textAt(view.rows.title, found);
}

/** A person's choice for one column. */
export interface ColumnChoice {
  readonly isShown: boolean;
  readonly widthPx: number;
}

export type ColumnChoices = Readonly<Record<ColumnKey, ColumnChoice>>;

export const defaultColumnChoices: ColumnChoices = {
  status: { isShown: false, widthPx: 84 },
  start: { isShown: true, widthPx: 72 },
  finish: { isShown: true, widthPx: 72 },
  length: { isShown: true, widthPx: 56 },
  estimate: { isShown: false, widthPx: 84 },
  due: { isShown: false, widthPx: 92 },
  float: { isShown: true, widthPx: 58 },
  progress: { isShown: true, widthPx: 56 },
  predecessors: { isShown: false, widthPx: 120 },
  assignees: { isShown: true, widthPx: 110 },
  milestone: { isShown: false, widthPx: 120 },
  tags: { isShown: false, widthPx: 100 },
  variance: { isShown: true, widthPx: 68 },
};

/** Every column once, those that are named first. */
export function completeOrder(order: readonly ColumnKey[]): readonly ColumnKey[] {
  const known = order.filter(
    (key, place) => columnKeys.includes(key) && order.indexOf(key) === place,
  );
  return [...known, ...columnKeys.filter(key => !known.includes(key))];
}

/** The order with a column one place further on, or back; the same at its ends. */
export function moveColumn(
  order: readonly ColumnKey[],
  key: ColumnKey,
  by: 1 | -1,
): readonly ColumnKey[] {
  const from = order.indexOf(key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return order;
  const moved = order.filter(each => each !== key);
  return [...moved.slice(0, to), key, ...moved.slice(to)];
}

/**
 * How wide the title must stay for a column to be shown, by the column's rank: it gives up most for
 * the finish and the float, which say most, and nothing for what the bars show as well.
 */
const titlePxByRank = [140, 150, 250, 255, 300] as const;
const comfortableTitlePx = 400;
/** For a column that somebody asked for. */
const leastTitlePx = 150;

/** Below this a title needs the room of its id, which the row then tells when it is pointed at. */
export const titleWithIdPx = 310;

/** Of a title at any level so much is left, with its fold and its state before the words. */
const leastWordsPx = 108;
/** For one level, where there is room. */
export const indentPx = 14;
const mostLevels = 10;

/** How far titles are indented at most, so that they stay to be read at any level. */
export function deepestIndentPx(titlePx: number): number {
  return Math.max(0, Math.min(mostLevels * indentPx, titlePx - leastWordsPx));
}

/** How much wider a date with its year is than one without. */
const yearPx = 20;

/** The choices for a plan with dates of other years: the columns of dates make room for the years. */
export function widenDates(choices: ColumnChoices): ColumnChoices {
  const widen = ({ isShown, widthPx }: ColumnChoice): ColumnChoice => ({
    isShown,
    widthPx: widthPx + yearPx,
  });
  return {
    ...choices,
    start: widen(choices.start),
    finish: widen(choices.finish),
    due: widen(choices.due),
  };
}

/** The choices for a plan that is held against no baseline. */
export function withoutVariance(choices: ColumnChoices): ColumnChoices {
  return { ...choices, variance: { ...choices.variance, isShown: false } };
}

export const narrowestColumnPx = 40;
export const widestColumnPx = 400;

/** A width in CSS pixels that a column may have. */
export function clampColumn(widthPx: number): number {
  return Math.min(widestColumnPx, Math.max(narrowestColumnPx, Math.round(widthPx)));
}

/** A column with its place from the left edge of the grid. */
export interface PlacedColumn {
  readonly column: Column;
  readonly widthPx: number;
}

/**
 * The chosen columns that fit beside a readable title, the most wanted first; what does not fit
 * waits until the grid is made wider. Those that somebody asked for come before those that are
 * there anyway.
 */
export function fitColumns(
  choices: ColumnChoices,
  order: readonly ColumnKey[],
  gridPx: number,
): readonly PlacedColumn[] {
  const kept = new Set<ColumnKey>();
  let used = 0;
  const isAskedFor = ({ key }: Column): boolean => !defaultColumnChoices[key].isShown;
  const rankOf = (column: Column): number => (isAskedFor(column) ? -1 : column.rank);
  const wanted = order.map(columnOf).filter(({ key }) => choices[key].isShown);
  for (const column of [...wanted].sort((a, b) => rankOf(a) - rankOf(b))) {
    const titlePx = isAskedFor(column)
      ? leastTitlePx
      : (titlePxByRank[column.rank] ?? comfortableTitlePx);
    const { widthPx } = choices[column.key];
    if (used + widthPx > gridPx - titlePx) continue;
    used += widthPx;
    kept.add(column.key);
  }
  return wanted
    .filter(({ key }) => kept.has(key))
    .map(column => ({ column, widthPx: choices[column.key].widthPx }));
}
