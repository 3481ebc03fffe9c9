import {
  columnKeys,
  completeOrder,
  defaultColumnChoices,
  type ColumnChoices,
  type ColumnKey,
} from './columns.ts';
import type { ViewGroup } from '../../src/core/model/savedView.ts';
import type { RowSort } from './rowOrder.ts';
import type { HeaderStyle } from './headerStyle.ts';
import { defaultPxPerDay } from './timeScale.ts';

/** What the chart wants back after a restart: how a person looks at the plan, never the plan. */
export interface GanttUi {
  readonly version: 1;
  readonly pxPerDay: number;
  /** The instant at the left edge of the timeline; undefined before the first plan was shown. */
  readonly leftAt: number | undefined;
  readonly topPx: number;
  /** Ids of the rows that are folded. */
  readonly folded: readonly string[];
  /** The id of the row that is selected. */
  readonly selected: string | undefined;
  readonly filter: string;
  readonly onlyMatches: boolean;
  readonly isCriticalShown: boolean;
  readonly isBaselineShown: boolean;
  /** The name of the baseline that is shown; undefined for the newest. */
  readonly baseline: string | undefined;
  /** True while what holds rows by hand, and what really happened, is shown. */
  readonly isConstraintShown: boolean;
  readonly isActualShown: boolean;
  /** True while the bars show when they may end. */
  readonly isForecastShown: boolean;
  /** True while the bars show on which days there were commits. */
  readonly areCommitsShown: boolean;
  /** True while all but what drives the selection, and what it drives, is dimmed. */
  readonly isPathShown: boolean;
  readonly header: HeaderStyle;
  /** True while done and dropped work is hidden. */
  readonly isClosedHidden: boolean;
  readonly isOverviewShown: boolean;
  /** True while a plain table stands in the place of the chart. */
  readonly isTableShown: boolean;
  /** Undefined while nobody has chosen a width: then the grid takes its share of the panel. */
  readonly gridPx: number | undefined;
  readonly isGridFolded: boolean;
  readonly columns: ColumnChoices;
  /** From left to right. */
  readonly columnOrder: readonly ColumnKey[];
  /** Undefined for the plan's own order. */
  readonly sort: RowSort | undefined;
  /** Undefined for the plan's own outline. */
  readonly group: ViewGroup | undefined;
}

export const defaultGanttUi: GanttUi = {
  version: 1,
  pxPerDay: defaultPxPerDay,
  leftAt: undefined,
  topPx: 0,
  folded: [],
  selected: undefined,
  filter: '',
  onlyMatches: true,
  isCriticalShown: false,
  isBaselineShown: true,
  baseline: undefined,
  isConstraintShown: true,
  isActualShown: true,
  isForecastShown: false,
  areCommitsShown: false,
  isPathShown: false,
  header: 'dates',
  isClosedHidden: false,
  isOverviewShown: true,
  isTableShown: false,
  gridPx: undefined,
  isGridFolded: false,
  columns: defaultColumnChoices,
  columnOrder: columnKeys,
  sort: undefined,
  group: undefined,
};

/** What was kept by this or an older version; anything that does not fit gives way to the default. */
export function restoreGanttUi(kept: GanttUi | undefined): GanttUi {
  if (kept?.version !== 1) return defaultGanttUi;
  // Older versions kept less.
  const known: Partial<GanttUi> = kept;
  return {
    ...defaultGanttUi,
    ...kept,
    columns: { ...defaultColumnChoices, ...known.columns },
    columnOrder: completeOrder(known.columnOrder ?? []),
  };
}
