import { dependencyTypes, type DependencyType } from '../../src/core/model/dependency.ts';
import { createElement } from '../ui/element.ts';
import { createIconButton } from '../ui/iconButton.ts';
import { shortenText } from '../../src/core/base/shortenText.ts';
import { textAt, numberAt } from './columnar.ts';
import type { Field } from './editControls.ts';
import type { Apply } from './editIntents.ts';
import { pairOf } from './linkChoice.ts';
import {
  addLink,
  editLink,
  leadLink,
  nameOf,
  removeLink,
  suggestItems,
  type LinkSide,
} from './linkEdits.ts';
import type { LoadedPlan } from './loadedPlan.ts';

/** How a type of link is told in a list. */
const typeLabels: Readonly<Record<DependencyType, string>> = {
  FS: 'finish → start',
  SS: 'start → start',
  FF: 'finish → finish',
  SF: 'start → finish',
};

/** So many links are shown at once; hundreds of fields would be slow, and nobody looks through them. */
const fewLinks = 20;
/** So much of a title names a control. */
const longestName = 120;

interface SideWords {
  readonly title: string;
  readonly add: string;
  readonly placeholder: string;
  readonly name: (title: string) => string;
  readonly type: (title: string) => string;
  readonly lag: (title: string) => string;
  readonly remove: (title: string) => string;
}

const words: Readonly<Record<LinkSide, SideWords>> = {
  predecessor: {
    title: 'Waits for',
    add: 'Wait for another task or milestone too',
    placeholder: 'Id or title of what comes first',
    name: title => `Waits for ${title}: wait for another instead`,
    type: title => `How it waits for ${title}`,
    lag: title => `Time after ${title}`,
    remove: title => `Do not wait for ${title}`,
  },
  successor: {
    title: 'Goes before',
    add: 'Let another task wait for this one',
    placeholder: 'Id or title of what comes next',
    name: title => `Goes before ${title}: before another instead`,
    type: title => `How ${title} waits for it`,
    lag: title => `Time before ${title}`,
    remove: title => `Do not let ${title} wait`,
  },
};

/**
 * What a task waits for, or what waits for it: each link with the other item, its type and its lag,
 * and a field that adds another.
 */
export function createLinksField(side: LinkSide, apply: Apply): Field {
  const list = createElement('ul', { class: 'gantt-links' });
  const { element: adding, input } = createAddField(side, apply);
  const group = { role: 'group', 'aria-label': words[side].title };
  const title = createElement('span', { class: 'gantt-links-title', text: words[side].title });
  const more = createElement('button', {
    class: 'gantt-button is-secondary',
    attributes: { type: 'button' },
  });
  let shown = '';
  let now: { readonly plan: LoadedPlan; readonly links: readonly number[] } | undefined;
  let most = fewLinks;
  const fill = (): void => {
    if (!now) return;
    const { plan, links } = now;
    const lines = links.slice(0, most).map(link => createLine(plan, link, { side, apply }));
    list.replaceChildren(...lines);
    const rest = links.length - lines.length;
    more.hidden = rest <= 0;
    more.textContent = `Show ${Math.min(rest, fewLinks)} more of ${rest}`;
    for (const control of list.querySelectorAll('button, input, select')) {
      control.toggleAttribute('disabled', !plan.canEdit);
    }
  };
  more.addEventListener('click', () => {
    const next = most;
    most += fewLinks;
    fill();
    list.children[next]?.querySelector('input')?.focus();
  });
  return {
    element: createElement('div', { class: 'gantt-links-field', attributes: group }, [
      title,
      list,
      more,
      adding,
    ]),
    refresh: (plan, row) => {
      const isFixed = !plan.canEdit;
      input.disabled = isFixed;
      const links = side === 'predecessor' ? plan.linksInto(row) : plan.linksFrom(row);
      const key = links.map(link => keyOf(plan, link)).join('\n') + String(isFixed);
      if (key === shown) {
        forgetRefused(list);
        return;
      }
      shown = key;
      now = { plan, links };
      const hadFocus = list.contains(document.activeElement);
      fill();
      if (hadFocus) input.focus();
    },
    reveal: id => {
      const place = now?.links.findIndex(link => now && pairOf(now.plan, link)[side] === id) ?? -1;
      if (place < most) return;
      most = place + 1;
      fill();
    },
  };
}

/** What was typed and not taken gives way to what is so. */
function forgetRefused(list: HTMLElement): void {
  for (const input of list.querySelectorAll<HTMLInputElement>('.gantt-link-name')) {
    if (document.activeElement !== input) input.value = input.title;
  }
}

