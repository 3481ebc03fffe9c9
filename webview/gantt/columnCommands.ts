import type { ChartContext } from './chartContext.ts';
import { clampColumn, type ColumnKey } from './columns.ts';
import type { ViewGroup } from '../../src/core/model/savedView.ts';
import { groupTitles } from './groupRows.ts';
import { nextSort, sortTitle, type RowSort } from './rowOrder.ts';

/** What can be done with columns, by their heads and by their menu. */
export interface ColumnCommands {
  /** Up, then down, then the plan's own order again. */
  sortBy(key: RowSort['column']): void;
  setSort(sort: RowSort | undefined): void;
  setGroup(group: ViewGroup | undefined): void;
  resizeColumn(key: ColumnKey, widthPx: number): void;
  scrollColumns(by: 1 | -1): void;
  /** Puts a column where another one stands. */
  placeColumn(key: ColumnKey, at: ColumnKey): void;
}

export function createColumnCommands({ model, body, actions }: ChartContext): ColumnCommands {
  const setSort = (sort: RowSort | undefined): void => {
    model.choose({ sort });
    if (model.activeRow >= 0) body.bringIntoView(model.activeRow);
    actions.announce(sortText(sort));
  };
  return {
    sortBy: key => setSort(nextSort(model.choices.sort, key)),
    setSort,
    setGroup: group => {
      model.choose({ group });
      body.resize();
      actions.announce(
        group
          ? `Rows are grouped by ${groupTitles[group]}`
          : 'Rows stand in the outline of the plan',
      );
    },
    resizeColumn: (key, widthPx) => {
      const { columns } = model.choices;
      const choice = { ...columns[key], widthPx: clampColumn(widthPx) };
      model.choose({ columns: { ...columns, [key]: choice } });
      body.resize();
    },
    scrollColumns: by => {
      const titles = body.scrollColumns(by);
      if (titles.length > 0) actions.announce(`Columns in sight: ${titles.join(', ')}`);
    },
    placeColumn: (key, at) => {
      const { columnOrder } = model.choices;
      const [from, to] = [columnOrder.indexOf(key), columnOrder.indexOf(at)];
      const others = columnOrder.filter(each => each !== key);
      const place = others.indexOf(at) + (from < to ? 1 : 0);
      model.choose({ columnOrder: [...others.slice(0, place), key, ...others.slice(place)] });
      body.resize();
    },
  };
}

function sortText(sort: RowSort | undefined): string {
  if (!sort) return "Rows stand in the plan's own order";
  const way = sort.isDescending ? 'the highest first' : 'the lowest first';
  return `Rows are sorted by ${sortTitle(sort)}, ${way}`;
}
