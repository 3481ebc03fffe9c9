import { l10n } from 'vscode';
import { findPlan } from '../itemChoice.ts';
import { runIntent } from '../notices.ts';
import { alone, askText, valueOf } from '../steps.ts';
import type { Workbench } from '../workbench.ts';

/** Writes down where everything stands today, under a name that the person gives. */
export async function takeBaseline(bench: Workbench): Promise<void> {
  const place = alone(l10n.t('Take Baseline'));
  const plan = await findPlan(bench, place.title);
  if (!plan) return;
  const question = {
    prompt: l10n.t('What is the baseline called? The dates of today are kept under this name'),
    placeholder: l10n.t('Kickoff'),
    refuse: (text: string) => (text === '' ? l10n.t('A baseline needs a name') : undefined),
  };
  const title = await valueOf(askText(question, place));
  if (title === undefined) return;
  await runIntent(plan, { command: 'takeBaseline', input: { title } });
}
