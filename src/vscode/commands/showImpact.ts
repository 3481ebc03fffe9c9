import { l10n } from 'vscode';
import type { ChangeRange } from '../../core/impact/changeRange.ts';
import { impactInSteps } from '../../core/impact/computeImpact.ts';
import { placesAtEnd } from '../../core/impact/placesAtEnd.ts';
import { placesAtStart } from '../../core/impact/placesAtStart.ts';
import { throughLinks } from '../../core/impact/throughLinks.ts';
import { createProblem } from '../../core/model/problem.ts';
import { itemOf } from '../../core/model/plan.ts';
import { findEditorRepository } from '../code/gitExtension.ts';
import { findPlan } from '../itemChoice.ts';
import { showProblem } from '../notices.ts';
import type { OpenPlan } from '../openPlan.ts';
import { stepByStep } from '../stepByStep.ts';
import { alone, askChoice, askText, valueOf } from '../steps.ts';
import type { Workbench } from '../workbench.ts';

/** Tells which tasks and risks a change touches, the milestones at stake and who should know. */
export async function showImpact(bench: Workbench): Promise<void> {
  const title = l10n.t('What a Change Touches');
  const plan = await findPlan(bench, title);
  const code = bench.code.current;
  const range = plan && code ? await askRange(plan, title) : undefined;
  const views = plan?.loaded?.views();
  if (!plan || !code || !range || !views) return;
  const change = await plan.loaded?.change(range);
  if (!change) {
    const message =
      range.kind === 'commits'
        ? l10n.t('“{0}” names no commits here; in a shallow clone they may be missing', range.text)
        : l10n.t('There is no git repository here, or the folder is not trusted yet');
    return showProblem(createProblem('command-refused', message));
  }
  await code.links.refresh();
  const { snapshot } = views;
  const named = code.links.all(plan).flatMap(({ id, anchor, now }) => {
    const item = itemOf(snapshot.plan, id);
    return item ? [{ item, anchor, now }] : [];
  });
  const links = await throughLinks(named, path => plan.placeInside(path));
  const impact = await stepByStep(
    impactInSteps(
      { plan: snapshot.plan, schedule: views.schedule() },
      await placesAtStart(placesAtEnd(links, change.back), change),
      change,
    ),
  );
  if (!impact) return;
  code.impact.show(plan, { title: titleOf(range), impact });
  const [root] = code.impact.rootsOf(plan);
  if (root) await bench.revealAttention(root);
}

export async function closeImpact(bench: Workbench): Promise<void> {
  for (const plan of bench.plans.existing) bench.code.current?.impact.show(plan, undefined);
  return Promise.resolve();
}

async function askRange(plan: OpenPlan, title: string): Promise<ChangeRange | undefined> {
  const repository = await findEditorRepository(plan.folder.uri);
  const present = repository?.state.HEAD?.name;
  const choices = [
    { label: l10n.t('What has changed since the last commit'), description: '', value: 'worktree' },
    { label: l10n.t('What is staged for the next commit'), description: '', value: 'index' },
    ...(present === undefined
      ? []
      : [
          {
            label: l10n.t('What this branch has beside another one…'),
            description: present,
            value: 'branch',
          },
        ]),
    { label: l10n.t('A range of commits…'), description: 'main...HEAD', value: 'range' },
  ] as const;
  const kind = await valueOf(askChoice({ prompt: l10n.t('Which change?'), choices }, alone(title)));
  if (kind === undefined) return undefined;
  if (kind === 'worktree' || kind === 'index') return { kind };
  const isBranch = kind === 'branch';
  const prompt = isBranch
    ? l10n.t('The branch that it is to be held against')
    : l10n.t('A range such as main...HEAD, or the name of a branch');
  const refuse = (text: string): string | undefined =>
    text === '' ? l10n.t('Write a name') : undefined;
  const value = isBranch ? 'main' : 'main...HEAD';
  const text = await valueOf(askText({ prompt, value, refuse }, alone(title)));
  if (text === undefined) return undefined;
  return { kind: 'commits', text: isBranch ? `${text}...HEAD` : text };
}

function titleOf(range: ChangeRange): string {
  switch (range.kind) {
    case 'worktree':
      return l10n.t('Touched by what has changed');
    case 'index':
      return l10n.t('Touched by what is staged');
    case 'commits':
      return l10n.t('Touched by {0}', range.text);
  }
}
