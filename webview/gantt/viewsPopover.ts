import type { Disposable } from '../../src/core/base/disposable.ts';
import type { SavedView } from '../../src/core/model/savedView.ts';
import { createElement } from '../ui/element.ts';
import { createIconButton } from '../ui/iconButton.ts';
import { openPopover } from '../ui/popover.ts';
import type { ChartContext } from './chartContext.ts';
import { columnOf } from './columns.ts';
import { groupTitles } from './groupRows.ts';
import { isShown, type ViewCommands } from './viewCommands.ts';

type Chart = Pick<ChartContext, 'model'>;

/** The views that the plan keeps, and a field that keeps how it is looked at now. */
export function openViewsPopover(
  anchor: Element,
  { model }: Chart,
  commands: ViewCommands,
): Disposable {
  const views = model.plan?.view.views ?? [];
  const canEdit = model.plan?.canEdit === true;
  const list = createElement(
    'ul',
    { class: 'gantt-views' },
    views.map(view =>
      createLine(view, {
        isPressed: isShown(view, model.choices),
        apply: () => {
          commands.applyView(view);
          popover.dispose();
        },
        remove: canEdit
          ? (): void => {
              commands.removeView(view.name);
              popover.dispose();
            }
          : undefined,
      }),
    ),
  );
  const content = createElement('div', { class: 'gantt-popover' }, [
    createElement('h2', { class: 'gantt-popover-title', text: 'Views' }),
    views.length > 0
      ? list
      : createElement('p', {
          class: 'gantt-popover-note',
          text: 'No view is kept yet. Filter, sort and choose columns, then give it a name.',
        }),
    canEdit ? createSaveField(commands, () => popover.dispose()) : undefined,
    createElement('p', {
      class: 'gantt-popover-note',
      text: 'A view is a filter, an order and columns. Views stand in project.yaml, for everybody.',
    }),
  ]);
  const popover = openPopover({ anchor, content, label: 'Views' });
  return popover;
}

function createLine(
  view: SavedView,
  {
    isPressed,
    apply,
    remove,
  }: {
    readonly isPressed: boolean;
    readonly apply: () => void;
    readonly remove: (() => void) | undefined;
  },
): HTMLElement {
  const button = createElement(
    'button',
    {
      class: 'gantt-view',
      attributes: { type: 'button', 'aria-pressed': String(isPressed) },
    },
    [
      createElement('span', { class: 'gantt-view-name', text: view.name }),
      createElement('span', { class: 'gantt-view-means', text: describeView(view) }),
    ],
  );
  button.addEventListener('click', apply);
  return createElement('li', {}, [
    button,
    remove &&
      createIconButton({ icon: 'remove', label: `Remove the view ${view.name}`, onClick: remove }),
  ]);
}

/** `open late, sorted by Float, the highest first`, in words. */
export function describeView({ filter, sort, group, columns }: SavedView): string {
  const parts = [
    filter,
    sort
      ? `sorted by ${columnOf(sort.column).title}${sort.isDescending ? ', the highest first' : ''}`
      : '',
    group ? `by ${groupTitles[group]}` : '',
    columns ? `${columns.length} ${columns.length === 1 ? 'column' : 'columns'}` : '',
  ];
  return parts.filter(part => part !== '').join(', ');
}

function createSaveField(commands: ViewCommands, onSaved: () => void): HTMLElement {
  const input = createElement('input', {
    class: 'gantt-input',
    attributes: { type: 'text', placeholder: 'Late work', 'aria-label': 'Name of the view' },
  });
  const button = createElement('button', {
    class: 'gantt-button is-secondary',
    text: 'Keep as view',
    attributes: { type: 'submit' },
  });
  const error = createElement('p', { class: 'gantt-popover-error', attributes: { role: 'alert' } });
  const form = createElement('form', { class: 'gantt-view-form' }, [input, button, error]);
  form.addEventListener('submit', event => {
    event.preventDefault();
    void commands.saveView(input.value).then(why => {
      if (why === undefined) onSaved();
      else error.textContent = why;
    });
  });
  return form;
}
