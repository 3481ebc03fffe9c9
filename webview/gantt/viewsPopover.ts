import type { Disposable } from '../../src/core/base/disposable.ts';
import type { ChartView } from '../../src/core/model/savedView.ts';
import { openSavedViews } from '../ui/savedViews.ts';
import type { ChartContext } from './chartContext.ts';
import { sortTitle } from './rowOrder.ts';
import { groupTitles } from './groupRows.ts';
import { isChartView, isShown, type ViewCommands } from './viewCommands.ts';

/** The views that the plan keeps of its chart, and a field that keeps how it is looked at now. */
export function openViewsPopover(
  anchor: Element,
  { model }: Pick<ChartContext, 'model'>,
  commands: ViewCommands,
): Disposable {
  return openSavedViews({
    anchor,
    views: (model.plan?.view.views ?? []).filter(isChartView).map(view => ({
      name: view.name,
      means: describeView(view),
      isPressed: isShown(view, model.choices),
      apply: () => commands.applyView(view),
    })),
    canEdit: model.plan?.canEdit === true,
    note: 'A view is a filter, an order, groups and columns. Views stand in project.yaml, for everybody.',
    save: name => commands.saveView(name),
    remove: name => commands.removeView(name),
  });
}

/** `open late, sorted by Float, the highest first`, in words. */
export function describeView({ filter, sort, group, columns }: ChartView): string {
  const parts = [
    filter,
    sort ? `sorted by ${sortTitle(sort)}${sort.isDescending ? ', the highest first' : ''}` : '',
    group ? `by ${groupTitles[group]}` : '',
    columns ? `${columns.length} ${columns.length === 1 ? 'column' : 'columns'}` : '',
  ];
  return parts.filter(part => part !== '').join(', ');
}
