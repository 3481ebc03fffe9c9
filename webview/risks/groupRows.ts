import { compareText } from '../../src/core/base/order.ts';
import { riskStatuses, strategies } from '../../src/core/model/risk.ts';
import type { RiskRegisterView, RiskRow } from '../../src/core/views/riskRegisterView.ts';
import { nameOf, statusTitles, strategyTitles } from './riskText.ts';

/** What the rows of the table can be gathered by. */
export const groupings = ['category', 'owner', 'status', 'strategy', 'milestone'] as const;
export type Grouping = (typeof groupings)[number];

export const groupingTitles: Readonly<Record<Grouping, string>> = {
  category: 'Category',
  owner: 'Owner',
  status: 'Status',
  strategy: 'Response',
  milestone: 'Milestone affected',
};

/** The line above the rows of a group. */
export interface GroupLine {
  readonly kind: 'group';
  /** Its own among the lines, whatever the ids of risks are. */
  readonly id: string;
  readonly title: string;
  readonly rows: readonly RiskRow[];
  readonly isFolded: boolean;
}

/** A line of the table below its heads. */
export type GridLine =
  GroupLine | { readonly kind: 'risk'; readonly id: string; readonly row: RiskRow };

/** The lines of the table: the rows in their order, under the lines of their groups. */
export function groupRows(
  rows: readonly RiskRow[],
  view: RiskRegisterView,
  { group, folded }: { readonly group: Grouping | ''; readonly folded: readonly string[] },
): readonly GridLine[] {
  const lineOf = (row: RiskRow): GridLine => ({ kind: 'risk', id: row.id, row });
  if (group === '') return rows.map(lineOf);
  const byKey = new Map<string, RiskRow[]>();
  for (const row of rows) {
    const key = keyOf(row, group);
    const members = byKey.get(key);
    if (members) members.push(row);
    else byKey.set(key, [row]);
  }
  const order = keyOrder(view, group);
  return [...byKey]
    .map(([key, members]) => ({ key, members, title: titleOf(key, members, { view, group }) }))
    .sort(
      (a, b) =>
        Number(a.key === '') - Number(b.key === '') ||
        placeIn(order, a.key) - placeIn(order, b.key) ||
        compareText(a.title, b.title) ||
        compareText(a.key, b.key),
    )
    .flatMap(({ key, members, title }): readonly GridLine[] => {
      const id = `group ${group} ${key}`;
      const isFolded = folded.includes(id);
      const line: GroupLine = { kind: 'group', id, title, rows: members, isFolded };
      return isFolded ? [line] : [line, ...members.map(lineOf)];
    });
}

/** Empty for what belongs to no group of the kind. */
function keyOf(row: RiskRow, group: Grouping): string {
  switch (group) {
    case 'category':
      return row.category;
    case 'owner':
      return row.owner;
    case 'status':
      return row.status;
    case 'strategy':
      return row.strategy ?? '';
    case 'milestone':
      return row.milestone?.id ?? '';
  }
}

/** The keys in the order that the project or the format gives them. */
function keyOrder(view: RiskRegisterView, group: Grouping): readonly string[] {
  switch (group) {
    case 'category':
      return view.categories;
    case 'owner':
      return view.people.map(({ key }) => key);
    case 'status':
      return riskStatuses;
    case 'strategy':
      return strategies;
    case 'milestone':
      return [];
  }
}

function placeIn(order: readonly string[], key: string): number {
  const place = order.indexOf(key);
  return place < 0 ? order.length : place;
}

function titleOf(
  key: string,
  [first]: readonly RiskRow[],
  { view, group }: { readonly view: RiskRegisterView; readonly group: Grouping },
): string {
  switch (group) {
    case 'category':
      return key === '' ? 'Without category' : key;
    case 'owner':
      return key === '' ? 'Nobody' : nameOf(view, key);
    case 'status':
      return first ? statusTitles[first.status] : key;
    case 'strategy':
      return first?.strategy === undefined ? 'No response' : strategyTitles[first.strategy];
    case 'milestone': {
      const milestone = first?.milestone;
      return milestone ? `${milestone.title} (${milestone.id})` : 'No milestone ahead';
    }
  }
}
