import type { Disposable } from '../../src/core/base/disposable.ts';
import { createElement } from '../ui/element.ts';
import { openPopover } from '../ui/popover.ts';
import type { ChartModel } from './chartModel.ts';
import {
  columns,
  defaultColumnChoices,
  narrowestColumnPx,
  widestColumnPx,
  type Column,
  type ColumnChoice,
} from './columns.ts';

/** Which columns are shown, and how wide. */
export function openColumnsPopover(
  anchor: Element,
  model: ChartModel,
  onChange: () => void,
): Disposable {
  const content = createElement('div', { class: 'gantt-popover' }, [
    createElement('h2', { class: 'gantt-popover-title', text: 'Columns' }),
    ...columns.map(column => createColumnField(column, model, onChange)),
    createElement('p', {
      class: 'gantt-popover-note',
      text: 'Columns that do not fit beside the titles wait until the table is wider.',
    }),
  ]);
  return openPopover({ anchor, content, label: 'Columns' });
}

function createColumnField(column: Column, model: ChartModel, onChange: () => void): HTMLElement {
  const change = (choice: Partial<ColumnChoice>): void => {
    const { columns: choices } = model.choices;
    const changed = { ...choices[column.key], ...choice };
    model.choose({ columns: { ...choices, [column.key]: changed } });
    onChange();
  };
  const { isShown, widthPx } = model.choices.columns[column.key];
  const shown = createElement('input', { attributes: { type: 'checkbox' } });
  shown.checked = isShown;
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
  width.value = String(widthPx);
  width.addEventListener('change', () => {
    const wanted = Number(width.value) || defaultColumnChoices[column.key].widthPx;
    change({ widthPx: Math.min(widestColumnPx, Math.max(narrowestColumnPx, wanted)) });
  });
  const label = createElement('label', { class: 'gantt-choice' }, [shown, column.title]);
  return createElement('div', { class: 'gantt-column-field' }, [label, width]);
}
