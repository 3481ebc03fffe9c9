import { assertNever } from '../../src/core/base/assertNever.ts';
import { formatDay } from '../../src/core/model/instant.ts';
import type { RiskRegisterView, RiskRow } from '../../src/core/views/riskRegisterView.ts';
import { createElement, setAttribute } from '../ui/element.ts';
import { createIcon } from '../ui/icon.ts';
import { createChip } from './chip.ts';
import type { ColumnKey, RegisterColumn } from './registerColumns.ts';
import {
  amountText,
  appetiteText,
  delayText,
  nameOf,
  ratingText,
  ratingTitles,
  sentenceOf,
  statusTitles,
  strategyTitles,
} from './riskText.ts';

/** What a row needs to know beside its risk. */
export interface RowContext {
  readonly view: RiskRegisterView;
  readonly columns: readonly RegisterColumn[];
  readonly canEdit: boolean;
}

/** An empty row; {@link fillRow} gives it its cells. */
export function createRow(id: string): HTMLElement {
  return createElement('div', {
    class: 'register-row',
    attributes: { role: 'row', 'data-id': id },
  });
}

/** Writes a risk into its row; the cells stay the same elements while the columns are the same. */
export function fillRow(element: HTMLElement, row: RiskRow, ctx: RowContext): void {
  const wanted = ctx.columns.map(column => column.key).join();
  if (element.dataset['columns'] !== wanted) {
    element.dataset['columns'] = wanted;
    element.replaceChildren(...ctx.columns.map(createCell));
  }
  element.classList.toggle('is-closed', !row.isLive);
  for (const [place, column] of ctx.columns.entries()) {
    const cell = element.children[place];
    if (!(cell instanceof HTMLElement)) continue;
    const isEditable = ctx.canEdit && !row.isReadOnly && isEditableColumn(column);
    setAttribute(cell, 'aria-readonly', isEditable ? undefined : 'true');
    fillCell(cell, column.key, row, ctx.view);
  }
}

export function isEditableColumn({ field, rating }: RegisterColumn): boolean {
  return field !== undefined || rating !== undefined;
}

function createCell(column: RegisterColumn, place: number): HTMLElement {
  return createElement('div', {
    class: `register-cell cell-${column.key}`,
    attributes: {
      role: 'gridcell',
      tabindex: '-1',
      'data-column': column.key,
      'aria-colindex': String(place + 1),
    },
  });
}

function fillCell(cell: HTMLElement, key: ColumnKey, row: RiskRow, view: RiskRegisterView): void {
  const content = contentOf(key, row, view);
  const text = typeof content === 'string' ? content : '';
  if (typeof content !== 'string') cell.replaceChildren(...content);
  else if (cell.childElementCount > 0 || cell.textContent !== text) cell.textContent = text;
  const title = titleOf(key, row, text);
  if (cell.title !== title) cell.title = title;
}

function contentOf(
  key: ColumnKey,
  row: RiskRow,
  view: RiskRegisterView,
): string | readonly (Node | string)[] {
  switch (key) {
    case 'id':
      return idContent(row);
    case 'title':
      return [createElement('span', { class: 'title-text', text: row.title })];
    case 'category':
      return row.category;
    case 'status':
      return row.isLive
        ? statusTitles[row.status]
        : [
            createIcon(row.status === 'closed' ? 'check' : 'warning'),
            ` ${statusTitles[row.status]}`,
          ];
    case 'owner':
      return row.owner === '' ? [faint('nobody')] : nameOf(view, row.owner);
    case 'current':
      return row.isAboveAppetite
        ? [createChip(row.ratings[key], row.riskKind), mark('above', appetiteText(row))]
        : [createChip(row.ratings[key], row.riskKind)];
    case 'inherent':
    case 'residual':
      return [createChip(row.ratings[key], row.riskKind)];
    case 'delayInherent':
      return delayText(row.exposures.inherent.minutes, view.minutesPerDay);
    case 'delay':
      return delayText(row.exposures.current.minutes, view.minutesPerDay);
    case 'delayResidual':
      return delayText(row.exposures.residual.minutes, view.minutesPerDay);
    case 'moneyInherent':
      return amountText(row.exposures.inherent.hundredths, view.currency);
    case 'money':
      return amountText(row.exposures.current.hundredths, view.currency);
    case 'moneyResidual':
      return amountText(row.exposures.residual.hundredths, view.currency);
    case 'strategy':
      return row.strategy === undefined ? [faint('none')] : strategyTitles[row.strategy];
    case 'affects':
      return linksContent(row.affects.map(each => each.id));
    case 'review':
      return reviewContent(row);
    case 'code':
      return linksContent(row.code.map(({ path }) => lastPart(path)));
    case 'actions':
      return [createIcon('more')];
    default:
      return assertNever(key);
  }
}

function titleOf(key: ColumnKey, row: RiskRow, text: string): string {
  switch (key) {
    case 'title':
      return [row.title, sentenceOf(row)].filter(part => part !== '').join('\n');
    case 'affects':
      return row.affects.map(({ id, title }) => `${id} ${title}`).join('\n');
    case 'code':
      return row.code
        .map(({ path, line }) => (line === undefined ? path : `${path}:${line}`))
        .join('\n');
    case 'id':
      return `Open the file of ${row.id}`;
    case 'actions':
      return `Actions for ${row.id}`;
    case 'inherent':
    case 'current':
    case 'residual':
      return [
        `${ratingTitles[key]}: ${ratingText(row.ratings[key], row.riskKind)}`,
        key === 'current' && row.isAboveAppetite ? appetiteText(row) : '',
      ]
        .filter(part => part !== '')
        .join(', ');
    case 'review':
      return row.isReviewDue ? 'The review is due' : '';
    default:
      return text;
  }
}

function idContent(row: RiskRow): readonly (Node | string)[] {
  const marks: (Node | string)[] = [link(row.id)];
  if (row.hasProblem) marks.push(mark('warning', 'has a problem'));
  if (row.isReadOnly) marks.push(mark('lock', 'cannot be changed here'));
  return marks;
}

function mark(icon: 'warning' | 'lock' | 'above', meaning: string): HTMLElement {
  return createElement('span', { class: 'register-mark', title: meaning }, [
    createIcon(icon),
    createElement('span', { class: 'visually-hidden', text: meaning }),
  ]);
}

function reviewContent(row: RiskRow): string | readonly Node[] {
  if (row.reviewBy === undefined) return '';
  const day = formatDay(row.reviewBy);
  if (!row.isReviewDue) return day;
  return [
    createElement('span', { class: 'review-due', text: day, attributes: { 'data-due': 'due' } }),
  ];
}

function linksContent(names: readonly string[]): string | readonly (Node | string)[] {
  const [first] = names;
  if (first === undefined) return '';
  return names.length === 1 ? [link(first)] : [link(first), ` +${names.length - 1}`];
}

/** Looks like a link; the cell that it stands in is what is clicked and focused. */
function link(text: string): HTMLElement {
  return createElement('span', { class: 'cell-link', text });
}

function faint(text: string): HTMLElement {
  return createElement('span', { class: 'faint', text });
}

function lastPart(path: string): string {
  return path.split('/').findLast(part => part !== '') ?? path;
}
