import {
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeDataProvider,
} from 'vscode';
import { DisposableStore, type Disposable } from '../core/base/disposable.ts';
import { kindOfId } from '../core/model/ids.ts';
import { itemOf } from '../core/model/plan.ts';
import type { Problem } from '../core/model/problem.ts';
import {
  attentionGroups,
  type Attention,
  type AttentionGroup,
  type AttentionItem,
} from '../core/views/attention.ts';
import { menuContext, type ItemElement, type PlanElement } from './itemElement.ts';
import type { OpenPlan } from './openPlan.ts';
import { plainMarkdown } from './plainMarkdown.ts';
import { planItem } from './planTreeProvider.ts';
import type { PlanSet } from './planSet.ts';
import type { BranchElement, TreeBranch } from './treeBranch.ts';
import { iconOfGroup } from './treeIcons.ts';

/** A longer group is folded at first: it would push all others out of sight. */
const unfoldedEntries = 50;

/** So many entries of a group are listed; the panel and the Problems view have all of them. */
const listedEntries = 100;

interface GroupElement {
  readonly kind: 'group';
  readonly plan: OpenPlan;
  readonly group: AttentionGroup;
}

interface ListedElement extends ItemElement {
  readonly group: AttentionGroup;
  readonly entry: AttentionItem;
}

export interface ProblemElement {
  readonly kind: 'problem';
  readonly plan: OpenPlan;
  readonly problem: Problem;
  readonly place: number;
}

/** The plan folder itself cannot stay as it is. */
interface FolderElement {
  readonly kind: 'folder';
  readonly plan: OpenPlan;
  readonly problem: Problem;
}

interface MoreElement {
  readonly kind: 'more';
  readonly plan: OpenPlan;
  readonly group: AttentionGroup;
  readonly count: number;
}

type AttentionElement =
  | PlanElement
  | FolderElement
  | GroupElement
  | ListedElement
  | ProblemElement
  | MoreElement
  | BranchElement;

/** What needs a person: overdue, blocked, next up, reviews and problems, with their counts. */
export class AttentionTreeProvider implements TreeDataProvider<AttentionElement>, Disposable {
  readonly #plans: PlanSet;
  readonly #owned = new DisposableStore();
  readonly #changes = this.#owned.add(new EventEmitter<AttentionElement | undefined>());

  readonly #branches = new Set<TreeBranch>();

  readonly onDidChangeTreeData = this.#changes.event;

  constructor(plans: PlanSet) {
    this.#plans = plans;
    this.#owned.add(plans.onDidChange(() => this.#changes.fire(undefined)));
  }

