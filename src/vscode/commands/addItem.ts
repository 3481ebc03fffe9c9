import { l10n, ThemeIcon } from 'vscode';
import { isPlainMap } from '../../core/format/plainValue.ts';
import type { PlainValue } from '../../core/model/change.ts';
import { parseEstimate } from '../../core/model/duration.ts';
import type { ItemKind } from '../../core/model/ids.ts';
import { formatDay, parsePlanDate } from '../../core/model/instant.ts';
import type { NoteType } from '../../core/model/note.ts';
import type { Plan } from '../../core/model/plan.ts';
import { hasEnded } from '../../core/model/milestone.ts';
import { midnightOf, readClock } from '../clock.ts';
import { findPlan } from '../itemChoice.ts';
import { isItemElement, type ItemElement } from '../itemElement.ts';
import { runIntent } from '../notices.ts';
import { openToFill } from '../openToFill.ts';
import type { OpenPlan } from '../openPlan.ts';
import {
  alone,
  askChoice,
  askChoices,
  askText,
  into,
  runSteps,
  valueOf,
  type Choice,
  type Step,
} from '../steps.ts';
import type { Workbench } from '../workbench.ts';

/** What has been said of an item that is about to be made. */
interface Draft {
  readonly title: string;
  readonly fields: Readonly<Record<string, PlainValue>>;
}

type DraftStep = Step<Draft>;

/** Asks which kind of item, then for the item itself. */
export async function addItem(bench: Workbench, given: unknown): Promise<void> {
  const kinds: readonly { kind: ItemKind; icon: string; label: string; detail: string }[] = [
    {
      kind: 'task',
      icon: 'circle-large-outline',
      label: l10n.t('Task'),
      detail: l10n.t('Work to be done, with an estimate'),
    },
    {
      kind: 'milestone',
      icon: 'milestone',
      label: l10n.t('Milestone'),
      detail: l10n.t('A promise with a date'),
    },
    {
      kind: 'risk',
      icon: 'shield',
      label: l10n.t('Risk'),
      detail: l10n.t('What may happen, and what is done about it'),
    },
    {
      kind: 'decision',
      icon: 'law',
      label: l10n.t('Decision'),
      detail: l10n.t('What was decided, and why'),
    },
    {
      kind: 'note',
      icon: 'note',
      label: l10n.t('Note'),
      detail: l10n.t('A meeting, a stand-up, a lesson'),
    },
  ];
  const choices = kinds.map(({ kind, icon, label, detail }) => ({
    label,
    iconPath: new ThemeIcon(icon),
    description: detail,
    value: kind,
  }));
  const kind = await valueOf(
    askChoice({ prompt: l10n.t('Add what?'), choices }, alone(l10n.t('Add'))),
  );
  if (kind) await addItemOfKind(bench, given, kind);
}

/** Asks for what a new item needs and makes it. A menu's item says what a new task belongs to. */
export async function addItemOfKind(
  bench: Workbench,
  given: unknown,
  kind: ItemKind,
): Promise<void> {
  const context = isItemElement(given) ? given : undefined;
  const title = titleOf(kind);
  const plan = context?.plan ?? (await findPlan(bench, title));
  if (!plan) return;
  const start: Draft = { title: '', fields: placeOf(context) };
  const { plan: values } = (await plan.load()).views().snapshot;
  const draft = await runSteps(title, start, [askTitle(kind), ...stepsOf(kind, values, context)]);
  if (draft) await make(bench, { plan, kind, draft });
}

async function make(
  bench: Workbench,
  {
    plan,
    kind,
    draft,
  }: { readonly plan: OpenPlan; readonly kind: ItemKind; readonly draft: Draft },
): Promise<void> {
  const done = await runIntent(plan, { command: 'addItem', input: { kind, ...draft } });
  if (done?.id === undefined) return;
  const element: ItemElement = { kind: 'item', plan, id: done.id };
  bench.selection.select({ plan, id: done.id, source: 'command' });
  // Decisions and notes are text: what was asked for is only their beginning.
  if (kind === 'decision' || kind === 'note') await openToFill(element);
}

function titleOf(kind: ItemKind): string {
  switch (kind) {
    case 'task':
      return l10n.t('Add Task');
    case 'milestone':
      return l10n.t('Add Milestone');
    case 'risk':
      return l10n.t('Add Risk');
    case 'decision':
      return l10n.t('Add Decision');
    case 'note':
      return l10n.t('Add Note');
  }
}

/** Where a task goes that is added from the menu of a milestone or of another task. */
function placeOf(context: ItemElement | undefined): Readonly<Record<string, PlainValue>> {
  const node = context?.plan.loaded?.views().tree().nodeOf(context.id);
  if (!context || !node) return {};
  return node.kind === 'milestone' ? { milestone: context.id } : { parent: context.id };
}

function stepsOf(
  kind: ItemKind,
  plan: Plan,
  context: ItemElement | undefined,
): readonly DraftStep[] {
  switch (kind) {
    case 'task':
      return [
        ...(context || plan.milestones.size === 0 ? [] : [askMilestone(plan)]),
        askEstimate,
        ...askPeople('assignees', l10n.t('Who works on it? May be left open'), plan),
      ];
    case 'milestone':
      return [askDate('due', l10n.t('Promised for which day? Empty if none was promised'))];
    case 'risk':
      return [
        askField('cause', l10n.t('Because of what? A fact or a condition')),
        askField('event', l10n.t('What may happen?')),
        askField('effect', l10n.t('What would that lead to?')),
        askLevel('probability', plan),
        askLevel('impact', plan),
        ...(plan.project.people.size > 0 ? [askOwner(plan)] : []),
      ];
    case 'decision':
      return [
        askDecided,
        ...askPeople('deciders', l10n.t('Who decided it? May be left open'), plan),
      ];
    case 'note':
      return [
        askNoteType,
        ...askPeople('participants', l10n.t('Who took part? May be left open'), plan),
      ];
  }
}

