import type { GanttView } from '../../src/core/views/ganttView.ts';
import { textAt } from './columnar.ts';
import { durationText, finishText, floatText, progressText, startText } from './rowText.ts';

/** The columns beside the title, in the order in which they give way when the grid is narrow. */
export const columnKeys = [
  'start',
  'finish',
  'duration',
  'float',
  'progress',
  'assignees',
] as const;
export type ColumnKey = (typeof columnKeys)[number];

export interface Column {
  readonly key: ColumnKey;
  readonly title: string;
  readonly isNumber: boolean;
  readonly text: (view: GanttView, row: number) => string;
}

const assigneesText = (view: GanttView, row: number): string => textAt(view.rows.assignees, row);

export const columns: readonly Column[] = [
  { key: 'start', title: 'Start', isNumber: true, text: startText },
  { key: 'finish', title: 'Finish', isNumber: true, text: finishText },
  { key: 'duration', title: 'Days', isNumber: true, text: durationText },
  { key: 'float', title: 'Float', isNumber: true, text: floatText },
  { key: 'progress', title: 'Done', isNumber: true, text: progressText },
  { key: 'assignees', title: 'People', isNumber: false, text: assigneesText },
];

/** A person's choice for one column. */
export interface ColumnChoice {
  readonly isShown: boolean;
  readonly widthPx: number;
}

export type ColumnChoices = Readonly<Record<ColumnKey, ColumnChoice>>;

export const defaultColumnChoices: ColumnChoices = {
  start: { isShown: true, widthPx: 68 },
  finish: { isShown: true, widthPx: 68 },
  duration: { isShown: true, widthPx: 52 },
  float: { isShown: true, widthPx: 52 },
  progress: { isShown: true, widthPx: 58 },
  assignees: { isShown: true, widthPx: 110 },
};

export const narrowestTitlePx = 220;
export const narrowestColumnPx = 40;
export const widestColumnPx = 400;

/** A column with its place from the left edge of the grid. */
export interface PlacedColumn {
  readonly column: Column;
  readonly widthPx: number;
}

/**
 * The chosen columns that fit beside a readable title, from the first on; what does not fit waits
 * until the grid is made wider.
 */
export function fitColumns(choices: ColumnChoices, gridPx: number): readonly PlacedColumn[] {
  const placed: PlacedColumn[] = [];
  let left = gridPx - narrowestTitlePx;
  for (const column of columns) {
    const { isShown, widthPx } = choices[column.key];
    if (!isShown) continue;
    if (widthPx > left) break;
    left -= widthPx;
    placed.push({ column, widthPx });
  }
  return placed;
}
