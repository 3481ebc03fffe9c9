import { createElement } from '../ui/element.ts';
import { openPopover } from '../ui/popover.ts';
import {
  type ColumnChoices,
  defaultColumns,
  isFixedColumn,
  narrowestColumnPx,
  widestColumnPx,
  withShown,
  withWidth,
} from './columnLayout.ts';
import { type RegisterColumn, registerColumns } from './registerColumns.ts';

/** Which columns the table shows, and how wide. Every change is shown at once. */
export function openColumnsPopover(
  anchor: Element,
  options: {
    readonly choices: () => ColumnChoices;
    readonly onChange: (choices: ColumnChoices) => void;
  },
): void {
  const list = createElement('div', { class: 'column-choices' });
  const fill = (): void => {
    list.replaceChildren(
      ...registerColumns
        .filter(({ key }) => key !== 'actions')
        .map(column => createColumnField(column, options)),
    );
  };
  fill();
  const reset = createElement('button', {
    class: 'text-button',
    text: 'As at first',
    attributes: { type: 'button' },
  });
  reset.addEventListener('click', () => {
    options.onChange(defaultColumns);
    fill();
  });
  const content = createElement('div', { class: 'column-chooser' }, [
    createElement('h2', { class: 'rating-title', text: 'Columns' }),
    list,
    reset,
  ]);
  openPopover({ anchor, content, label: 'Columns' });
  content.querySelector<HTMLElement>('input:enabled')?.focus();
}

function createColumnField(
  { key, title, meaning, widthPx }: RegisterColumn,
  options: {
    readonly choices: () => ColumnChoices;
    readonly onChange: (choices: ColumnChoices) => void;
  },
): HTMLElement {
  const { hidden, widths } = options.choices();
  const shown = createElement('input', { attributes: { type: 'checkbox' } });
  shown.checked = !hidden.includes(key);
  shown.disabled = isFixedColumn(key);
  shown.addEventListener('change', () =>
    options.onChange(withShown(options.choices(), key, shown.checked)),
  );
  const width = createElement('input', {
    class: 'inline-input',
    title: 'Width in pixels; empty for its own',
    attributes: {
      type: 'number',
      min: String(narrowestColumnPx),
      max: String(widestColumnPx),
      step: '8',
      placeholder: key === 'title' ? 'auto' : String(widthPx),
      'aria-label': `Width of the column ${title}`,
    },
  });
  width.value = String(widths[key] ?? '');
  width.addEventListener('change', () => {
    const wanted = width.value === '' ? undefined : Number(width.value);
    const changed = withWidth(options.choices(), key, wanted);
    options.onChange(changed);
    width.value = String(changed.widths[key] ?? '');
  });
  const label = createElement('label', { class: 'column-choice', title: meaning }, [shown, title]);
  return createElement('div', { class: 'column-field' }, [label, width]);
}
