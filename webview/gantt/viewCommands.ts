import { formatSort, type SavedView } from '../../src/core/model/savedView.ts';
import type { PlainValue } from '../../src/core/model/change.ts';
import type { ChartContext } from './chartContext.ts';
import { columnKeys, completeOrder, type ColumnChoices } from './columns.ts';
import type { ChartChoices } from './chartModel.ts';

/** What can be done with the views that the plan keeps. */
export interface ViewCommands {
  applyView(view: SavedView): void;
  /** Keeps how the plan is looked at now, under a new name or one that is there. Answers why not. */
  saveView(name: string): Promise<string | undefined>;
  removeView(name: string): void;
}

export function createViewKeeper({ model, body, actions }: ChartContext): ViewCommands {
  const write = async (views: readonly SavedView[]): Promise<string | undefined> => {
    const fields = { views: views.length > 0 ? views.map(plainView) : null };
    const outcome = await actions.run({ command: 'setFields', input: { id: 'project', fields } });
    return outcome.ok ? undefined : outcome.error.message;
  };
  const known = (): readonly SavedView[] => model.plan?.view.views ?? [];
  return {
    applyView: view => {
      model.choose(choicesOf(view, model.choices));
      body.resize();
      actions.announce(`The view ${view.name} is shown`);
    },
    saveView: async text => {
      const name = text.trim();
      if (name === '') return 'Give the view a name';
      const view = viewOf(name, model.choices);
      const isThere = known().some(each => each.name === name);
      return write(
        isThere ? known().map(each => (each.name === name ? view : each)) : [...known(), view],
      );
    },
    removeView: name => void write(known().filter(each => each.name !== name)),
  };
}

/** How the plan is looked at now, as a view. */
export function viewOf(
  name: string,
  { filter, sort, group, columns, columnOrder }: Pick<ChartChoices, ViewChoice>,
): SavedView {
  return {
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
  { filter, sort, group, columns: wanted }: SavedView,
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
export function isShown(view: SavedView, choices: Pick<ChartChoices, ViewChoice>): boolean {
  const now = viewOf(view.name, choices);
  const hasColumns = !view.columns || view.columns.join() === now.columns?.join();
  const sortText = (sort: SavedView['sort']): string => (sort ? formatSort(sort) : '');
  return (
    hasColumns &&
    view.group === now.group &&
    view.filter === now.filter &&
    sortText(view.sort) === sortText(now.sort)
  );
}

function plainView({ name, filter, sort, group, columns }: SavedView): PlainValue {
  return {
    name,
    ...(filter === '' ? {} : { filter }),
    ...(sort ? { sort: formatSort(sort) } : {}),
    ...(group ? { group } : {}),
    ...(columns ? { columns } : {}),
  };
}
