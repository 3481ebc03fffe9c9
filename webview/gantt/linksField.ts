import { dependencyTypes, type DependencyType } from '../../src/core/model/dependency.ts';
import { createElement } from '../ui/element.ts';
import { createIconButton } from '../ui/iconButton.ts';
import { textAt, numberAt } from './columnar.ts';
import type { Field } from './editControls.ts';
import type { Apply } from './editIntents.ts';
import { editLink, findPredecessor, removeLink, suggestPredecessors } from './linkEdits.ts';
import type { LoadedPlan } from './loadedPlan.ts';

/** How a type of link is told in a list. */
const typeLabels: Readonly<Record<DependencyType, string>> = {
  FS: 'finish → start',
  SS: 'start → start',
  FF: 'finish → finish',
  SF: 'start → finish',
};

/** What a task waits for: each link with its type and lag, and a field that adds another. */
export function createLinksField(apply: Apply): Field {
  const list = createElement('ul', { class: 'gantt-links' });
  const { element: adding, input } = createAddField(apply);
  const group = { role: 'group', 'aria-label': 'Waits for' };
  const title = createElement('span', { class: 'gantt-links-title', text: 'Waits for' });
  let shown = '';
  return {
    element: createElement('div', { class: 'gantt-links-field', attributes: group }, [
      title,
      list,
      adding,
    ]),
    refresh: (now, row) => {
      const isFixed = !now.canEdit;
      input.disabled = isFixed;
      const links = now.linksInto(row);
      const key = links.map(link => keyOf(now, link)).join('\n') + String(isFixed);
      if (key === shown) return;
      shown = key;
      const hadFocus = list.contains(document.activeElement);
      list.replaceChildren(...links.map(link => createLine(now, link, apply)));
      for (const control of list.querySelectorAll('button, input, select')) {
        control.toggleAttribute('disabled', isFixed);
      }
      if (hadFocus) input.focus();
    },
  };
}

function keyOf({ view }: LoadedPlan, link: number): string {
  const { links, rows } = view;
  const from = numberAt(links.from, link);
  return [
    textAt(rows.id, from),
    textAt(rows.title, from),
    numberAt(links.type, link),
    textAt(links.lag, link),
  ].join(' ');
}

/** One link; what is changed in it is written at once. */
function createLine({ view }: LoadedPlan, link: number, apply: Apply): HTMLElement {
  const from = numberAt(view.links.from, link);
  const id = textAt(view.rows.id, from);
  const title = textAt(view.rows.title, from);
  const type = createElement(
    'select',
    { class: 'gantt-input', attributes: { 'aria-label': `How it waits for ${title}` } },
    dependencyTypes.map(each =>
      createElement('option', { text: typeLabels[each], attributes: { value: each } }),
    ),
  );
  type.value = dependencyTypes[numberAt(view.links.type, link)] ?? 'FS';
  const lag = createElement('input', {
    class: 'gantt-input gantt-lag',
    attributes: { type: 'text', placeholder: '+0d', 'aria-label': `Time after ${title}` },
  });
  lag.value = textAt(view.links.lag, link);
  const change = (): void =>
    apply(held => editLink(held.id, { id, type: type.value, lag: lag.value }));
  type.addEventListener('change', change);
  lag.addEventListener('change', change);
  const remove = createIconButton({
    icon: 'close',
    label: `Do not wait for ${title}`,
    onClick: () => apply(held => removeLink(held.id, id)),
  });
  return createElement('li', { class: 'gantt-link' }, [
    createElement('span', { class: 'gantt-link-title', text: title, title: `${title} (${id})` }),
    type,
    lag,
    remove,
  ]);
}

/** Takes an id or a title; the titles that fit what is typed are offered. */
function createAddField(apply: Apply): {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
} {
  const options = createElement('datalist', { attributes: { id: 'gantt-predecessors' } });
  const input = createElement('input', {
    class: 'gantt-input',
    attributes: {
      type: 'text',
      list: options.id,
      placeholder: 'Id or title of what comes first',
      'aria-label': 'Wait for another task or milestone too',
    },
  });
  input.addEventListener('input', () =>
    apply((held, plan) => {
      const fitting = suggestPredecessors(plan.view, input.value, held.id);
      options.replaceChildren(
        ...fitting.map(value => createElement('option', { attributes: { value } })),
      );
      return undefined;
    }),
  );
  input.addEventListener('change', () => {
    if (input.value.trim() === '') return;
    apply((held, plan) => {
      const edit = findPredecessor(plan.view, input.value, held.id);
      if (edit?.kind === 'intent') input.value = '';
      return edit;
    });
  });
  return { element: createElement('div', { class: 'gantt-field' }, [input, options]), input };
}
