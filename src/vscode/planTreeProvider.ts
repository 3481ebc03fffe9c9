import {
  EventEmitter,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  l10n,
  type TreeDataProvider,
} from 'vscode';
import { DisposableStore, type Disposable } from '../core/base/disposable.ts';
import type { PlanTree, PlanTreeNode } from '../core/views/planTree.ts';
import { menuContext, type ItemElement, type PlanElement } from './itemElement.ts';
import type { OpenPlan } from './openPlan.ts';
import { plainMarkdown } from './plainMarkdown.ts';
import type { PlanFilter } from './planFilter.ts';
import type { PlanSet } from './planSet.ts';
import type { BranchElement } from './treeBranch.ts';
import type { LinksBelow } from './linksBelow.ts';
import { iconOfNode } from './treeIcons.ts';

/** Plans with more tasks begin folded. */
const unfoldedTasks = 200;

export type PlanTreeElement = PlanElement | ItemElement | BranchElement;

/** Milestones with their tasks and sub-tasks, as one outline for each plan. */
export class PlanTreeProvider implements TreeDataProvider<PlanTreeElement>, Disposable {
  readonly #plans: PlanSet;
  readonly #filter: PlanFilter;
  readonly #code: LinksBelow;
  readonly #owned = new DisposableStore();
  readonly #changes = this.#owned.add(new EventEmitter<PlanTreeElement | undefined>());
  /** The editor tells elements apart by identity: one object for each plan and id. */
  #elements = new Map<string, ItemElement>();

  readonly onDidChangeTreeData = this.#changes.event;

  constructor(plans: PlanSet, filter: PlanFilter, code: LinksBelow) {
    this.#plans = plans;
    this.#filter = filter;
    this.#code = code;
    this.#owned.add(code.onDidChange(() => this.#changes.fire(undefined)));
    this.#owned.add(filter.onDidChange(() => this.#changes.fire(undefined)));
    this.#owned.add(plans.onDidChange(() => this.#changes.fire(undefined)));
  }

  async getChildren(element?: PlanTreeElement): Promise<PlanTreeElement[]> {
    if (!element) return this.#roots();
    if (element.kind === 'branch') return element.children();
    const ids =
      element.kind === 'plan'
        ? treeOf(element.plan)?.roots
        : treeOf(element.plan)?.childrenOf(element.id);
    const shown = this.#shownOf(element.plan, ids ?? []);
    return element.kind === 'item' ? [...shown, ...this.#code.of(element)] : shown;
  }

  #shownOf(plan: OpenPlan, ids: readonly string[]): PlanTreeElement[] {
    const shown = this.#filter.shownIn(plan);
    return ids.filter(id => !shown || shown.has(id)).map(id => this.elementOf(plan, id));
  }

  async #roots(): Promise<PlanTreeElement[]> {
    await this.#plans.loadAll();
    const [only, ...others] = this.#plans.existing;
    if (!only) return [];
    if (others.length === 0) {
      return this.#shownOf(only, treeOf(only)?.roots ?? []);
    }
    return [only, ...others].map(plan => ({ kind: 'plan', plan }));
  }

  /** Unknown ids have elements too; they are gone with the next change. */
  elementOf(plan: OpenPlan, id: string): ItemElement {
    const key = `${plan.key} ${id}`;
    const known = this.#elements.get(key);
    if (known?.plan === plan) return known;
    const element: ItemElement = { kind: 'item', plan, id };
    this.#elements.set(key, element);
    return element;
  }

  getParent(element: PlanTreeElement): PlanTreeElement | undefined {
    if (element.kind === 'plan') return undefined;
    if (element.kind === 'branch') return undefined;
    const parent = treeOf(element.plan)?.parentOf(element.id);
    if (parent !== undefined) return this.elementOf(element.plan, parent);
    return this.#plans.existing.length > 1 ? { kind: 'plan', plan: element.plan } : undefined;
  }

  getTreeItem(element: PlanTreeElement): TreeItem {
    if (element.kind === 'plan') return planItem(element.plan);
    if (element.kind === 'branch') return element.item();
    const node = treeOf(element.plan)?.nodeOf(element.id);
    const item = node ? nodeItem(node, folding(node, element)) : new TreeItem(element.id);
    item.id = `${element.plan.key} ${element.id}`;
    item.command = { command: 'gantry.openItem', title: l10n.t('Open File'), arguments: [element] };
    return item;
  }

  /** Tooltips are made only when somebody looks at them. */
  resolveTreeItem(item: TreeItem, element: PlanTreeElement): TreeItem {
    if (element.kind !== 'item') return item;
    const [title, ...lines] = treeOf(element.plan)?.detailsOf(element.id) ?? [];
    item.tooltip = plainMarkdown(title ?? element.id, lines);
    return item;
  }

  dispose(): void {
    this.#owned.dispose();
    this.#elements = new Map();
  }
}

function treeOf(plan: OpenPlan): PlanTree | undefined {
  return plan.loaded?.views().tree();
}

export function planItem(plan: OpenPlan): TreeItem {
  const name = plan.loaded?.views().snapshot.plan.project.name;
  const item = new TreeItem(name ?? plan.folder.name, TreeItemCollapsibleState.Expanded);
  item.id = plan.key;
  item.description = plan.folder.name;
  item.contextValue = 'plan';
  return item;
}

/** Open milestones of a small plan stand unfolded; of a large one only their names are asked for. */
function folding(node: PlanTreeNode, { plan }: ItemElement): TreeItemCollapsibleState {
  if (!node.hasChildren) {
    return node.hasCode ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
  }
  const count = plan.loaded?.views().snapshot.plan.tasks.size ?? 0;
  const isUnfolded = node.kind === 'milestone' && !node.isClosed && count <= unfoldedTasks;
  return isUnfolded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function nodeItem(node: PlanTreeNode, state: TreeItemCollapsibleState): TreeItem {
  const item = new TreeItem(node.title, state);
  item.description = node.description;
  item.iconPath = iconOfNode(node);
  item.accessibilityInformation = { label: node.spoken, role: 'treeitem' };
  item.contextValue = menuContext({
    item: true,
    task: node.kind === 'task',
    milestone: node.kind === 'milestone',
    summary: node.kind === 'task' && node.hasChildren,
    open: !node.isClosed && !node.isReadOnly,
    closed: node.isClosed && !node.isReadOnly,
    startable: node.state === 'todo' && !node.isReadOnly,
    linked: node.hasCode,
    writable: !node.isReadOnly,
  });
  if (!node.isReadOnly && !(node.kind === 'task' && node.hasChildren)) {
    item.checkboxState = checkbox(node);
  }
  return item;
}

function checkbox(node: PlanTreeNode): NonNullable<TreeItem['checkboxState']> {
  const label = node.isClosed
    ? l10n.t('Reopen {0}', node.title)
    : l10n.t('Complete {0}', node.title);
  return {
    state: node.isClosed ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: node.isClosed ? l10n.t('Reopen') : l10n.t('Complete'),
    accessibilityInformation: { label },
  };
}
