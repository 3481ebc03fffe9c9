import {
  EventEmitter,
  l10n,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeDataProvider,
} from 'vscode';
import { DisposableStore, type Disposable } from '../core/base/disposable.ts';
import { tellWrittenMoney } from '../core/model/money.ts';
import { formatShortDay } from '../core/views/dayText.ts';
import type { RiskRow } from '../core/views/riskRegisterView.ts';
import { readClock } from './clock.ts';
import { menuContext, type ItemElement, type PlanElement } from './itemElement.ts';
import type { OpenPlan } from './openPlan.ts';
import { plainMarkdown } from './plainMarkdown.ts';
import { planItem } from './planTreeProvider.ts';
import type { PlanSet } from './planSet.ts';
import type { BranchElement } from './treeBranch.ts';
import type { LinksBelow } from './linksBelow.ts';
import { iconOfRisk } from './treeIcons.ts';

/** The line above the risks that can no longer happen. */
interface EndedElement {
  readonly kind: 'ended';
  readonly plan: OpenPlan;
}

export type RiskTreeElement = PlanElement | EndedElement | ItemElement | BranchElement;

/** Risks in the order of the register; those that are over stand folded below. */
export class RiskTreeProvider implements TreeDataProvider<RiskTreeElement>, Disposable {
  readonly #plans: PlanSet;
  readonly #code: LinksBelow;
  readonly #owned = new DisposableStore();
  readonly #changes = this.#owned.add(new EventEmitter<RiskTreeElement | undefined>());
  readonly #elements = new Map<string, ItemElement>();

  readonly onDidChangeTreeData = this.#changes.event;

  constructor(plans: PlanSet, code: LinksBelow) {
    this.#plans = plans;
    this.#code = code;
    this.#owned.add(code.onDidChange(() => this.#changes.fire(undefined)));
    this.#owned.add(plans.onDidChange(() => this.#changes.fire(undefined)));
  }

  async getChildren(element?: RiskTreeElement): Promise<RiskTreeElement[]> {
    if (element) {
      if (element.kind === 'item') return [...this.#code.of(element)];
      if (element.kind === 'branch') return element.children();
      return element.kind === 'plan' ? this.#live(element.plan) : this.#ended(element.plan);
    }
    await this.#plans.loadAll();
    const existing = this.#plans.existing.filter(plan => rowsOf(plan).length > 0);
    const [only, ...others] = existing;
    if (only && others.length === 0) return this.#live(only);
    return existing.map(plan => ({ kind: 'plan', plan }));
  }

  #live(plan: OpenPlan): RiskTreeElement[] {
    const rows = rowsOf(plan);
    const live = rows.filter(({ isLive }) => isLive);
    const items: RiskTreeElement[] = live.map(({ id }) => this.elementOf(plan, id));
    return live.length === rows.length ? items : [...items, { kind: 'ended', plan }];
  }

  #ended(plan: OpenPlan): RiskTreeElement[] {
    return rowsOf(plan)
      .filter(({ isLive }) => !isLive)
      .map(({ id }) => this.elementOf(plan, id));
  }

  elementOf(plan: OpenPlan, id: string): ItemElement {
    const key = `${plan.key} ${id}`;
    const known = this.#elements.get(key);
    if (known?.plan === plan) return known;
    const element: ItemElement = { kind: 'item', plan, id };
    this.#elements.set(key, element);
    return element;
  }

  getParent(element: RiskTreeElement): RiskTreeElement | undefined {
    if (element.kind === 'plan' || element.kind === 'branch') return undefined;
    const { plan } = element;
    if (element.kind === 'item' && rowOf(element)?.isLive === false) return { kind: 'ended', plan };
    const count = this.#plans.existing.filter(each => rowsOf(each).length > 0).length;
    return count > 1 ? { kind: 'plan', plan } : undefined;
  }

  getTreeItem(element: RiskTreeElement): TreeItem {
    if (element.kind === 'plan') return planItem(element.plan);
    if (element.kind === 'ended') return endedItem(element.plan);
    if (element.kind === 'branch') return element.item();
    const row = rowOf(element);
    const item = row ? riskItem(row, element.plan) : new TreeItem(element.id);
    item.id = `${element.plan.key} ${element.id}`;
    item.command = { command: 'gantry.openItem', title: l10n.t('Open File'), arguments: [element] };
    return item;
  }

  resolveTreeItem(item: TreeItem, element: RiskTreeElement): TreeItem {
    const row = element.kind === 'item' ? rowOf(element) : undefined;
    if (row) item.tooltip = plainMarkdown(`${row.id} ${row.title}`, detailLines(row));
    return item;
  }

  dispose(): void {
    this.#owned.dispose();
    this.#elements.clear();
  }
}

function rowsOf(plan: OpenPlan): readonly RiskRow[] {
  return plan.loaded?.views().risks().rows ?? [];
}

function rowOf({ plan, id }: ItemElement): RiskRow | undefined {
  return rowsOf(plan).find(row => row.id === id);
}

function endedItem(plan: OpenPlan): TreeItem {
  const item = new TreeItem(l10n.t('Over'), TreeItemCollapsibleState.Collapsed);
  item.id = `${plan.key} ended`;
  item.description = String(rowsOf(plan).filter(({ isLive }) => !isLive).length);
  item.tooltip = l10n.t('Risks that occurred or were closed');
  return item;
}

function riskItem(row: RiskRow, plan: OpenPlan): TreeItem {
  const { None, Collapsed } = TreeItemCollapsibleState;
  const item = new TreeItem(row.title, row.code.length > 0 ? Collapsed : None);
  const { score, band } = row.ratings.current;
  const facts = [
    score > 0 ? String(score) : l10n.t('not rated'),
    row.owner === '' ? l10n.t('no owner') : row.owner,
    ...(row.strategy ? [row.strategy] : []),
    ...(row.isReviewDue ? [l10n.t('review due')] : []),
  ];
  item.description = facts.join(' · ');
  item.iconPath = iconOfRisk(row);
  item.accessibilityInformation = {
    label: [row.title, row.riskKind, band ?? '', row.status, ...facts, row.id]
      .filter(part => part !== '')
      .join(', '),
    role: 'treeitem',
  };
  const isWritable = !row.isReadOnly && plan.loaded?.canEdit === true;
  item.contextValue = menuContext({
    item: true,
    risk: true,
    open: row.isLive && isWritable,
    closed: !row.isLive && isWritable,
    linked: row.code.length > 0,
    writable: isWritable,
  });
  return item;
}

function detailLines(row: RiskRow): readonly string[] {
  const { current } = row.ratings;
  const impact = [current.scheduleText, tellWrittenMoney(current.costText)]
    .filter(text => text !== '')
    .join(', ');
  const line = (label: string, text: string): readonly string[] =>
    text === '' ? [] : [`${label}: ${text}`];
  return [
    ...line(l10n.t('Because'), row.cause),
    ...line(l10n.t('May happen'), row.event),
    ...line(l10n.t('Leading to'), row.effect),
    ...line(l10n.t('Probability'), current.probabilityText),
    ...line(l10n.t('Impact'), impact),
    ...line(l10n.t('Response'), [row.strategy ?? '', row.responsePlan].filter(Boolean).join(', ')),
    ...line(l10n.t('Owner'), row.owner),
    ...line(l10n.t('Status'), row.status),
    ...line(l10n.t('Affects'), row.affects.map(({ title }) => title).join(', ')),
    ...line(
      l10n.t('Review by'),
      row.reviewBy === undefined ? '' : formatShortDay(row.reviewBy, readClock()),
    ),
  ];
}
