import type { LevellingRow, LevellingView } from '../../src/core/views/levellingView.ts';
import { createItemLink, type ShowItem } from '../forecast/itemLink.ts';
import { createElement } from '../ui/element.ts';
import { createTextButton } from '../ui/textButton.ts';

export interface LevellingEvents {
  readonly show: ShowItem;
  accept(moves: readonly { readonly id: string; readonly start: number }[]): void;
  close(): void;
  readonly canEdit: boolean;
}

/** What levelling would do, task by task with the reason: accepted whole or in part. */
export function createLevellingPage(view: LevellingView, events: LevellingEvents): HTMLElement {
  const boxes = new Map<LevellingRow, HTMLInputElement>();
  const accept = createTextButton('Accept all', () =>
    events.accept(
      [...boxes].flatMap(([{ id, start }, box]) =>
        box.checked && start !== null ? [{ id, start }] : [],
      ),
    ),
  );
  const tell = (): void => {
    const chosen = [...boxes.values()].filter(box => box.checked).length;
    accept.textContent = chosen === boxes.size ? 'Accept all' : `Accept ${chosen} of ${boxes.size}`;
    accept.disabled = chosen === 0 || !events.canEdit;
  };
  const rows = view.moves.map(move => {
    const box = move.start === null ? undefined : createBox(move, tell);
    if (box) boxes.set(move, box);
    return createRow(move, box, events.show);
  });
  tell();
  const close = createTextButton('Close', () => events.close());
  close.dataset['focus'] = 'close';
  return createElement(
    'section',
    { class: 'levelling', attributes: { 'aria-label': 'Levelling' } },
    [
      createElement('h3', { text: view.headline }),
      ...(view.sentences.length === 0
        ? []
        : [createElement('p', { text: view.sentences.join(' ') })]),
      ...view.notes.map(text => createElement('p', { class: 'forecast-note', text })),
      ...(rows.length === 0 ? [] : [createTable(rows)]),
      createElement('div', { class: 'levelling-buttons' }, [
        ...(boxes.size === 0 ? [] : [accept]),
        close,
      ]),
    ],
  );
}

function createBox({ title }: LevellingRow, onChange: () => void): HTMLInputElement {
  const box = createElement('input', {
    attributes: { type: 'checkbox', 'aria-label': `Accept: ${title}` },
  });
  box.checked = true;
  box.addEventListener('change', onChange);
  return box;
}

function createRow(
  move: LevellingRow,
  box: HTMLInputElement | undefined,
  show: ShowItem,
): HTMLElement {
  return createElement('tr', {}, [
    createElement('td', { class: 'person-tick' }, [box]),
    createElement('th', { attributes: { scope: 'row' } }, [
      createItemLink(move.id, move.title, show),
    ]),
    createElement('td', { text: move.before }),
    createElement('td', { text: `${move.after} (+${move.by})` }),
    createElement('td', { class: 'levelling-because', text: move.because }),
  ]);
}

function createTable(rows: readonly HTMLElement[]): HTMLElement {
  const heads = ['Accept', 'Task', 'Start', 'Levelled', 'Because'].map(text =>
    createElement('th', { text, attributes: { scope: 'col' } }),
  );
  return createElement(
    'div',
    {
      class: 'forecast-scroll levelling-scroll',
      attributes: { role: 'region', tabindex: '0', 'aria-label': 'Tasks that levelling moves' },
    },
    [
      createElement('table', { class: 'forecast-table' }, [
        createElement('thead', {}, [createElement('tr', {}, heads)]),
        createElement('tbody', {}, rows),
      ]),
    ],
  );
}