function keyOf(plan: LoadedPlan, link: number): string {
  const { links, rows } = plan.view;
  const { predecessor, successor } = pairOf(plan, link);
  return [
    predecessor,
    successor,
    textAt(rows.title, numberAt(links.from, link)),
    textAt(rows.title, numberAt(links.to, link)),
    numberAt(links.type, link),
    textAt(links.lag, link),
  ].join(' ');
}

/** One link; what is changed in it is written at once. */
function createLine(
  plan: LoadedPlan,
  link: number,
  { side, apply }: { readonly side: LinkSide; readonly apply: Apply },
): HTMLElement {
  const { view } = plan;
  const pair = pairOf(plan, link);
  const row = numberAt(side === 'predecessor' ? view.links.from : view.links.to, link);
  const title = shortenText(textAt(view.rows.title, row), longestName);
  const told = words[side];
  const name = createNameField(
    side,
    { title: textAt(view.rows.title, row), id: pair[side] },
    apply,
  );
  name.input.addEventListener('change', () =>
    apply((_, now) => leadLink(now.view, name.input.value, { ...pair, side })),
  );
  const type = createElement(
    'select',
    { class: 'gantt-input', attributes: { 'aria-label': told.type(title) } },
    dependencyTypes.map(each =>
      createElement('option', { text: typeLabels[each], attributes: { value: each } }),
    ),
  );
  type.value = dependencyTypes[numberAt(view.links.type, link)] ?? 'FS';
  const lag = createElement('input', {
    class: 'gantt-input gantt-lag',
    attributes: { type: 'text', placeholder: '+0d', 'aria-label': told.lag(title) },
  });
  lag.value = textAt(view.links.lag, link);
  const change = (): void => apply(() => editLink(pair, { type: type.value, lag: lag.value }));
  type.addEventListener('change', change);
  lag.addEventListener('change', change);
  const remove = createIconButton({
    icon: 'close',
    label: told.remove(title),
    onClick: () => apply(() => removeLink(pair)),
  });
  return createElement('li', { class: 'gantt-link' }, [name.element, type, lag, remove]);
}

/** The item at the other end of a link, which can be another. */
function createNameField(
  side: LinkSide,
  { title, id }: { readonly title: string; readonly id: string },
  apply: Apply,
): { readonly element: HTMLElement; readonly input: HTMLInputElement } {
  const options = createElement('datalist', { attributes: { id: `gantt-${side}-${id}` } });
  const input = createElement('input', {
    class: 'gantt-input gantt-link-name',
    title: nameOf(title, id),
    attributes: {
      type: 'text',
      list: options.id,
      'aria-label': words[side].name(shortenText(title, longestName)),
      'data-link': id,
    },
  });
  input.value = nameOf(title, id);
  // What is there already would leave nothing else to choose from.
  input.addEventListener('focus', () => input.select());
  input.addEventListener('input', () => suggest(input, options, { side, apply }));
  return { element: createElement('span', { class: 'gantt-link-end' }, [input, options]), input };
}

function suggest(
  input: HTMLInputElement,
  options: HTMLElement,
  { side, apply }: { readonly side: LinkSide; readonly apply: Apply },
): void {
  apply((held, plan) => {
    const fitting = suggestItems(plan.view, input.value, { id: held.id, side });
    options.replaceChildren(
      ...fitting.map(value => createElement('option', { attributes: { value } })),
    );
    return undefined;
  });
}

/** Takes an id or a title; the titles that fit what is typed are offered. */
function createAddField(
  side: LinkSide,
  apply: Apply,
): {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
} {
  const options = createElement('datalist', { attributes: { id: `gantt-${side}s` } });
  const input = createElement('input', {
    class: 'gantt-input',
    attributes: {
      type: 'text',
      list: options.id,
      placeholder: words[side].placeholder,
      'aria-label': words[side].add,
    },
  });
  // Those to click on are there before anything is typed.
  input.addEventListener('focus', () => suggest(input, options, { side, apply }));
  input.addEventListener('input', () => suggest(input, options, { side, apply }));
  input.addEventListener('change', () => {
    if (input.value.trim() === '') return;
    apply((held, plan) => {
      const edit = addLink(plan.view, input.value, { id: held.id, side });
      if (edit?.kind === 'intent') input.value = '';
      return edit;
    });
  });
  return { element: createElement('div', { class: 'gantt-field' }, [input, options]), input };
}
