import { l10n } from 'vscode';
import { findTarget, itemAt } from '../itemChoice.ts';
import { runIntent } from '../notices.ts';
import { alone, askChoices, valueOf } from '../steps.ts';
import type { Workbench } from '../workbench.ts';

/** Ticks off which points of the acceptance of a task are met: those that are have their tick at once. */
export async function tickAcceptance(bench: Workbench, given: unknown): Promise<void> {
  const title = l10n.t('Tick Off Acceptance');
  const target = await findTarget(bench, given, {
    title,
    prompt: l10n.t('Of which task?'),
    kinds: ['task'],
    isWanted: item => item.kind === 'task' && item.acceptance.length > 0,
  });
  const task = target && itemAt(target);
  if (!target || task?.kind !== 'task') return;
  const { acceptance } = task;
  const met = await valueOf(
    askChoices(
      {
        prompt:
          acceptance.length === 0
            ? l10n.t('It has no acceptance points; write some under acceptance in its file')
            : l10n.t('Which points are met?'),
        choices: acceptance.map(({ text }, value) => ({ label: text, value })),
        isChosen: place => acceptance[place]?.isDone === true,
      },
      alone(`${title}: ${task.title}`),
    ),
  );
  if (!met) return;
  const changed = [...acceptance.keys()].filter(
    place => acceptance[place]?.isDone !== met.includes(place),
  );
  if (changed.length === 0) return;
  const fields = Object.fromEntries(
    changed.map(place => [`acceptance.${place}.done`, met.includes(place) ? true : null]),
  );
  await runIntent(target.plan, { command: 'setFields', input: { id: task.id, fields } });
}
