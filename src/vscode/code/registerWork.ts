import { DisposableStore, type Disposable } from '../../core/base/disposable.ts';
import type { OpenPlan } from '../openPlan.ts';
import type { PanelSet } from '../panelSet.ts';
import type { Workbench } from '../workbench.ts';
import type { CodeParts } from './codeParts.ts';
import { registerCommitHover } from './commitHover.ts';
import { CommitWatch } from './commitWatch.ts';
import { ImpactBranch } from './impactBranch.ts';
import { MergeWatch } from './mergeWatch.ts';
import { createNotes } from './noteBranch.ts';
import { createProposalBranch } from './proposalBranch.ts';

/** What commits, changes of code and notes in it have to say to a plan. */
export type WorkParts = Pick<CodeParts, 'commits' | 'impact' | 'notes' | 'noteBranch'>;

export function registerWork({
  plans,
  panels,
  log,
  addToAttention,
  badge,
  kept,
}: Workbench): WorkParts & Disposable {
  const owned = new DisposableStore();
  const commits = owned.add(new CommitWatch(plans, log));
  owned.add(new MergeWatch(plans, kept, log));
  const impact = owned.add(new ImpactBranch());
  owned.add(addToAttention(createProposalBranch(commits)));
  const { notes, noteBranch } = createNotes(plans, log);
  owned.add(notes);
  owned.add(addToAttention(impact));
  owned.add(addToAttention(noteBranch));
  owned.add(registerCommitHover(plans, commits));
  owned.add(
    commits.onDidChange(() => {
      badge(plans.existing.reduce((sum, plan) => sum + commits.proposalsOf(plan).length, 0));
    }),
  );
  owned.add(tellPanels(commits, panels));
  return { commits, impact, notes, noteBranch, dispose: () => owned.dispose() };
}

/** A panel that shows days of work hears of new commits; the watch also speaks after each edit. */
function tellPanels(commits: CommitWatch, panels: PanelSet): Disposable {
  const told = new WeakMap<OpenPlan, string>();
  return commits.onDidChange(plan => {
    const tips = commits.indexOf(plan)?.tips.join(' ') ?? '';
    if (told.get(plan) === tips) return;
    told.set(plan, tips);
    panels.panelOf(plan)?.send({ event: 'committed' });
  });
}
