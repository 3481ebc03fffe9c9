import { commands, env, l10n } from 'vscode';
import { kindOfId, pathOfId } from '../../core/model/ids.ts';
import type { Problem, TextRange } from '../../core/model/problem.ts';
import type { PanelView } from '../../protocol/messages.ts';
import { isLinkElement } from '../code/linkElements.ts';
import { fieldRange } from '../fieldText.ts';
import { findPlan, findTarget, itemAt, itemChoices, offerPlan } from '../itemChoice.ts';
import { isItemElement } from '../itemElement.ts';
import { say } from '../notices.ts';
import { openAnchor, openItemFile, openPlanFile } from '../openItem.ts';
import type { OpenPlan } from '../openPlan.ts';
import { alone, askChoice, valueOf } from '../steps.ts';
import type { Workbench } from '../workbench.ts';
import { pickAnchor } from './linkCode.ts';

/** Opens the panel; with a view, at that view and on what is selected there. */
export async function openPanel(
  bench: Workbench,
  view?: PanelView,
  more: { readonly asTable?: boolean } = {},
): Promise<void> {
  const plan = await findPlan(bench, l10n.t('Open Plan'));
  if (!plan) return;
  const { current } = bench.selection;
  const id = current?.plan === plan ? current.id : undefined;
  const isShown = id !== undefined && (kindOfId(id) === 'risk') === (view === 'risks');
  bench.panels.open(plan, { ...(view ? { view } : {}), ...(isShown ? { id } : {}), ...more });
}

/** Shows an item in the view of the panel that has it. */
export async function revealInGantt(bench: Workbench, given: unknown): Promise<void> {
  const target = await findTarget(bench, given, {
    title: l10n.t('Reveal in Panel'),
    prompt: l10n.t('What is shown?'),
    kinds: ['task', 'milestone', 'risk'],
  });
  if (!target) return;
  bench.selection.select({ ...target, source: 'command' });
  bench.panels.open(target.plan, { view: viewOf(target.id), id: target.id });
}

export function viewOf(id: string): PanelView {
  return kindOfId(id) === 'risk' ? 'risks' : 'gantt';
}

/** A click in a tree shows the file for a look; without an item, a person picks one. */
export async function openItem(bench: Workbench, given: unknown): Promise<void> {
  const target = await findTarget(bench, given, {
    title: l10n.t('Open File'),
    prompt: l10n.t('Which item?'),
  });
  if (target) await openItemFile(target, { isPreview: isItemElement(given) });
}

export async function openCode(bench: Workbench, given: unknown): Promise<void> {
  const title = l10n.t('Open Linked Code');
  const target = await findTarget(bench, given, {
    title,
    prompt: l10n.t('Code of which item?'),
    isWanted: item => 'code' in item && item.code.length > 0,
  });
  const item = target && itemAt(target);
  if (!target || !item || !('code' in item)) return;
  const anchor = await pickAnchor(item.code, title);
  if (anchor) await openAnchor(target.plan, anchor);
}

/** The code of a line below an item of a tree: where it is now, else where it may be, else as recorded. */
export async function openLinkedCode(given: unknown): Promise<void> {
  if (!isLinkElement(given)) return;
  const { plan, link } = given;
  const { anchor, now } = link;
  await openAnchor(plan, { ...anchor, ...(now.place ?? now.guess) });
}

export async function copyId(bench: Workbench, given: unknown): Promise<void> {
  const target = await findTarget(bench, given, {
    title: l10n.t('Copy Id'),
    prompt: l10n.t('Of which item?'),
  });
  if (!target) return;
  await env.clipboard.writeText(target.id);
  say(l10n.t('{0} is on the clipboard', target.id));
}

/** Finds any item by its words, its id, its state or its dates. */
export async function goToItem(bench: Workbench): Promise<void> {
  await bench.plans.loadAll();
  const title = l10n.t('Go to Item');
  if (bench.plans.existing.length === 0) return offerPlan(title);
  const choices = itemChoices(bench.plans.existing);
  const prompt = l10n.t('Type a part of a title or an id');
  const target = await valueOf(askChoice({ prompt, choices }, alone(title)));
  if (!target) return;
  bench.selection.select({ ...target, source: 'command' });
  await openItemFile(target);
}

export async function showProblems(): Promise<void> {
  await commands.executeCommand('workbench.actions.view.problems');
}

interface ProblemElement {
  readonly plan: OpenPlan;
  readonly problem: Problem;
}

/** Opens the file that a problem is about, at its place. */
export async function openProblem(given: unknown): Promise<void> {
  if (!isProblemElement(given)) return;
  const { plan, problem } = given;
  const [id = ''] = problem.items;
  const path = problem.file ?? pathOfId(id);
  const { snapshot } = (await plan.load()).views();
  if (problem.code === 'file-vanished' || problem.code === 'mass-change') {
    await commands.executeCommand('gantry.settleOutside');
    return;
  }
  if (path === undefined || !snapshot.files.has(path)) return;
  await openPlanFile(plan, path, { range: rangeOf(problem, snapshot.files.get(path)?.text) });
}

function rangeOf({ range, field }: Problem, text: string | undefined): TextRange | undefined {
  return range ?? (field && text !== undefined ? fieldRange(text, field) : undefined);
}

/** The tree that made the element is the only one to hand it over; its kind tells that it did. */
function isProblemElement(value: unknown): value is ProblemElement {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'problem';
}
