import { isHeading, rowKind } from '../../src/core/views/ganttView.ts';
import { shortenText } from '../../src/core/base/shortenText.ts';
import type { ChartModel } from './chartModel.ts';
import { numberAt, textAt } from './columnar.ts';
import { columnOf, type Column } from './columns.ts';
import { countSuccessors, linksOf } from './linkWords.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import type { Outline } from './outline.ts';
import { isMilestoneItem, spokenDates, spokenRow, undatedReason } from './rowText.ts';
import { shownText } from './shownText.ts';

/** So many rows are shown at once: each is some twenty elements, and a page must be there at once. */
export const pageSize = 50;
/** So much of a title or a value stands in a cell. */
const longestText = 300;
/** So many names a sentence bears. */
const fewNames = 3;

/** What the table is made of: the chart's rows as they are shown now. */
export type TableSource = Pick<
  ChartModel,
  'plan' | 'outline' | 'choices' | 'filterProblem' | 'hasFolds' | 'showsMatchesOnly'
>;

/** One row of the table, all of it text. */
export interface TableRow {
  /** Empty for a heading, which is no item. */
  readonly id: string;
  readonly title: string;
  readonly cells: readonly string[];
  /** How many items it waits for or holds up. */
  readonly linkCount: number;
}

/** A stretch of a table, small enough to be shown as a whole. */
export interface TablePage {
  readonly caption: string;
  /** Of the columns after the first, which holds the titles. */
  readonly heads: readonly string[];
  readonly rows: readonly TableRow[];
  /** The first row, from 0. */
  readonly from: number;
  readonly total: number;
}

/** A page of the plan's rows, in the order and with the columns of the chart. */
export function planPage(source: TableSource, page: number): TablePage {
  const { plan, outline } = source;
  if (!plan || !outline) return emptyPage;
  const total = outline.visible.length;
  const from = firstOf(page, total);
  const columns = shownColumns(source);
  const successors = countSuccessors(plan.view);
  const rows = [...outline.visible.subarray(from, from + pageSize)].map((row): TableRow => ({
    ...nameOf(plan, row),
    cells: [
      levelText(plan, outline, row),
      ...columns.map(({ text }) => shortenText(text(plan, row), longestText)),
      sentenceOf(plan, row),
    ],
    linkCount: plan.linksInto(row).length + numberAt(successors, row),
  }));
  const how = shownText(source);
  const caption = `${plan.view.name}, ${extentText(from, rows.length, total)}${how && `: ${how}`}`;
  const heads = ['Level', ...columns.map(({ title }) => title), 'In words'];
  return { caption, heads, rows, from, total };
}

/** A page of what an item waits for and what waits for it; undefined where there is no such item. */
export function linkPage(source: TableSource, id: string, page: number): TablePage | undefined {
  const { plan, choices } = source;
  const row = plan?.rowOf(id);
  if (!plan || row === undefined) return undefined;
  const links = linksOf(plan, row);
  const from = firstOf(page, links.length);
  const before = links.filter(({ isBefore }) => isBefore).length;
  const rows = links.slice(from, from + pageSize).map((link): TableRow => ({
    ...nameOf(plan, link.row),
    cells: [
      link.isBefore ? 'Before' : 'After',
      link.words,
      undatedReason(plan.view, link.row) ?? spokenDates(plan.view, link.row),
      link.isCritical ? 'Critical' : '',
    ],
    linkCount: 0,
  }));
  const title = `${textAt(plan.view.rows.title, row)} (${id})`;
  const counts = `waits for ${before}, holds up ${links.length - before}`;
  const grouped = choices.group ? '; what is gathered under headings alone' : '';
  const caption = `Dependencies of ${title}: ${counts}${grouped}`;
  return { caption, heads: linkHeads, rows, from, total: links.length };
}

const linkHeads = ['Direction', 'Dependency', 'Dates', 'Criticality'];
const emptyPage: TablePage = { caption: '', heads: [], rows: [], from: 0, total: 0 };

/** The page on which a row stands. */
export function pageOf(position: number): number {
  return Math.max(0, Math.floor(position / pageSize));
}

export function lastPage(total: number): number {
  return pageOf(total - 1);
}

/** `rows 201 to 400 of 1,204`. */
export function extentText(from: number, count: number, total: number): string {
  if (total === 0) return 'no rows';
  if (count === total) return total === 1 ? '1 row' : `${thousands(total)} rows`;
  return `rows ${thousands(from + 1)} to ${thousands(from + count)} of ${thousands(total)}`;
}

function firstOf(page: number, total: number): number {
  return Math.min(Math.max(0, page), lastPage(total)) * pageSize;
}

/** The columns of the chart, also those for which the chart has no room now. */
function shownColumns({ choices, plan }: TableSource): readonly Column[] {
  return choices.columnOrder
    .filter(key => choices.columns[key].isShown)
    .filter(key => key !== 'variance' || plan?.baseline !== undefined)
    .map(columnOf);
}

function nameOf({ view }: LoadedPlan, row: number): Pick<TableRow, 'id' | 'title'> {
  const id = isHeading(view, row) ? '' : textAt(view.rows.id, row);
  return { id, title: shortenText(textAt(view.rows.title, row), longestText) };
}

/** `2, in “Parser”, holds 5`: what indentation and twisties show. */
function levelText({ view }: LoadedPlan, outline: Outline, row: number): string {
  const parent = numberAt(view.rows.parent, row);
  const held = numberAt(outline.shownChildren, row + 1);
  const isParent = outline.hasChildren[row] === 1;
  const parts = [
    String(numberAt(view.rows.level, row) + 1),
    kindText({ view }, row),
    parent >= 0 ? `in “${textAt(view.rows.title, parent)}”` : '',
    isParent ? (outline.isOpen[row] === 1 ? `holds ${held}` : 'folded') : '',
  ];
  return parts.filter(part => part !== '').join(', ');
}

function kindText({ view }: Pick<LoadedPlan, 'view'>, row: number): string {
  if (isHeading(view, row)) return 'heading';
  if (isMilestoneItem(view, row)) return 'milestone';
  return numberAt(view.rows.kind, row) === rowKind.summary ? 'summary' : 'task';
}

function sentenceOf(plan: LoadedPlan, row: number): string {
  const names = plan.predecessorsOf(row);
  const more = names.length - fewNames;
  const few = more > 0 ? [...names.slice(0, fewNames), `${thousands(more)} more`] : names;
  return spokenRow(plan, row, few);
}

function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
