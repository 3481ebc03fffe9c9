import { l10n, window } from 'vscode';
import { referencesTo } from '../../core/commands/references.ts';
import { formatAssignment } from '../../core/model/assignment.ts';
import { formatDay } from '../../core/model/instant.ts';
import { itemOf, type Item } from '../../core/model/plan.ts';
import { isLive } from '../../core/model/risk.ts';
import { isClosed } from '../../core/model/task.ts';
import { hasEnded } from '../../core/model/milestone.ts';
import type { EditDone, Intent } from '../../protocol/messages.ts';
import { readClock } from '../clock.ts';
import { findPlan, findTarget, itemAt, type TargetQuestion } from '../itemChoice.ts';
import type { ItemElement } from '../itemElement.ts';
import { runIntent, tell } from '../notices.ts';
import type { OpenPlan } from '../openPlan.ts';
import { alone, askChoice, askChoices, askText, valueOf } from '../steps.ts';
import type { Workbench } from '../workbench.ts';

type IntentOf = (element: ItemElement) => Intent | Promise<Intent | undefined>;

/** Asks for the item where none is given, and runs a command on it. */
async function runOn(
  bench: Workbench,
  given: unknown,
  { intentOf, ...question }: TargetQuestion & { readonly intentOf: IntentOf },
): Promise<void> {
  const target = await findTarget(bench, given, question);
  const intent = target && (await intentOf(target));
  if (!target || !intent) return;
  selectEdited(bench, target.plan, await runIntent(target.plan, intent));
}

/** What an edit was about is selected; where the edit took it out of the plan, nothing is. */
export function selectEdited(bench: Workbench, plan: OpenPlan, done: EditDone | undefined): void {
  if (done?.id === undefined) return;
  const present = plan.loaded?.views().snapshot.plan;
  const id = present && itemOf(present, done.id) ? done.id : undefined;
  bench.selection.select({ plan, id, source: 'command' });
}

/** True for what can still be completed or dropped. */
export function isOpen(item: Item): boolean {
  switch (item.kind) {
    case 'task':
      return !isClosed(item);
    case 'milestone':
      return !hasEnded(item);
    case 'risk':
      return isLive(item);
    case 'decision':
      return item.status === 'proposed';
    case 'note':
      return false;
  }
}

export function startTask(bench: Workbench, given: unknown): Promise<void> {
  return runOn(bench, given, {
    title: l10n.t('Start Task'),
    prompt: l10n.t('Which task is being worked on?'),
    kinds: ['task'],
    isWanted: item => item.kind === 'task' && item.status === 'todo',
    intentOf: target => {
      const item = itemAt(target);
      const hasStart = item?.kind === 'task' && item.started !== undefined;
      const fields = { status: 'doing', ...(hasStart ? {} : { started: formatDay(readClock()) }) };
      return { command: 'setFields', input: { id: target.id, fields } };
    },
  });
}

export function completeItem(bench: Workbench, given: unknown): Promise<void> {
  return runOn(bench, given, {
    title: l10n.t('Complete'),
    prompt: l10n.t('What is done?'),
    isWanted: isOpen,
    intentOf: ({ id }) => ({ command: 'completeItem', input: { id } }),
  });
}

export function reopenItem(bench: Workbench, given: unknown): Promise<void> {
  return runOn(bench, given, {
    title: l10n.t('Reopen'),
    prompt: l10n.t('What is not done after all?'),
    isWanted: item => item.kind !== 'note' && !isOpen(item),
    intentOf: ({ id }) => ({ command: 'reopenItem', input: { id } }),
  });
}

export function dropItem(bench: Workbench, given: unknown): Promise<void> {
  return runOn(bench, given, {
    title: l10n.t('Drop'),
    prompt: l10n.t('What will not be done?'),
    isWanted: isOpen,
    intentOf: ({ id }) => ({ command: 'dropItem', input: { id } }),
  });
}

export function removeItem(bench: Workbench, given: unknown): Promise<void> {
  return runOn(bench, given, {
    title: l10n.t('Remove from Plan'),
    prompt: l10n.t('What goes out of the plan? It can be restored'),
    intentOf: async target => {
      const mayGo = await confirmRemoval(target);
      return mayGo ? { command: 'removeItem', input: { id: target.id } } : undefined;
    },
  });
}

/** Takes several items out as one edit; what they ask for is asked once. */
export async function removeItems(
  bench: Workbench,
  first: ItemElement | undefined,
  others: readonly ItemElement[],
): Promise<void> {
  if (!first || others.length === 0) return removeItem(bench, first);
  const all = [first, ...others];
  if (!(await confirmRemoval(first, others))) return;
  const intents = all.map(({ id }): Intent => ({ command: 'removeItem', input: { id } }));
  selectEdited(bench, first.plan, tell(await (await first.plan.load()).runAll(intents), true));
}

