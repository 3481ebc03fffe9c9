import { l10n, window, TreeItemCheckboxState, type TreeView } from 'vscode';
import { DisposableStore, type Disposable } from '../core/base/disposable.ts';
import { kindOfId } from '../core/model/ids.ts';
import { AttentionTreeProvider } from './attentionTreeProvider.ts';
import { findFocusedItem } from './focusedItem.ts';
import { isItemElement, type ItemElement } from './itemElement.ts';
import type { LinksBelow } from './linksBelow.ts';
import { runIntent } from './notices.ts';
import { PlanFilter, tellFilter } from './planFilter.ts';
import { PlanTreeProvider, type PlanTreeElement } from './planTreeProvider.ts';
import { RiskTreeProvider, type RiskTreeElement } from './riskTreeProvider.ts';
import { revealIn } from './revealInTree.ts';
import type { BranchElement, TreeBranch } from './treeBranch.ts';
import { createTreeDrop } from './treeDrop.ts';
import type { Workbench } from './workbench.ts';

type TreeSources = Pick<Workbench, 'plans' | 'selection'> & { readonly links: LinksBelow };

/** The trees, and what the keyboard stands on in them. */
export interface Trees extends Disposable {
  /** Undefined for an unknown view, and where the focus is on no item. */
  readonly findFocused: (viewId: string) => Promise<ItemElement | undefined>;
  readonly planFilter: PlanFilter;
  /** Says at the icon of the views how many proposals wait for a person. */
  readonly badge: (proposals: number) => void;
  readonly addToAttention: (branch: TreeBranch) => Disposable;
  /** Brings a line that was added to the tree into sight, unfolded. */
  readonly revealAttention: (element: BranchElement) => Promise<void>;
}

/** The three native views: plan, risks, attention. */
export function registerTrees(bench: TreeSources): Trees {
  const owned = new DisposableStore();
  const planFilter = owned.add(new PlanFilter());
  const { links } = bench;
  const planProvider = owned.add(new PlanTreeProvider(bench.plans, planFilter, links));
  const riskProvider = owned.add(new RiskTreeProvider(bench.plans, links));
  const attentionProvider = owned.add(new AttentionTreeProvider(bench.plans));
  const planView = owned.add(
    window.createTreeView<PlanTreeElement>('gantry.plan', {
      treeDataProvider: planProvider,
      showCollapseAll: true,
      manageCheckboxStateManually: true,
      dragAndDropController: createTreeDrop(async ({ plan }, input) => {
        return (await runIntent(plan, { command: 'moveItem', input })) !== undefined;
      }),
    }),
  );
  const riskView = owned.add(
    window.createTreeView<RiskTreeElement>('gantry.risks', { treeDataProvider: riskProvider }),
  );
  const attentionView = owned.add(
    window.createTreeView('gantry.attention', { treeDataProvider: attentionProvider }),
  );
  owned.add(tellFilter(planFilter, planView));
  owned.add(followCheckboxes(planView));
  owned.add(selectFrom(planView, bench));
  owned.add(selectFrom(riskView, bench));
  owned.add(selectFrom(attentionView, bench));
  owned.add(
    bench.selection.onDidChange(selected => {
      const isLast = (): boolean => bench.selection.current === selected;
      const kind = selected.id === undefined ? undefined : kindOfId(selected.id);
      const isShown =
        selected.id === undefined || planFilter.shownIn(selected.plan)?.has(selected.id) !== false;
      if (isShown && (kind === 'task' || kind === 'milestone')) {
        void revealIn(planView, selected, planProvider, isLast);
      }
      if (kind === 'risk') void revealIn(riskView, selected, riskProvider, isLast);
    }),
  );
  return {
    planFilter,
    badge: value => {
      const tooltip = l10n.t('{0} proposals from commits', value);
      attentionView.badge = value > 0 ? { value, tooltip } : undefined;
    },
    addToAttention: branch => attentionProvider.add(branch),
    revealAttention: async element => attentionView.reveal(element, { focus: true, expand: true }),
    findFocused: viewId => {
      if (viewId === 'gantry.plan') return findFocusedItem(planView);
      if (viewId === 'gantry.risks') return findFocusedItem(riskView);
      return Promise.resolve(undefined);
    },
    dispose: () => owned.dispose(),
  };
}

function followCheckboxes(view: TreeView<PlanTreeElement>): Disposable {
  return view.onDidChangeCheckboxState(async ({ items }) => {
    for (const [element, state] of items) {
      if (!isItemElement(element)) continue;
      const command = state === TreeItemCheckboxState.Checked ? 'completeItem' : 'reopenItem';
      await runIntent(element.plan, { command, input: { id: element.id } });
    }
  });
}

function selectFrom<T>(view: TreeView<T>, bench: Pick<Workbench, 'selection'>): Disposable {
  return view.onDidChangeSelection(({ selection }) => {
    const [first] = selection;
    if (!isItemElement(first)) return;
    bench.selection.select({ plan: first.plan, id: first.id, source: 'tree' });
  });
}
