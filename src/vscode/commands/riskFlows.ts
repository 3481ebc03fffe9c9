import { l10n } from 'vscode';
import { formatDay, parsePlanDate } from '../../core/model/instant.ts';
import { isLive } from '../../core/model/risk.ts';
import { contingencySteps } from '../../core/risks/contingencySteps.ts';
import { reviewDates } from '../../core/risks/reviewDates.ts';
import { formatShortDay } from '../../core/views/dayText.ts';
import { midnightOf, readClock } from '../clock.ts';
import { findTarget, itemAt } from '../itemChoice.ts';
import { runIntent } from '../notices.ts';
import { alone, askChoice, askChoices, askText, valueOf } from '../steps.ts';
import type { Workbench } from '../workbench.ts';
import { selectEdited } from './itemState.ts';

/** Says that a risk has happened, and asks once which steps of its contingency plan become tasks. */
export async function markOccurred(bench: Workbench, given: unknown): Promise<void> {
  const title = l10n.t('Risk Has Occurred');
  const target = await findTarget(bench, given, {
    title,
    prompt: l10n.t('Which risk has happened?'),
    kinds: ['risk'],
    isWanted: item => item.kind === 'risk' && isLive(item),
  });
  const risk = target && itemAt(target);
  if (!target || risk?.kind !== 'risk') return;
  const choices = contingencySteps(risk.contingency).map(step => ({ label: step, value: step }));
  const steps =
    choices.length === 0
      ? []
      : await valueOf(
          askChoices(
            {
              prompt: l10n.t('Which steps of the contingency plan become tasks?'),
              choices,
              isChosen: () => true,
            },
            alone(`${title}: ${risk.title}`),
          ),
        );
  if (!steps) return;
  const input = { id: risk.id, ...(steps.length > 0 ? { steps } : {}) };
  const done = await runIntent(target.plan, { command: 'markOccurred', input });
  selectEdited(bench, target.plan, done);
}

/** Says that a risk was looked at today, and asks when that is due again. */
export async function reviewRisk(bench: Workbench, given: unknown): Promise<void> {
  const title = l10n.t('Risk Reviewed Today');
  const target = await findTarget(bench, given, {
    title,
    prompt: l10n.t('Which risk was looked at?'),
    kinds: ['risk'],
    isWanted: item => item.kind === 'risk' && isLive(item),
  });
  if (!target) return;
  const reviewBy = await askNextReview(`${title}: ${itemAt(target)?.title ?? target.id}`);
  if (reviewBy === undefined) return;
  const input = { id: target.id, fields: { reviewBy: reviewBy === '' ? null : reviewBy } };
  selectEdited(bench, target.plan, await runIntent(target.plan, { command: 'setFields', input }));
}

/** A date as files have it, empty for never; undefined when the person gave up. */
async function askNextReview(title: string): Promise<string | undefined> {
  const today = midnightOf(readClock());
  const other = 'other';
  const chosen = await valueOf(
    askChoice(
      {
        prompt: l10n.t('When is the next review?'),
        choices: [
          ...reviewDates(today).map(date => ({
            label: l10n.t('Next {0}', date.title),
            description: formatShortDay(date.on, today),
            value: formatDay(date.on),
          })),
          { label: l10n.t('On another day…'), value: other },
          { label: l10n.t('No further review'), value: '' },
        ],
      },
      alone(title),
    ),
  );
  if (chosen !== other) return chosen;
  const refuse = (text: string): string | undefined =>
    parsePlanDate(text) ? undefined : l10n.t('Write a date such as {0}', formatDay(today));
  return valueOf(askText({ prompt: l10n.t('The day of the next review'), refuse }, alone(title)));
}
