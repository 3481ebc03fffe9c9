import { l10n, ThemeIcon } from 'vscode';
import type { Decision } from '../../core/model/decision.ts';
import { findTarget, itemAt } from '../itemChoice.ts';
import type { ItemElement } from '../itemElement.ts';
import { runIntent } from '../notices.ts';
import { alone, askChoice, askText, valueOf } from '../steps.ts';
import type { Workbench } from '../workbench.ts';
import { openToFill } from '../openToFill.ts';

/** Stands for a decision that is not there yet; no id looks like it. */
const another = '';

/** Puts a decision in the place of another, one that there is or a new one, and opens it. */
export async function supersedeDecision(bench: Workbench, given: unknown): Promise<void> {
  const title = l10n.t('Supersede a Decision');
  const target = await findTarget(bench, given, {
    title,
    prompt: l10n.t('Which decision holds no more?'),
    kinds: ['decision'],
    isWanted: item => item.kind === 'decision' && item.status !== 'superseded',
  });
  const old = target && itemAt(target);
  if (!target || old?.kind !== 'decision') return;
  const by = await askSuccessor(target, old, title);
  if (by === undefined) return;
  const done = await runIntent(target.plan, {
    command: 'supersedeDecision',
    input: { id: old.id, ...by },
  });
  if (done?.id === undefined) return;
  const element = { ...target, id: done.id };
  bench.selection.select({ ...element, source: 'command' });
  await openToFill(element);
}

async function askSuccessor(
  { plan }: ItemElement,
  old: Decision,
  title: string,
): Promise<{ readonly by: string } | { readonly title: string } | undefined> {
  const place = alone(`${title}: ${old.title}`);
  const { decisions } = (await plan.load()).views().snapshot.plan;
  const open = [...decisions.values()].filter(
    ({ id, status }) => id !== old.id && (status === 'proposed' || status === 'accepted'),
  );
  const choices = [
    { label: l10n.t('A new decision…'), iconPath: new ThemeIcon('add'), value: another },
    ...open.map(each => ({
      label: each.title,
      description: `${each.id} · ${each.status}`,
      iconPath: new ThemeIcon('law'),
      value: each.id,
    })),
  ];
  const by = await valueOf(askChoice({ prompt: l10n.t('What takes its place?'), choices }, place));
  if (by !== another) return by === undefined ? undefined : { by };
  const refuse = (text: string): string | undefined =>
    text === '' ? l10n.t('A few words are needed') : undefined;
  const prompt = l10n.t('Title of the new decision');
  const made = await valueOf(askText({ prompt, refuse }, place));
  return made === undefined ? undefined : { title: made };
}
