import { formatSort, type ChartView, type SavedView } from '../../src/core/model/savedView.ts';
import { createViewKeeper } from '../state/viewKeeper.ts';
import type { ChartContext } from './chartContext.ts';
import { columnKeys, completeOrder, type ColumnChoices } from './columns.ts';
import type { ChartChoices } from './chartModel.ts';

/** What can be done with the views that the plan keeps. */
export interface ViewCommands {
  applyView(view: ChartView): void;
  /** Keeps how the plan is looked at now, under a new name or one that is there. Answers why not. */
  saveView(name: string): Promise<string | undefined>;
  removeView(name: string): void;
}

export function createSavedViewCommands({ model, body, actions }: ChartContext): ViewCommands {
  const keeper = createViewKeeper(actions, () => model.plan?.view.views ?? []);
  return {
    applyView: view => {
      model.choose(choicesOf(view, model.choices));
      body.resize();
      actions.announce(`The view ${view.name} is shown`);
    },
    saveView: name => keeper.save(viewOf(name, model.choices)),
    removeView: name => keeper.remove(name),
  };
}

export function isChartView(view: SavedView): view is ChartView {
  return view.surface === 'chart';
}

/** How the plan is looked at now, as a view. */
export function viewOf(
  name: string,
  { filter, sort, group, columns, columnOrder }: Pick<ChartChoices, ViewChoice>,
): ChartView {
  return {
    surface: 'chart',
    name,
    filter: filter.trim(),
    sort,
    group,
    columns: columnOrder.filter(key => columns[key].isShown),
  };
}

type ViewChoice = 'filter' | 'sort' | 'group' | 'columns' | 'columnOrder';

/** What a view asks for; widths stay what they are, and columns of which it says nothing. */
export function choicesOf(
  { filter, sort, group, columns: wanted }: ChartView,
  { columns, columnOrder }: Pick<ChartChoices, 'columns' | 'columnOrder'>,
): Pick<ChartChoices, ViewChoice> {
  if (!wanted) return { filter, sort, group, columns, columnOrder };
  const shown = Object.fromEntries(
    columnKeys.map(key => [key, { ...columns[key], isShown: wanted.includes(key) }]),
  );
  return {
    filter,
    sort,
    group,
    columns: { ...columns, ...shown } satisfies ColumnChoices,
    columnOrder: completeOrder(wanted),
  };
}

/** True where the plan is looked at as the view says. */
export function isShown(view: ChartView, choices: Pick<ChartChoices, ViewChoice>): boolean {
  const now = viewOf(view.name, choices);
  const hasColumns = !view.columns || view.columns.join() === now.columns?.join();
  const sortText = (sort: ChartView['sort']): string => (sort ? formatSort(sort) : '');
  return (
    hasColumns &&
    view.group === now.group &&
    view.filter === now.filter &&
    sortText(view.sort) === sortText(now.sort)
  );
}