  /** More lines beside those of the plan itself, until what it answers with is disposed of. */
  add(branch: TreeBranch): Disposable {
    this.#branches.add(branch);
    const following = branch.onDidChange(() => this.#changes.fire(undefined));
    this.#changes.fire(undefined);
    return {
      dispose: () => {
        following.dispose();
        this.#branches.delete(branch);
      },
    };
  }

  #linesOf(plan: OpenPlan): AttentionElement[] {
    const rootsAt = (wanted: TreeBranch['place']): readonly BranchElement[] =>
      [...this.#branches].flatMap(({ place, rootsOf }) => (place === wanted ? rootsOf(plan) : []));
    return [...rootsAt('above'), ...groupsOf(plan), ...rootsAt('below')];
  }

  async getChildren(element?: AttentionElement): Promise<AttentionElement[]> {
    if (!element) {
      await this.#plans.loadAll();
      const [only, ...others] = this.#plans.existing;
      if (only && others.length === 0) return this.#linesOf(only);
      return this.#plans.existing.map(plan => ({ kind: 'plan', plan }));
    }
    if (element.kind === 'plan') return this.#linesOf(element.plan);
    if (element.kind === 'branch') return element.children();
    return element.kind === 'group' ? entriesOf(element) : [];
  }

  /** Lines that were added stand below their plan, or alone where there is one plan. */
  getParent(element: AttentionElement): AttentionElement | undefined {
    if (element.kind === 'plan' || this.#plans.existing.length < 2) return undefined;
    return { kind: 'plan', plan: element.plan };
  }

  getTreeItem(element: AttentionElement): TreeItem {
    switch (element.kind) {
      case 'plan':
        return planItem(element.plan);
      case 'group':
        return groupItem(element);
      case 'item':
        return listedItem(element);
      case 'problem':
        return problemItem(element);
      case 'more':
        return moreItem(element);
      case 'folder':
        return folderItem(element);
      case 'branch':
        return element.item();
    }
  }

  dispose(): void {
    this.#owned.dispose();
  }
}

function attentionOf(plan: OpenPlan): Attention | undefined {
  return plan.loaded?.views().attention();
}

function groupsOf(plan: OpenPlan): AttentionElement[] {
  const attention = attentionOf(plan);
  const problem = plan.loaded?.folderState?.problem;
  const groups = attentionGroups.filter(group => (attention?.[group].length ?? 0) > 0);
  return [
    ...(problem ? [{ kind: 'folder' as const, plan, problem }] : []),
    ...groups.map(group => ({ kind: 'group' as const, plan, group })),
  ];
}

function entriesOf({ plan, group }: GroupElement): AttentionElement[] {
  const attention = attentionOf(plan);
  if (!attention) return [];
  const listed: AttentionElement[] =
    group === 'problems'
      ? attention.problems
          .slice(0, listedEntries)
          .map((problem, place) => ({ kind: 'problem', plan, problem, place }))
      : attention[group]
          .slice(0, listedEntries)
          .map(entry => ({ kind: 'item', plan, id: entry.id, group, entry }));
  const count = attention[group].length - listed.length;
  return count > 0 ? [...listed, { kind: 'more', plan, group, count }] : listed;
}

function groupItem({ plan, group }: GroupElement): TreeItem {
  const count = attentionOf(plan)?.[group].length ?? 0;
  const title = titleOfGroup(group);
  const isOpen = group !== 'problems' && count <= unfoldedEntries;
  const item = new TreeItem(
    title,
    isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.id = `${plan.key} ${group}`;
  item.description = String(count);
  item.iconPath = iconOfGroup(group);
  item.accessibilityInformation = { label: `${title}, ${count}`, role: 'treeitem' };
  return item;
}

function titleOfGroup(group: AttentionGroup): string {
  switch (group) {
    case 'overdue':
      return l10n.t('Overdue');
    case 'blocked':
      return l10n.t('Blocked');
    case 'next':
      return l10n.t('Next up');
    case 'reviews':
      return l10n.t('Reviews due');
    case 'problems':
      return l10n.t('Problems');
  }
}

function listedItem(element: ListedElement): TreeItem {
  const { plan, id, group, entry } = element;
  const item = new TreeItem(entry.title, TreeItemCollapsibleState.None);
  item.id = `${plan.key} ${group} ${id}`;
  item.description = entry.reason;
  item.tooltip = plainMarkdown(`${id} ${entry.title}`, entry.reason === '' ? [] : [entry.reason]);
  item.accessibilityInformation = {
    label: [entry.title, entry.reason, entry.kind, id].filter(Boolean).join(', '),
    role: 'treeitem',
  };
  item.contextValue = menuContext(contextWords(element));
  item.command = { command: 'gantry.openItem', title: l10n.t('Open File'), arguments: [element] };
  return item;
}

function contextWords({ plan, id }: ListedElement): Readonly<Record<string, boolean>> {
  const views = plan.loaded?.views();
  const item = views && itemOf(views.snapshot.plan, id);
  const node = views?.tree().nodeOf(id);
  const isWritable = plan.loaded?.canEdit === true && node?.isReadOnly !== true;
  return {
    item: true,
    task: kindOfId(id) === 'task',
    milestone: kindOfId(id) === 'milestone',
    risk: kindOfId(id) === 'risk',
    open: isWritable,
    startable: item?.kind === 'task' && item.status === 'todo' && isWritable,
    linked: item !== undefined && 'code' in item && item.code.length > 0,
    writable: isWritable,
  };
}

function problemItem(element: ProblemElement): TreeItem {
  const { plan, problem, place } = element;
  const item = new TreeItem(problem.message, TreeItemCollapsibleState.None);
  const [id] = problem.items;
  item.id = `${plan.key} problem ${place}`;
  item.description = problem.file ?? id ?? '';
  item.tooltip = plainMarkdown(problem.message, [problem.file ?? '', problem.code].filter(Boolean));
  item.iconPath =
    problem.severity === 'error'
      ? new ThemeIcon('error', new ThemeColor('list.errorForeground'))
      : new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  item.accessibilityInformation = {
    label: `${problem.severity}, ${problem.message}, ${problem.file ?? ''}`,
    role: 'treeitem',
  };
  item.contextValue = 'problem';
  item.command = {
    command: 'gantry.openProblem',
    title: l10n.t('Open the Place'),
    arguments: [element],
  };
  return item;
}

function folderItem({ plan, problem }: FolderElement): TreeItem {
  const item = new TreeItem(problem.message);
  item.id = `${plan.key} folder`;
  item.iconPath = new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  item.tooltip = plainMarkdown(problem.message, []);
  item.command = { command: 'gantry.mendFolder', title: l10n.t('Mend the Plan Folder') };
  return item;
}

function moreItem({ plan, group, count }: MoreElement): TreeItem {
  const isProblem = group === 'problems';
  const item = new TreeItem(
    isProblem
      ? l10n.t('{0} more in the Problems view', count)
      : l10n.t('{0} more in the panel', count),
  );
  item.id = `${plan.key} ${group} more`;
  item.command = isProblem
    ? { command: 'gantry.showProblems', title: l10n.t('Show Problems') }
    : { command: 'gantry.openPanel', title: l10n.t('Open Panel') };
  return item;
}
