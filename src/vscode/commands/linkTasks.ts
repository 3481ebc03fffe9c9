import { l10n } from 'vscode';
import {
  dependencyTypes,
  formatDependency,
  parseDependency,
  type DependencyType,
} from '../../core/model/dependency.ts';
import { findTarget, itemAt, itemChoices } from '../itemChoice.ts';
import type { ItemElement } from '../itemElement.ts';
import { runIntent } from '../notices.ts';
import { alone, askChoice, askText, into, runSteps, valueOf, type Step } from '../steps.ts';
import type { Workbench } from '../workbench.ts';

interface Draft {
  readonly predecessor: string;
  readonly type: DependencyType;
  readonly lag: string;
}

/** Makes a task wait for another: which one, by which ends, with how much time between. */
export async function linkTasks(bench: Workbench, given: unknown): Promise<void> {
  const title = l10n.t('Add Dependency');
  const target = await findTarget(bench, given, {
    title,
    prompt: l10n.t('Which task has to wait?'),
    kinds: ['task'],
  });
  if (!target) return;
  const draft = await runSteps<Draft>(
    `${title}: ${itemAt(target)?.title ?? target.id}`,
    { predecessor: '', type: 'FS', lag: '' },
    [askPredecessor(target), askType, askLag],
  );
  if (!draft) return;
  const { predecessor, type, lag } = draft;
  await runIntent(target.plan, {
    command: 'linkTasks',
    input: { predecessor, successor: target.id, type, ...(lag === '' ? {} : { lag }) },
  });
}

function askPredecessor({ plan, id }: ItemElement): Step<Draft> {
  const choices = itemChoices([plan], item => {
    return (item.kind === 'task' || item.kind === 'milestone') && item.id !== id;
  });
  return (draft, place) =>
    into(askChoice({ prompt: l10n.t('What does it wait for?'), choices }, place), chosen => ({
      ...draft,
      predecessor: chosen.id,
    }));
}

const askType: Step<Draft> = (draft, place) => {
  const texts: Readonly<Record<DependencyType, string>> = {
    FS: l10n.t('It starts when the other has finished'),
    SS: l10n.t('It starts when the other has started'),
    FF: l10n.t('It finishes when the other has finished'),
    SF: l10n.t('It finishes when the other has started'),
  };
  const choices = dependencyTypes.map(type => ({
    label: texts[type],
    description: type,
    value: type,
  }));
  return into(askChoice({ prompt: l10n.t('How does it wait?'), choices }, place), type => ({
    ...draft,
    type,
  }));
};

const askLag: Step<Draft> = (draft, place) => {
  const refuse = (text: string): string | undefined =>
    text === '' || parseDependency(`T-0000 FS${signed(text)}`)
      ? undefined
      : l10n.t('Write +2d, -1d, +1ed or +50%');
  const prompt = l10n.t('With how much time between? +2d, -1d for a lead; empty for none');
  return into(askText({ prompt, placeholder: '+2d', refuse }, place), text => ({
    ...draft,
    lag: text === '' ? '' : signed(text),
  }));
};

function signed(text: string): string {
  return /^[+-]/.test(text) ? text : `+${text}`;
}

/** Takes out a dependency of a task, in either direction. */
export async function unlinkTasks(bench: Workbench, given: unknown): Promise<void> {
  const title = l10n.t('Remove Dependency');
  const target = await findTarget(bench, given, {
    title,
    prompt: l10n.t('Of which task?'),
    kinds: ['task'],
  });
  const item = target && itemAt(target);
  if (!target || item?.kind !== 'task') return;
  const { plan } = (await target.plan.load()).views().snapshot;
  const nameOf = (id: string): string =>
    plan.tasks.get(id)?.title ?? plan.milestones.get(id)?.title ?? id;
  const before = item.dependsOn.map(dependency => ({
    label: l10n.t('Waits for {0}', nameOf(dependency.predecessor)),
    description: formatDependency(dependency),
    value: { predecessor: dependency.predecessor, successor: item.id },
  }));
  const after = [...plan.tasks.values()]
    .filter(({ dependsOn }) => dependsOn.some(({ predecessor }) => predecessor === item.id))
    .map(({ id, title: name }) => ({
      label: l10n.t('{0} waits for it', name),
      description: id,
      value: { predecessor: item.id, successor: id },
    }));
  const choices = [...before, ...after];
  const prompt =
    choices.length > 0 ? l10n.t('Which one is taken out?') : l10n.t('It has no dependencies');
  const input = await valueOf(askChoice({ prompt, choices }, alone(title)));
  if (input) await runIntent(target.plan, { command: 'unlinkTasks', input });
}
