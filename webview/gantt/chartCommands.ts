import type { ChartContext } from './chartContext.ts';
import { createColumnCommands, type ColumnCommands } from './columnCommands.ts';
import { openColumnsPopover } from './columnsPopover.ts';
import { openDatePopover } from './datePopover.ts';
import type { KeyTarget } from './keyboard.ts';
import { openChartKeys } from './keySheet.ts';
import { createLinkCommands, type LinkCommands } from './linkCommands.ts';
import { createPictureCommands } from './pictureCommands.ts';
import { createRowCommands, unfoldedByFilter, type RowCommands } from './rowCommands.ts';
import { RowOverlays } from './rowOverlays.ts';
import { createTimelineCommands } from './timelineCommands.ts';
import type { ToolbarEvents } from './toolbar.ts';
import { createSavedViewCommands } from './viewCommands.ts';
import { openViewsPopover } from './viewsPopover.ts';

/** Everything that the chart can be asked for, by keys and toolbar alike. */
export type ChartCommands = KeyTarget &
  ToolbarEvents &
  RowCommands &
  ColumnCommands & { readonly overlays: RowOverlays; readonly links: LinkCommands };

export function createChartCommands(ctx: ChartContext): ChartCommands {
  const { model, gesture } = ctx;
  const overlays = new RowOverlays(ctx);
  const rows = createRowCommands(ctx);
  const timeline = createTimelineCommands(ctx);
  const columns = createColumnCommands(ctx);
  const links = createLinkCommands(ctx, link => overlays.editLink(link));
  return {
    overlays,
    links,
    ...rows,
    ...timeline,
    ...columns,
    ...createViewCommands(ctx, columns, day => timeline.goTo(day)),
    ...createPictureCommands(ctx),
    goToBar: () => rows.showBar(model.activeRow),
    openFile: () => overlays.runAction('file', model.activeRow),
    openCode: () => overlays.runAction('code', model.activeRow),
    why: () => overlays.runAction('why', model.activeRow),
    toggleDone: () => overlays.runAction('done', model.activeRow),
    edit: () => overlays.runAction('edit', model.activeRow),
    editTitle: () => overlays.runAction('title', model.activeRow),
    remove: () => {
      if (!links.removeChosen()) overlays.runAction('remove', model.activeRow);
    },
    moveInOutline: to => overlays.runAction(to, model.activeRow),
    toggleSelected: () => rows.selectMore(model.activeRow, 'toggle'),
    split: () => overlays.runAction('split', model.activeRow),
    join: () => overlays.runAction('join', model.activeRow),
    link: () => overlays.runAction('link', model.activeRow),
    unlink: () => overlays.runAction('unlink', model.activeRow),
    assign: () => overlays.runAction('assign', model.activeRow),
    assignWhoeverCan: () => overlays.runAction('assignWhoeverCan', model.activeRow),
    add: () =>
      ctx.actions.pick('add', model.selectedRow < 0 ? null : model.idOf(model.selectedRow)),
    showMenu: () => overlays.openMenu(model.activeRow),
    showDetails: () => overlays.showDetails(model.activeRow),
    move: steps => gesture.step(model.activeRow, 'move', steps),
    resize: steps => gesture.step(model.activeRow, 'resize', steps),
    cancel: () => {
      overlays.hideTooltip();
      if (gesture.isOpen) gesture.cancel();
      else if (!links.leaveChosen()) rows.clearSelection();
    },
  };
}

type ViewCommand =
  | 'goToDate'
  | 'find'
  | 'filter'
  | 'leaveFilter'
  | 'toggleOnlyMatches'
  | 'toggleCritical'
  | 'foldAll'
  | 'showColumns'
  | 'showViews'
  | 'toggleGrid'
  | 'showKeys';

/** What changes how the plan is looked at. */
function createViewCommands(
  ctx: ChartContext,
  columns: ColumnCommands,
  goTo: (day: string) => void,
): Pick<ChartCommands, ViewCommand> {
  const { model, body, actions, toolbar, table } = ctx;
  return {
    goToDate: () => openDatePopover(toolbar().dateButton, goTo),
    find: () => {
      toolbar().filterInput.focus();
      toolbar().filterInput.select();
    },
    filter: text => model.choose({ filter: text }),
    leaveFilter: () => {
      if (table().isShown) table().focus();
      else body.grid.focus();
    },
    toggleOnlyMatches: () => model.choose({ onlyMatches: !model.choices.onlyMatches }),
    toggleCritical: () => {
      const isCriticalShown = !model.choices.isCriticalShown;
      model.choose({ isCriticalShown });
      actions.announce(
        isCriticalShown ? 'The critical path is emphasised' : 'Everything is shown alike',
      );
    },
    foldAll: isFolded => {
      if (isFolded && model.showsMatchesOnly) actions.announce(unfoldedByFilter);
      else model.foldAll(isFolded);
    },
    showColumns: anchor => openColumnsPopover(anchor, ctx, columns),
    showViews: anchor => openViewsPopover(anchor, ctx, createSavedViewCommands(ctx)),
    toggleGrid: () => body.toggleGrid(),
    showKeys: () => openChartKeys(toolbar().element, body.timeline.palette),
  };
}
