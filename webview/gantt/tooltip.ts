import type { Disposable } from '../../src/core/base/disposable.ts';
import { createElement } from '../ui/element.ts';
import { place } from '../ui/popover.ts';
import { shortenText } from '../../src/core/base/shortenText.ts';
import type { Fact } from './rowText.ts';

/** Long enough that crossing the chart shows nothing. */
const restMs = 450;
/** Long enough to reach the tooltip with the pointer. */
const leaveMs = 160;

/** What would help is found by trying, which a pointer at rest is no reason for. */
const moreHint = 'W lists all of it, and what would bring it earlier';

/** So much of a title or a value is shown beside the pointer. */
const longestText = 600;

export interface RowTooltip extends Disposable {
  /** Shows it when the pointer rests; a second call for the same row changes nothing. */
  hover(row: number, at: () => DOMRectReadOnly): void;
  leave(): void;
  showNow(row: number, at: DOMRectReadOnly): void;
  hide(): void;
}

/** What is known of a row: shown at rest, hidden by Escape, and the pointer may rest on it. */
export function createRowTooltip(
  describe: (row: number) => { readonly title: string; readonly facts: readonly Fact[] },
  explain: (row: number) => Promise<string>,
): RowTooltip {
  const element = createElement('div', {
    class: 'gantt-tooltip',
    attributes: { popover: 'manual', role: 'tooltip' },
  });
  document.body.append(element);
  const listeners = new AbortController();
  const { signal } = listeners;
  let timer: number | undefined;
  let hovered = -1;
  const hide = (): void => {
    clearTimeout(timer);
    hovered = -1;
    if (element.matches(':popover-open')) element.hidePopover();
  };
  const showNow = (row: number, at: DOMRectReadOnly): void => {
    const { title, facts } = describe(row);
    hovered = row;
    const list = fill(element, title, facts);
    if (!element.matches(':popover-open')) element.showPopover();
    place(element, at);
    void explain(row).then(value => {
      // By now it may tell of another row, or of a newer plan.
      if (value === '' || !list.isConnected || !element.matches(':popover-open')) return;
      list.append(...listFact({ name: 'Why', value }), ...listFact({ name: '', value: moreHint }));
      place(element, at);
    });
  };
  const leave = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(hide, leaveMs);
  };
  element.addEventListener('pointerenter', () => clearTimeout(timer), { signal });
  element.addEventListener('pointerleave', leave, { signal });
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') hide();
  };
  document.addEventListener('keydown', onKey, { capture: true, signal });
  return {
    hover: (row, at) => {
      if (row === hovered) return;
      hide();
      hovered = row;
      timer = window.setTimeout(() => showNow(row, at()), restMs);
    },
    leave,
    showNow,
    hide,
    dispose: () => {
      hide();
      listeners.abort();
      element.remove();
    },
  };
}

/** @returns the list, for what comes to be known later */
function fill(element: HTMLElement, title: string, facts: readonly Fact[]): HTMLElement {
  const list = createElement('dl', { class: 'gantt-facts' }, facts.flatMap(listFact));
  element.replaceChildren(
    createElement('div', { class: 'gantt-tooltip-title', text: shortenText(title, longestText) }),
    list,
  );
  return list;
}

/** A value of several lines is a list of them. */
function listFact({ name, value }: Fact): readonly HTMLElement[] {
  const lines = shortenText(value, longestText)
    .split('\n')
    .map(text => createElement('div', { text }));
  return [createElement('dt', { text: name }), createElement('dd', {}, lines)];
}
