import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { proposalText } from '../../core/commits/proposalChange.ts';
import type { Proposal } from '../../core/commits/proposals.ts';
import { inertText } from '../../core/views/inertText.ts';
import type { OpenPlan } from '../openPlan.ts';
import { plainMarkdown } from '../plainMarkdown.ts';
import { noChildren, type BranchElement, type TreeBranch } from '../treeBranch.ts';
import type { CommitWatch } from './commitWatch.ts';

/** So many commits are named below a proposal, the newest. */
const listedCommits = 10;

/** One proposal, or all of a plan, as menus hand them over. */
export interface ProposalElement extends BranchElement {
  readonly proposals: readonly Proposal[];
}

export function isProposalElement(value: unknown): value is ProposalElement {
  return typeof value === 'object' && value !== null && 'proposals' in value && 'plan' in value;
}

/** What the commits say that the plan does not: each with its evidence, for a person to accept. */
export function createProposalBranch(commits: CommitWatch): TreeBranch {
  return {
    onDidChange: commits.onDidChange,
    place: 'above',
    rootsOf: plan => {
      const proposals = commits.proposalsOf(plan);
      return proposals.length > 0 ? [rootElement(plan, proposals)] : [];
    },
  };
}

function rootElement(plan: OpenPlan, proposals: readonly Proposal[]): ProposalElement {
  const title = l10n.t('Proposed from commits');
  const item = (): TreeItem => {
    const root = new TreeItem(title, TreeItemCollapsibleState.Collapsed);
    root.id = `${plan.key} proposals`;
    root.description = String(proposals.length);
    root.iconPath = new ThemeIcon('git-commit');
    root.contextValue = 'proposals';
    root.accessibilityInformation = { label: `${title}, ${proposals.length}`, role: 'treeitem' };
    return root;
  };
  const children = (): BranchElement[] => proposals.map(each => proposalElement(plan, each));
  return { kind: 'branch', plan, item, children, proposals };
}

function proposalElement(plan: OpenPlan, proposal: Proposal): ProposalElement {
  const { id, title, evidence, commits } = proposal;
  const item = (): TreeItem => {
    const row = new TreeItem(inertText(title), TreeItemCollapsibleState.Collapsed);
    const change = proposalText(proposal);
    row.id = `${plan.key} proposal ${id}`;
    row.description = change;
    row.iconPath = new ThemeIcon('lightbulb');
    row.contextValue = 'proposal';
    row.tooltip = plainMarkdown(`${id} ${title}`, [change, ...evidence]);
    row.accessibilityInformation = { label: `${title}, ${change}, ${id}`, role: 'treeitem' };
    row.command = {
      command: 'gantry.openItem',
      title: l10n.t('Open File'),
      arguments: [{ kind: 'item', plan, id }],
    };
    return row;
  };
  const told = commits.slice(-listedCommits).map(({ hash, day, author, subject }) => {
    return { text: subject, more: `${hash.slice(0, 9)}, ${day}, ${author}`, icon: 'git-commit' };
  });
  const why = evidence.map(text => ({ text, more: '', icon: 'info' }));
  const children = (): BranchElement[] =>
    [...why, ...told].map((line, place) => lineElement(plan, `${id} ${place}`, line));
  return { kind: 'branch', plan, item, children, proposals: [proposal] };
}

function lineElement(
  plan: OpenPlan,
  key: string,
  { text, more, icon }: { readonly text: string; readonly more: string; readonly icon: string },
): BranchElement {
  const item = (): TreeItem => {
    const row = new TreeItem(inertText(text));
    row.id = `${plan.key} evidence ${key}`;
    row.description = more;
    row.iconPath = new ThemeIcon(icon);
    return row;
  };
  return { kind: 'branch', plan, item, children: noChildren };
}
