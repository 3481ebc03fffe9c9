import { l10n } from 'vscode';
import { findPlan } from '../itemChoice.ts';
import { runIntent } from '../notices.ts';
import { alone, askText, valueOf, type TextQuestion } from '../steps.ts';
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
  const { baselines } = (await plan.load()).views().snapshot.plan;
  const reason = await valueOf(askText(reasonQuestion(baselines.size > 0), place));
  if (reason === undefined) return;
  const input = { title, ...(reason === '' ? {} : { reason }) };
  await runIntent(plan, { command: 'takeBaseline', input });
}

/** What was agreed is moved with a reason; the first one needs none. */
function reasonQuestion(isMoved: boolean): TextQuestion {
  if (!isMoved)
    return { prompt: l10n.t('Why is it taken?'), placeholder: l10n.t('May be left empty') };
  return {
    prompt: l10n.t('What was agreed before is moved. Why? The reason stays in the baseline'),
    refuse: text => (text === '' ? l10n.t('A baseline that is moved needs a reason') : undefined),
  };
}
