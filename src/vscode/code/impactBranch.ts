import {
  l10n,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
} from 'vscode';
import { anchorText } from '../../core/anchors/anchorText.ts';
import { Emitter, type Event } from '../../core/base/event.ts';
import type { Disposable } from '../../core/base/disposable.ts';
import type {
  Impact,
  MilestoneAtStake,
  TouchedItem,
  UnseenSubmodule,
} from '../../core/impact/impact.ts';
import { whyText } from '../../core/impact/impactMarkdown.ts';
import { formatDay } from '../../core/model/instant.ts';
import { inertText } from '../../core/views/inertText.ts';
import { isOpen, statusOf } from '../../core/views/findItems.ts';
import type { OpenPlan } from '../openPlan.ts';
import { plainMarkdown } from '../plainMarkdown.ts';
import { noChildren, type BranchElement, type TreeBranch } from '../treeBranch.ts';

/** An impact that a person asked for, until they close it. */
export interface ShownImpact {
  /** What was looked at, in words. */
  readonly title: string;
  readonly impact: Impact;
}

/** What a change of code means to the plan, as lines of the tree: items, milestones at stake, who should know. */
export class ImpactBranch implements TreeBranch, Disposable {
  readonly #changes = new Emitter<OpenPlan>();
  readonly #shown = new Map<OpenPlan, ShownImpact>();

  readonly onDidChange: Event<OpenPlan> = this.#changes.event;
  readonly place = 'above';

  show(plan: OpenPlan, shown: ShownImpact | undefined): void {
    if (shown) this.#shown.set(plan, shown);
    else this.#shown.delete(plan);
    this.#changes.fire(plan);
  }

  readonly rootsOf = (plan: OpenPlan): readonly BranchElement[] => {
    const shown = this.#shown.get(plan);
    return shown ? [rootElement(plan, shown)] : [];
  };

  dispose(): void {
    this.#changes.dispose();
  }
}

interface Line {
  readonly key: string;
  readonly label: string;
  readonly description?: string;
  readonly icon: ThemeIcon;
  readonly contextValue?: string;
  readonly command?: NonNullable<TreeItem['command']>;
}

/**
 * A line of the tree; with lines below it, it stands unfolded. The first is unfolded when it is shown:
 * the editor mixes up whose lines are whose when it asks for two levels of them at once.
 */
function element(plan: OpenPlan, line: Line, below: readonly BranchElement[] = []): BranchElement {
  const { None, Collapsed, Expanded } = TreeItemCollapsibleState;
  const item = (): TreeItem => {
    const folded = line.contextValue === 'impact' ? Collapsed : Expanded;
    const row = new TreeItem(inertText(line.label), below.length > 0 ? folded : None);
    row.id = `${plan.key} impact ${line.key}`;
    row.iconPath = line.icon;
    if (line.description !== undefined) row.description = line.description;
    if (line.contextValue !== undefined) row.contextValue = line.contextValue;
    if (line.command) row.command = line.command;
    row.tooltip = plainMarkdown(line.label, [line.description ?? ''].filter(Boolean));
    return row;
  };
  const children = below.length > 0 ? () => [...below] : noChildren;
  return { kind: 'branch', plan, item, children };
}

function rootElement(plan: OpenPlan, { title, impact }: ShownImpact): BranchElement {
  const { items, milestones, people, unseen } = impact;
  const nothing = element(plan, {
    key: 'nothing',
    label: l10n.t('No task and no risk is linked to what changed'),
    icon: new ThemeIcon('pass'),
  });
  const stakes = milestones.map(each => milestoneElement(plan, each));
  const know = people.map(({ name, items: ids }) => {
    const icon = new ThemeIcon('person');
    return element(plan, { key: `person ${name}`, label: name, description: ids.join(', '), icon });
  });
  const groups = [
    ...(items.length === 0 ? [nothing] : items.map(each => touchedElement(plan, each))),
    ...groupOf(plan, l10n.t('Milestones at stake'), 'milestone', stakes),
    ...groupOf(plan, l10n.t('Who should know'), 'organization', know),
    ...unseen.map(each => unseenElement(plan, each)),
  ];
  const root = {
    key: 'root',
    label: title,
    description: String(items.length),
    icon: new ThemeIcon('git-compare'),
    contextValue: 'impact',
  };
  return element(plan, root, groups);
}

function unseenElement(plan: OpenPlan, { path, items }: UnseenSubmodule): BranchElement {
  const label = l10n.t('{0} is a submodule: what changed in it is not seen here', path);
  const description = items.join(', ');
  return element(plan, { key: `unseen ${path}`, label, description, icon: new ThemeIcon('info') });
}

function groupOf(
  plan: OpenPlan,
  label: string,
  icon: string,
  below: readonly BranchElement[],
): readonly BranchElement[] {
  if (below.length === 0) return [];
  return [element(plan, { key: label, label, icon: new ThemeIcon(icon) }, below)];
}

function touchedElement(plan: OpenPlan, touched: TouchedItem): BranchElement {
  const { item, dates, places } = touched;
  const isCritical = isOpen(item) && dates?.isCritical === true;
  const words = [
    item.id,
    statusOf(item),
    isCritical ? l10n.t('critical') : '',
    dates && isOpen(item) ? l10n.t('until {0}', formatDay(dates.finish)) : '',
    whyText(touched),
  ];
  const color = isCritical ? new ThemeColor('list.errorForeground') : undefined;
  const icon = item.kind === 'risk' ? 'shield' : 'circle-large-outline';
  const line = {
    key: `item ${item.id}`,
    label: item.title,
    description: words.filter(Boolean).join(', '),
    icon: new ThemeIcon(icon, color),
    command: openItemCommand(plan, item.id),
  };
  const below = places.map(({ place, hasDrifted }, i) => {
    const row = (place.line ?? 1) - 1;
    const selection = new Range(row, 0, row, 0);
    const uri = Uri.joinPath(plan.folder.uri, place.path);
    return element(plan, {
      key: `place ${item.id} ${i}`,
      label: anchorText(place),
      description: hasDrifted ? l10n.t('the change leads away from it') : '',
      icon: new ThemeIcon(hasDrifted ? 'warning' : 'link'),
      command: {
        command: 'vscode.open',
        title: l10n.t('Open the Place'),
        arguments: [uri, { selection, preview: true }],
      },
    });
  });
  return element(plan, line, below);
}

function milestoneElement(
  plan: OpenPlan,
  { milestone, dates, items }: MilestoneAtStake,
): BranchElement {
  const words = [
    milestone.id,
    dates ? formatDay(dates.finish) : '',
    milestone.due ? l10n.t('promised for {0}', formatDay(milestone.due.at)) : '',
    items.join(', '),
  ];
  return element(plan, {
    key: `milestone ${milestone.id}`,
    label: milestone.title,
    description: words.filter(Boolean).join(', '),
    icon: new ThemeIcon('milestone'),
    command: openItemCommand(plan, milestone.id),
  });
}

function openItemCommand(plan: OpenPlan, id: string): NonNullable<TreeItem['command']> {
  const title = l10n.t('Open File');
  return { command: 'gantry.openItem', title, arguments: [{ kind: 'item', plan, id }] };
}