function askTitle(kind: ItemKind): DraftStep {
  const prompt = kind === 'risk' ? l10n.t('The risk in a few words') : l10n.t('Title');
  return (draft, place) =>
    into(
      askText(
        {
          prompt,
          value: draft.title,
          refuse: text => (text === '' ? l10n.t('A few words are needed') : undefined),
        },
        place,
      ),
      title => ({ ...draft, title }),
    );
}

function withField(draft: Draft, field: string, value: PlainValue | undefined): Draft {
  return value === undefined ? draft : { ...draft, fields: { ...draft.fields, [field]: value } };
}

function askField(field: string, prompt: string): DraftStep {
  return (draft, place) =>
    into(askText({ prompt, placeholder: l10n.t('May be left empty') }, place), text =>
      withField(draft, field, text === '' ? undefined : text),
    );
}

function askDate(field: string, prompt: string): DraftStep {
  const refuse = (text: string): string | undefined =>
    text === '' || parsePlanDate(text) ? undefined : l10n.t('Write a date such as 2026-03-31');
  return (draft, place) =>
    into(askText({ prompt, placeholder: '2026-03-31', refuse }, place), text =>
      withField(draft, field, text === '' ? undefined : text),
    );
}

const askEstimate: DraftStep = (draft, place) => {
  const prompt = l10n.t('How much work? 4h, 3d, 2w, or a range such as 2d..4d..9d');
  const refuse = (text: string): string | undefined =>
    text === '' || parseEstimate(text) ? undefined : l10n.t('Write 3d, 2d..9d or 2d..4d..9d');
  return into(askText({ prompt, placeholder: '3d', refuse }, place), text =>
    withField(draft, 'estimate', text === '' ? undefined : text),
  );
};

function askMilestone(plan: Plan): DraftStep {
  const open = [...plan.milestones.values()].filter(each => !hasEnded(each));
  const choices = [
    ...open.map(({ id, title }) => ({ label: title, description: id, value: id })),
    { label: l10n.t('No milestone'), value: '' },
  ];
  return (draft, place) =>
    into(askChoice({ prompt: l10n.t('Towards which milestone?'), choices }, place), id =>
      withField(draft, 'milestone', id === '' ? undefined : id),
    );
}

/** Nothing is asked where the plan knows nobody. */
function askPeople(field: string, prompt: string, plan: Plan): readonly DraftStep[] {
  if (plan.project.people.size === 0) return [];
  const choices = peopleChoices(plan);
  return [
    (draft, place) =>
      into(askChoices({ prompt, choices, isChosen: () => false }, place), people =>
        withField(draft, field, people.length > 0 ? people : undefined),
      ),
  ];
}

const askDecided: DraftStep = (draft, place) => {
  const choices = [
    { label: l10n.t('Decided today'), value: 'accepted' },
    { label: l10n.t('Proposed, still to be decided'), value: 'proposed' },
  ];
  return into(askChoice({ prompt: l10n.t('Where does it stand?'), choices }, place), status => {
    const decidedOn = status === 'accepted' ? today() : undefined;
    return withField(withField(draft, 'status', status), 'decidedOn', decidedOn);
  });
};

const askNoteType: DraftStep = (draft, place) => {
  const line = (label: string, value: NoteType, icon: string): Choice<NoteType> => ({
    label,
    value,
    iconPath: new ThemeIcon(icon),
  });
  const choices = [
    line(l10n.t('Meeting, with agenda, decisions and action items'), 'meeting', 'calendar'),
    line(l10n.t('Lesson'), 'lesson', 'lightbulb'),
    line(l10n.t('Stand-up'), 'standup', 'comment'),
    line(l10n.t('Another note'), 'note', 'note'),
  ];
  return into(askChoice({ prompt: l10n.t('What kind of note is it?'), choices }, place), type =>
    withField(withField(draft, 'type', type), 'date', today()),
  );
};

function today(): string {
  return formatDay(midnightOf(readClock()));
}

function askOwner(plan: Plan): DraftStep {
  const choices = [...peopleChoices(plan), { label: l10n.t('Nobody yet'), value: '' }];
  return (draft, place) =>
    into(askChoice({ prompt: l10n.t('Who watches it?'), choices }, place), owner =>
      withField(draft, 'owner', owner === '' ? undefined : owner),
    );
}

function peopleChoices(
  plan: Plan,
): readonly { label: string; description: string; value: string }[] {
  return [...plan.project.people.values()]
    .filter(({ isActive }) => isActive)
    .map(({ key, name }) => ({ label: name, description: key, value: key }));
}

/** A place on the project's own scale; the impact counts as a delay, the first thing a plan feels. */
function askLevel(scale: 'probability' | 'impact', plan: Plan): DraftStep {
  const levels: readonly { key: string; title: string }[] = plan.project.riskScale[scale];
  const choices = [
    ...levels.map(({ key, title }) => ({ label: title, value: key })),
    { label: l10n.t('Not rated yet'), value: '' },
  ];
  const prompt =
    scale === 'probability'
      ? l10n.t('How likely is it?')
      : l10n.t('How much would it delay the plan?');
  return (draft, place) =>
    into(askChoice({ prompt, choices }, place), key => {
      if (key === '') return draft;
      const current = draft.fields['current'];
      const value = scale === 'probability' ? { probability: key } : { impact: { schedule: key } };
      const merged = isPlainMap(current) ? { ...current, ...value } : value;
      return withField(draft, 'current', merged);
    });
}