/** Asked only where other files change as well: what goes alone is back by one undo. */
async function confirmRemoval(
  { plan, id }: ItemElement,
  others: readonly ItemElement[] = [],
): Promise<boolean> {
  const { snapshot } = (await plan.load()).views();
  const going = [id, ...others.map(other => other.id)];
  const holders = new Set(
    going.flatMap(each => referencesTo(snapshot, each).map(reference => reference.id)),
  );
  for (const each of going) holders.delete(each);
  if (holders.size === 0 && others.length === 0) return true;
  const names = [...holders].slice(0, 5).join(', ') + (holders.size > 5 ? ', …' : '');
  const title = itemOf(snapshot.plan, id)?.title ?? '';
  const question =
    others.length === 0
      ? l10n.t('Remove {0} "{1}"?', id, title)
      : l10n.t('Remove {0} "{1}" and {2} more?', id, title, others.length);
  const detail =
    holders.size === 0
      ? l10n.t('Undo brings all of it back.')
      : l10n.t('{0} name it and will not any more. Undo brings all of it back.', names);
  const remove = l10n.t('Remove');
  return (await window.showWarningMessage(question, { modal: true, detail }, remove)) === remove;
}

export function renameItem(bench: Workbench, given: unknown): Promise<void> {
  return runOn(bench, given, {
    title: l10n.t('Change Id'),
    prompt: l10n.t('Which item gets another id?'),
    intentOf: async ({ id }) => {
      const to = await valueOf(
        askText(
          {
            prompt: l10n.t('The new id of {0}; leave it empty to draw one', id),
            placeholder: `${id.slice(0, 2)}…`,
          },
          alone(l10n.t('Change Id')),
        ),
      );
      if (to === undefined) return undefined;
      const wanted = to === '' ? {} : { to: to.toUpperCase() };
      return { command: 'renameItem', input: { id, ...wanted } };
    },
  });
}

export async function restoreItem(bench: Workbench): Promise<void> {
  const title = l10n.t('Restore Removed Item');
  const plan = await findPlan(bench, title);
  const removed = plan?.loaded?.views().snapshot.removed ?? [];
  if (!plan) return;
  const choices = removed.map(id => ({ label: id, value: id }));
  const prompt = removed.length > 0 ? l10n.t('What comes back?') : l10n.t('Nothing was removed');
  const id = await valueOf(askChoice({ prompt, choices }, alone(title)));
  if (id === undefined) return;
  selectEdited(bench, plan, await runIntent(plan, { command: 'restoreItem', input: { id } }));
}

export function assignItem(bench: Workbench, given: unknown): Promise<void> {
  const title = l10n.t('Assign');
  return runOn(bench, given, {
    title,
    prompt: l10n.t('What is assigned?'),
    kinds: ['task', 'milestone', 'risk'],
    intentOf: async ({ plan, id }) => {
      const { snapshot } = (await plan.load()).views();
      const item = itemOf(snapshot.plan, id);
      const isTask = item?.kind === 'task';
      const present = item ? peopleOf(item) : [];
      const known = [...snapshot.plan.project.people.values()];
      const choices = known
        .filter(person => person.isActive || present.includes(person.key))
        .map(({ key, name }) => ({ label: name, description: key, value: key }));
      if (choices.length === 0) return askPerson(title, id);
      const place = alone(title);
      if (isTask) {
        const people = await valueOf(
          askChoices(
            {
              prompt: l10n.t('Who works on it?'),
              choices,
              isChosen: key => present.includes(key),
            },
            place,
          ),
        );
        return people && { command: 'assign', input: { id, people: withUnits(people, item) } };
      }
      const owner = await valueOf(
        askChoice(
          {
            prompt: l10n.t('Who owns it?'),
            choices: [...choices, { label: l10n.t('Nobody'), value: '' }],
            isActive: key => present.includes(key),
          },
          place,
        ),
      );
      if (owner === undefined) return undefined;
      return { command: 'assign', input: { id, people: owner === '' ? [] : [owner] } };
    },
  });
}

/** Where the project file lists nobody yet, a name is as good as a key. */
async function askPerson(title: string, id: string): Promise<Intent | undefined> {
  const text = await valueOf(
    askText({ prompt: l10n.t('Who? Short names, with commas between them') }, alone(title)),
  );
  if (text === undefined) return undefined;
  const people = text
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
  return { command: 'assign', input: { id, people } };
}

function peopleOf(item: Item): readonly string[] {
  if (item.kind === 'task') return item.assignees.map(({ person }) => person);
  return 'owner' in item && item.owner !== undefined ? [item.owner] : [];
}

/** Keeps the shares of those who were assigned before. */
function withUnits(people: readonly string[], item: Item): readonly string[] {
  if (item.kind !== 'task') return people;
  return people.map(key => {
    const present = item.assignees.find(({ person }) => person === key);
    return present ? formatAssignment(present) : key;
  });
}

export async function undoChange(bench: Workbench): Promise<void> {
  const plan = await findPlan(bench, l10n.t('Undo Plan Change'));
  if (plan) selectEdited(bench, plan, tell(await (await plan.load()).undo()));
}

export async function redoChange(bench: Workbench): Promise<void> {
  const plan = await findPlan(bench, l10n.t('Redo Plan Change'));
  if (plan) selectEdited(bench, plan, tell(await (await plan.load()).redo()));
}
