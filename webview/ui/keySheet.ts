import type { Disposable } from '../../src/core/base/disposable.ts';
import { createElement } from './element.ts';
import { openPopover } from './popover.ts';

/** What stands in a list of keys, or of words of the filter. */
export type SheetLine = readonly [written: string, means: string];

/** Shows what keys do, and whatever else is to be explained beside them. */
export function openKeySheet(options: {
  readonly anchor: Element;
  readonly label: string;
  readonly sections: readonly HTMLElement[];
  readonly note: string;
}): Disposable {
  const { anchor, label, sections, note } = options;
  const content = createElement('div', { class: 'gantt-popover gantt-key-sheet' }, [
    ...sections,
    createElement('p', { class: 'gantt-popover-note', text: note }),
  ]);
  content.tabIndex = 0;
  const popover = openPopover({ anchor, content, label });
  content.focus();
  return popover;
}

export function createSheetSection(title: string, content: HTMLElement): HTMLElement {
  return createElement('section', {}, [
    createElement('h2', { class: 'gantt-popover-title', text: title }),
    content,
  ]);
}

/** The keys of a table that binds them. */
export function createKeySection(
  bindings: readonly { readonly shown: string; readonly does: string }[],
): HTMLElement {
  const lines = bindings.map(({ shown, does }): SheetLine => [shown, does]);
  return createSheetSection('Keys', createLines('kbd', lines));
}

/** What can be written into a filter. */
export function createFilterSection(lines: readonly SheetLine[]): HTMLElement {
  return createSheetSection('Filter', createLines('code', lines));
}

function createLines(tag: 'kbd' | 'code', lines: readonly SheetLine[]): HTMLElement {
  return createElement(
    'dl',
    { class: `gantt-keys ${tag === 'kbd' ? 'is-keys' : 'is-filter'}` },
    lines.flatMap(([written, means]) => [
      createElement('dt', {}, [createElement(tag, { text: written })]),
      createElement('dd', { text: means }),
    ]),
  );
}
