import type { Disposable } from '../../src/core/base/disposable.ts';
import { createElement, setText } from '../ui/element.ts';
import { openPopover } from '../ui/popover.ts';
import type { ChartContext } from './chartContext.ts';
import {
  columns,
  defaultColumnChoices,
  narrowestColumnPx,
  widestColumnPx,
  type Column,
  type ColumnChoice,
} from './columns.ts';

type Chart = Pick<ChartContext, 'model' | 'body'>;

interface ColumnField {
  readonly element: HTMLElement;
  /** Says anew whether the column is shown or waits for room. */
  readonly refresh: () => void;
}

/** Which columns are shown, and how wide. */
export function openColumnsPopover(anchor: Element, chart: Chart): Disposable {
  const change = (column: Column, choice: Partial<ColumnChoice>): void => {
    const { model, body } = chart;
    const { columns: choices } = model.choices;
    const changed = { ...choices[column.key], ...choice };
    model.choose({ columns: { ...choices, [column.key]: changed } });
    body.resize();
    body.render();
    for (const field of fields) field.refresh();
  };
  const fields = columns.map(column =>
    createColumnField(column, chart, choice => change(column, choice)),
  );
  const content = createElement('div', { class: 'gantt-popover' }, [
    createElement('h2', { class: 'gantt-popover-title', text: 'Columns' }),
    ...fields.map(({ element }) => element),
    createElement('p', {
      class: 'gantt-popover-note',
      text: 'Titles stay readable: a column without room waits until the table is wider.',
    }),
  ]);
  return openPopover({ anchor, content, label: 'Columns' });
}

function createColumnField(
  column: Column,
  { model, body }: Chart,
  change: (choice: Partial<ColumnChoice>) => void,
): ColumnField {
  const choice = (): ColumnChoice => model.choices.columns[column.key];
  const shown = createElement('input', { attributes: { type: 'checkbox' } });
  shown.checked = choice().isShown;
  shown.addEventListener('change', () => change({ isShown: shown.checked }));
  const width = createElement('input', {
    class: 'gantt-input',
    attributes: {
      type: 'number',
      min: String(narrowestColumnPx),
      max: String(widestColumnPx),
      step: '8',
      'aria-label': `Width of the column ${column.title}`,
    },
  });
  width.value = String(choice().widthPx);
  width.addEventListener('change', () => {
    const wanted = Number(width.value) || defaultColumnChoices[column.key].widthPx;
    change({ widthPx: Math.min(widestColumnPx, Math.max(narrowestColumnPx, wanted)) });
  });
  const waiting = createElement('span', { class: 'gantt-column-waiting' });
  const refresh = (): void => {
    const isWaiting = choice().isShown && !body.grid.shows(column.key);
    const isHeld = column.key !== 'variance' || model.plan?.baseline !== undefined;
    setText(waiting, isWaiting ? (isHeld ? 'no room now' : 'no baseline shown') : '');
  };
  refresh();
  const label = createElement('label', { class: 'gantt-choice' }, [shown, column.title, waiting]);
  const element = createElement('div', { class: 'gantt-column-field' }, [label, width]);
  return { element, refresh };
}
