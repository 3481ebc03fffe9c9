import type { RiskRegisterView } from '../../src/core/views/riskRegisterView.ts';
import { exposureTotals } from '../../src/core/views/exposureTotals.ts';
import { createElement, setAttribute } from '../ui/element.ts';
import { createIcon } from '../ui/icon.ts';
import type { GroupLine } from './groupRows.ts';
import { countText, exposureText } from './riskText.ts';

/** Writes the line of a group into its row: one cell over all columns, which folds it. */
export function fillGroupRow(
  element: HTMLElement,
  line: GroupLine,
  { view, columns }: { readonly view: RiskRegisterView; readonly columns: number },
): void {
  element.classList.add('group-row');
  const known = element.firstElementChild;
  const cell = known instanceof HTMLElement ? known : createGroupCell(element);
  setAttribute(cell, 'aria-expanded', String(!line.isFolded));
  setAttribute(cell, 'aria-colspan', String(columns));
  const { threats, opportunities } = exposureTotals(line.rows);
  const sums = [threats, opportunities]
    .map(({ current }) => exposureText(current, view))
    .filter(text => text !== '');
  cell.replaceChildren(
    createIcon(line.isFolded ? 'right' : 'down'),
    createElement('span', { class: 'group-title', text: line.title }),
    createElement('span', {
      class: 'group-facts',
      text: [countText(line.rows.length), ...sums].join(' · '),
    }),
  );
}

function createGroupCell(element: HTMLElement): HTMLElement {
  const cell = createElement('div', {
    class: 'group-cell',
    attributes: {
      role: 'gridcell',
      tabindex: '-1',
      'aria-colindex': '1',
      'data-column': 'group',
    },
  });
  element.append(cell);
  return cell;
}
