import { l10n, ThemeIcon } from 'vscode';
import type { CommandInputs } from '../../core/commands/inputs.ts';
import type { Plan } from '../../core/model/plan.ts';
import { findTarget, itemAt } from '../itemChoice.ts';
import { runIntent } from '../notices.ts';
import { alone, askChoice, valueOf, type Choice } from '../steps.ts';
import type { Workbench } from '../workbench.ts';

type MoveInput = CommandInputs['moveItem'];

/** What dragging in the tree does, without a pointer: another milestone, another parent, another place. */
export async function moveItem(bench: Workbench, given: unknown): Promise<void> {
  const title = l10n.t('Move');
  const target = await findTarget(bench, given, {
    title,
    prompt: l10n.t('What is moved?'),
    kinds: ['task', 'milestone'],
  });
  const item = target && itemAt(target);
  if (!target || !item) return;
  const { plan } = (await target.plan.load()).views().snapshot;
  const choices =
    item.kind === 'milestone' ? milestonePlaces(plan, item.id) : taskPlaces(plan, item.id);
  const prompt = l10n.t('Where does “{0}” go?', item.title);
  const input = await valueOf(askChoice({ prompt, choices }, alone(title)));
  if (!input) return;
  await runIntent(target.plan, { command: 'moveItem', input: { ...input, id: target.id } });
}

function milestonePlaces(plan: Plan, id: string): readonly Choice<MoveInput>[] {
  return [...plan.milestones.values()]
    .filter(other => other.id !== id)
    .flatMap(other => [
      {
        label: l10n.t('Before {0}', other.title),
        description: other.id,
        value: { id, before: other.id },
      },
      {
        label: l10n.t('After {0}', other.title),
        description: other.id,
        value: { id, after: other.id },
      },
    ]);
}

function taskPlaces(plan: Plan, id: string): readonly Choice<MoveInput>[] {
  const below = descendants(plan, id);
  const tasks = [...plan.tasks.values()].filter(task => !below.has(task.id));
  return [
    ...[...plan.milestones.values()].map(({ id: milestone, title }) => ({
      label: title,
      iconPath: new ThemeIcon('milestone'),
      description: l10n.t('milestone {0}', milestone),
      value: { id, milestone, parent: null },
    })),
    { label: l10n.t('No milestone'), value: { id, milestone: null, parent: null } },
    ...tasks.flatMap(task => [
      {
        label: l10n.t('Part of {0}', task.title),
        description: task.id,
        value: { id, parent: task.id },
      },
      {
        label: l10n.t('Right before {0}', task.title),
        description: task.id,
        value: { id, before: task.id },
      },
      {
        label: l10n.t('Right after {0}', task.title),
        description: task.id,
        value: { id, after: task.id },
      },
    ]),
  ];
}

/** The task itself and all that is part of it: it cannot go there. */
function descendants(plan: Plan, id: string): ReadonlySet<string> {
  const found = new Set([id]);
  let size = 0;
  while (found.size > size) {
    size = found.size;
    for (const task of plan.tasks.values()) {
      if (task.parent !== undefined && found.has(task.parent)) found.add(task.id);
    }
  }
  return found;
}
