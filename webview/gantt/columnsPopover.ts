import type { Disposable } from '../../src/core/base/disposable.ts';
import { viewGroups } from '../../src/core/model/savedView.ts';
import { createElement, setText } from '../ui/element.ts';
import { createIconButton } from '../ui/iconButton.ts';
import { openPopover } from '../ui/popover.ts';
import type { ChartContext } from './chartContext.ts';
import { groupTitles } from './groupRows.ts';
import type { ColumnCommands } from './columnCommands.ts';
import { sortTitle } from './rowOrder.ts';
import {
  columnOf,
  defaultColumnChoices,
  moveColumn,
  narrowestColumnPx,
  widestColumnPx,
  type ColumnKey,
} from './columns.ts';

type Chart = Pick<ChartContext, 'model' | 'body'>;

interface ColumnField {
  readonly element: HTMLElement;
  /** Says anew whether the column is in sight. */
  readonly refresh: () => void;
}

/** Which columns are shown, in which order and how wide, and what the rows are sorted by. */
export function openColumnsPopover(
  anchor: Element,
  chart: Chart,
  commands: ColumnCommands,
): Disposable {
  const { model, body } = chart;
  const list = createElement('div', { class: 'gantt-column-fields' });
  let fields: readonly ColumnField[] = [];
  const refresh = (): void => {
    body.render();
    for (const field of fields) field.refresh();
  };
  const fill = (focused?: { readonly key: ColumnKey; readonly by: 1 | -1 }): void => {
    fields = model.choices.columnOrder.map(key =>
      createColumnField(key, chart, {
        commands,
        refresh,
        move: by => {
          model.choose({ columnOrder: moveColumn(model.choices.columnOrder, key, by) });
          body.resize();
          fill({ key, by });
        },
      }),
    );
    list.replaceChildren(...fields.map(({ element }) => element));
    refresh();
    if (!focused) return;
    const place = model.choices.columnOrder.indexOf(focused.key);
    const buttons = list.children[place]?.querySelectorAll('button');
    buttons?.[focused.by === -1 ? 0 : 1]?.focus();
  };
  fill();
  const content = createElement('div', { class: 'gantt-popover gantt-columns' }, [
    createElement('h2', { class: 'gantt-popover-title', text: 'Columns' }),
    list,
    createSortField(chart, commands),
    createGroupField(chart, commands),
    createElement('p', {
      class: 'gantt-popover-note',
      text: 'Titles stay readable: where columns have no room, the table scrolls sideways through them (Ctrl+← and Ctrl+→). A double click edits a cell; F2 edits the title, and Tab goes on to the cells.',
    }),
  ]);
  return openPopover({ anchor, content, label: 'Columns' });
}

function createColumnField(
  key: ColumnKey,
  { model, body }: Chart,
  {
    commands,
    refresh,
    move,
  }: {
    readonly commands: ColumnCommands;
    readonly refresh: () => void;
    readonly move: (by: 1 | -1) => void;
  },
): ColumnField {
  const { title } = columnOf(key);
  const shown = createElement('input', { attributes: { type: 'checkbox' } });
  shown.checked = model.choices.columns[key].isShown;
  shown.addEventListener('change', () => {
    const { columns } = model.choices;
    const choice = { ...columns[key], isShown: shown.checked };
    model.choose({ columns: { ...columns, [key]: choice } });
    body.resize();
    refresh();
  });
  const width = createElement('input', {
    class: 'gantt-input',
    attributes: {
      type: 'number',
      min: String(narrowestColumnPx),
      max: String(widestColumnPx),
      step: '8',
      'aria-label': `Width of the column ${title}`,
    },
  });
  width.value = String(model.choices.columns[key].widthPx);
  width.addEventListener('change', () => {
    commands.resizeColumn(key, Number(width.value) || defaultColumnChoices[key].widthPx);
    refresh();
  });
  const waiting = createElement('span', { class: 'gantt-column-waiting' });
  const label = createElement('label', { class: 'gantt-choice' }, [shown, title, waiting]);
  const arrow = (by: 1 | -1): HTMLElement =>
    createIconButton({
      icon: by === -1 ? 'up' : 'down',
      label: `Move the column ${title} ${by === -1 ? 'to the left' : 'to the right'}`,
      onClick: () => move(by),
    });
  return {
    element: createElement('div', { class: 'gantt-column-field' }, [
      label,
      width,
      arrow(-1),
      arrow(1),
    ]),
    refresh: () => {
      const isAway = model.choices.columns[key].isShown && !body.grid.shows(key);
      const isHeld = key !== 'variance' || model.plan?.baseline !== undefined;
      setText(waiting, isAway ? (isHeld ? 'scrolled away' : 'no baseline shown') : '');
    },
  };
}

/** By what the rows are sorted, and which way. */
function createSortField({ model }: Chart, commands: ColumnCommands): HTMLElement {
  const { sort, columnOrder } = model.choices;
  const sorts = ['title', ...columnOrder] as const;
  const choice = createElement('select', { class: 'gantt-input' }, [
    createElement('option', { text: "The plan's own order", attributes: { value: '' } }),
    ...sorts.map(column =>
      createElement('option', {
        text: sortTitle({ column, isDescending: false }),
        attributes: { value: column },
      }),
    ),
  ]);
  choice.value = sort?.column ?? '';
  const down = createElement('input', { attributes: { type: 'checkbox' } });
  down.checked = sort?.isDescending ?? false;
  const change = (): void => {
    const key = sorts.find(each => each === choice.value);
    commands.setSort(key && { column: key, isDescending: down.checked });
  };
  choice.addEventListener('change', change);
  down.addEventListener('change', change);
  return createElement('div', { class: 'gantt-column-sort' }, [
    createElement('label', { class: 'gantt-field' }, ['Sort by ', choice]),
    createElement('label', { class: 'gantt-choice' }, [down, 'the highest first']),
  ]);
}

/** What rows are gathered under, in place of the outline. */
function createGroupField({ model }: Chart, commands: ColumnCommands): HTMLElement {
  const choice = createElement('select', { class: 'gantt-input' }, [
    createElement('option', { text: "The plan's own outline", attributes: { value: '' } }),
    ...viewGroups.map(group =>
      createElement('option', { text: groupTitles[group], attributes: { value: group } }),
    ),
  ]);
  choice.value = model.choices.group ?? '';
  choice.addEventListener('change', () =>
    commands.setGroup(viewGroups.find(group => group === choice.value)),
  );
  return createElement('div', { class: 'gantt-column-sort' }, [
    createElement('label', { class: 'gantt-field' }, ['Group by ', choice]),
  ]);
}
