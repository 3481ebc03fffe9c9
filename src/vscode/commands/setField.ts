import { l10n } from 'vscode';
import { fieldTables } from '../../core/format/fields.ts';
import { readScalar } from '../../core/format/readScalar.ts';
import type { FieldSpec, ValueSpec } from '../../core/format/valueSpec.ts';
import type { PlainValue } from '../../core/model/change.ts';
import { kindOfId, pathOfId, type ItemKind } from '../../core/model/ids.ts';
import type { Plan } from '../../core/model/plan.ts';
import { isScalarSpec, presentText } from '../fieldText.ts';
import { findTarget, itemAt } from '../itemChoice.ts';
import type { ItemElement } from '../itemElement.ts';
import { runIntent } from '../notices.ts';
import { openItemFile } from '../openItem.ts';
import {
  askChoice,
  askText,
  into,
  runSteps,
  type Answer,
  type Choice,
  type Step,
  type StepPlace,
} from '../steps.ts';
import type { Workbench } from '../workbench.ts';
import { markOccurred } from './riskFlows.ts';

/** A field of an item that one line of text, or a choice, can say. */
interface Editable {
  readonly path: string;
  readonly spec: ValueSpec;
  readonly description: string;
  readonly example: string | undefined;
}

interface Draft {
  readonly field: Editable | undefined;
  /** Null takes the field out. */
  readonly value: PlainValue;
}

/** Picks a field of an item and gives it another value. Fields of many lines open in the file. */
export async function setField(bench: Workbench, given: unknown): Promise<void> {
  const title = l10n.t('Edit Field');
  const target = await findTarget(bench, given, { title, prompt: l10n.t('What is edited?') });
  const kind = target && kindOfId(target.id);
  if (!target || !kind) return;
  const draft = await runSteps<Draft>(
    `${title}: ${itemAt(target)?.title ?? target.id}`,
    { field: undefined, value: null },
    [askField(target, kind), askValue(target)],
  );
  if (!draft?.field) return;
  if (!isOneLine(draft.field.spec)) {
    await openItemFile(target);
    return;
  }
  // What is done about it now is asked as well.
  if (kind === 'risk' && draft.field.path === 'status' && draft.value === 'occurred') {
    return markOccurred(bench, target);
  }
  const fields = { [draft.field.path]: draft.value };
  await runIntent(target.plan, { command: 'setFields', input: { id: target.id, fields } });
}

/** The fields of a kind; those of a map inside go by dotted paths. */
export function editableFields(kind: ItemKind): readonly Editable[] {
  const flatten = (fields: readonly FieldSpec[], prefix: string): readonly Editable[] =>
    fields.flatMap(({ key, value, description, example }) => {
      const path = `${prefix}${key}`;
      return value.kind === 'map'
        ? flatten(value.fields, `${path}.`)
        : [{ path, spec: value, description: description.replaceAll('`', ''), example }];
    });
  return flatten(fieldTables[kind], '');
}

function askField(target: ItemElement, kind: ItemKind): Step<Draft> {
  const choices = editableFields(kind).map(field => ({
    label: field.path,
    description: presentValue(target, field.path),
    detail: field.description,
    value: field,
  }));
  return (draft, place) =>
    into(askChoice({ prompt: l10n.t('Which field?'), choices }, place), field => ({
      ...draft,
      field,
    }));
}

function askValue(target: ItemElement): Step<Draft> {
  return async (draft, place) => {
    const { field } = draft;
    if (!field || !isOneLine(field.spec)) return { kind: 'answer', value: draft };
    return into(askFor(field, target, place), value => ({ ...draft, value }));
  };
}

function isOneLine(spec: ValueSpec): boolean {
  return isScalarSpec(spec) && spec.kind !== 'markdown';
}

async function askFor(
  field: Editable,
  target: ItemElement,
  place: StepPlace,
): Promise<Answer<PlainValue>> {
  const present = presentValue(target, field.path);
  const choices = choicesOf(field.spec, target);
  if (choices) {
    const none: Choice<PlainValue> = { label: l10n.t('Nothing (take the field out)'), value: null };
    return askChoice<PlainValue>(
      {
        prompt: field.description,
        choices: [...choices, none],
        isActive: value => value === present,
      },
      place,
    );
  }
  const refuse = (text: string): string | undefined => refusalOf(field, text);
  const question = {
    prompt: field.description,
    value: present,
    placeholder: field.example ?? '',
    refuse,
  };
  return into(askText(question, place), valueOfText);
}

/** Undefined where the value is free text. */
function choicesOf(
  spec: ValueSpec,
  target: ItemElement,
): readonly Choice<PlainValue>[] | undefined {
  const plan = target.plan.loaded?.views().snapshot.plan;
  if (!plan) return undefined;
  const { project } = plan;
  if (spec.kind === 'choice') return spec.values.map(value => ({ label: value, value }));
  if (spec.kind === 'level') return keyChoices(project.riskScale[spec.scale]);
  if (spec.kind === 'id') return idChoices(plan, spec.kinds, target.id);
  if (spec.kind === 'calendar') return keyChoices([...project.calendars.values()]);
  if (spec.kind === 'person' && project.people.size > 0) {
    return keyChoices([...project.people.values()].map(({ key, name }) => ({ key, title: name })));
  }
  if (spec.kind !== 'boolean') return undefined;
  return [
    { label: l10n.t('Yes'), value: true },
    { label: l10n.t('No'), value: false },
  ];
}

function keyChoices(
  entries: readonly { readonly key: string; readonly title: string | undefined }[],
): readonly Choice<PlainValue>[] {
  return entries.map(({ key, title }) => ({ label: title ?? key, description: key, value: key }));
}

function idChoices(
  plan: Plan,
  kinds: readonly ItemKind[],
  self: string,
): readonly Choice<PlainValue>[] {
  const maps = {
    task: plan.tasks,
    milestone: plan.milestones,
    risk: plan.risks,
    decision: plan.decisions,
    note: plan.notes,
  };
  return kinds.flatMap(kind =>
    [...maps[kind].values()]
      .filter(({ id }) => id !== self)
      .map(({ id, title }) => ({ label: title, description: id, value: id })),
  );
}

function refusalOf({ path, spec }: Editable, text: string): string | undefined {
  if (text === '') return path === 'title' ? l10n.t('A few words are needed') : undefined;
  if (!isScalarSpec(spec)) return undefined;
  const reading = readScalar(spec, { text, value: text });
  return reading.ok ? undefined : reading.message;
}

/** The field as it stands in the file. */
function presentValue({ plan, id }: ItemElement, path: string): string {
  const file = plan.loaded?.views().snapshot.files.get(pathOfId(id) ?? '');
  return file?.text === undefined ? '' : presentText(file.text, path.split('.'));
}

function valueOfText(text: string): PlainValue {
  return text === '' ? null : text;
}
