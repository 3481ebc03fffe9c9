import { l10n } from 'vscode';
import { isWaiting } from '../../core/commands/addActionTasks.ts';
import { formatPlanDate } from '../../core/model/instant.ts';
import { findTarget, itemAt } from '../itemChoice.ts';
import { runIntent } from '../notices.ts';
import { alone, askChoices, valueOf } from '../steps.ts';
import type { Workbench } from '../workbench.ts';

/** Makes tasks of the action items of a note: all that are open are chosen, and Enter takes them. */
export async function addActionTasks(bench: Workbench, given: unknown): Promise<void> {
  const title = l10n.t('Make Tasks of Action Items');
  const target = await findTarget(bench, given, {
    title,
    prompt: l10n.t('Of which meeting or note?'),
    kinds: ['note'],
    isWanted: item => item.kind === 'note' && item.actions.some(isWaiting),
  });
  const note = target && itemAt(target);
  if (!target || note?.kind !== 'note') return;
  const choices = note.actions.flatMap((action, value) => {
    if (!isWaiting(action)) return [];
    const { assignee, due } = action;
    const description = [assignee, due && formatPlanDate(due)].filter(Boolean).join(', ');
    return [{ label: action.text, description, value }];
  });
  const places =
    choices.length === 0
      ? []
      : await valueOf(
          askChoices(
            {
              prompt: l10n.t('Which action items become tasks?'),
              choices,
              isChosen: () => true,
            },
            alone(`${title}: ${note.title}`),
          ),
        );
  if (!places) return;
  const input = { id: note.id, ...(places.length > 0 ? { places } : {}) };
  await runIntent(target.plan, { command: 'addActionTasks', input });
}
