import type { Disposable } from '../../src/core/base/disposable.ts';
import { createElement } from './element.ts';
import { createIconButton } from './iconButton.ts';
import { openPopover } from './popover.ts';

/** One of the views that are offered. */
export interface ViewLine {
  readonly name: string;
  /** What it shows, in words. */
  readonly means: string;
  /** True while it is what is shown. */
  readonly isPressed: boolean;
  readonly apply: () => void;
}

export interface SavedViewsOptions {
  readonly anchor: Element;
  readonly views: readonly ViewLine[];
  readonly canEdit: boolean;
  /** What a view is made of here. */
  readonly note: string;
  /** Answers why it cannot be kept. */
  readonly save: (name: string) => Promise<string | undefined>;
  readonly remove: (name: string) => void;
}

/** The views that the plan keeps, and a field that keeps how it is looked at now. */
export function openSavedViews(options: SavedViewsOptions): Disposable {
  const { anchor, views, canEdit, note } = options;
  const close = (): void => popover.dispose();
  const list = createElement(
    'ul',
    { class: 'gantt-views' },
    views.map(view => createLine(view, options, close)),
  );
  const content = createElement('div', { class: 'gantt-popover' }, [
    createElement('h2', { class: 'gantt-popover-title', text: 'Views' }),
    views.length > 0
      ? list
      : createElement('p', {
          class: 'gantt-popover-note',
          text: 'No view is kept yet. Filter and sort, then give it a name.',
        }),
    canEdit ? createSaveField(options, close) : undefined,
    createElement('p', { class: 'gantt-popover-note', text: note }),
  ]);
  const popover = openPopover({ anchor, content, label: 'Views' });
  content.querySelector<HTMLElement>('button, input')?.focus();
  return popover;
}

function createLine(
  { name, means, isPressed, apply }: ViewLine,
  { canEdit, remove }: SavedViewsOptions,
  close: () => void,
): HTMLElement {
  const button = createElement(
    'button',
    { class: 'gantt-view', attributes: { type: 'button', 'aria-pressed': String(isPressed) } },
    [
      createElement('span', { class: 'gantt-view-name', text: name }),
      createElement('span', { class: 'gantt-view-means', text: means }),
    ],
  );
  button.addEventListener('click', () => {
    apply();
    close();
  });
  const remover = canEdit
    ? createIconButton({
        icon: 'remove',
        label: `Remove the view ${name}`,
        onClick: () => {
          remove(name);
          close();
        },
      })
    : undefined;
  return createElement('li', {}, [button, remover]);
}

function createSaveField({ save }: SavedViewsOptions, onSaved: () => void): HTMLElement {
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
    void save(input.value).then(why => {
      if (why === undefined) onSaved();
      else error.textContent = why;
    });
  });
  return form;
}
