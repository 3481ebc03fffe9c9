import { formatDay } from '../../src/core/model/instant.ts';
import { type RatingName, riskStatuses, type Strategy } from '../../src/core/model/risk.ts';
import type { RiskRegisterView, RiskRow } from '../../src/core/views/riskRegisterView.ts';
import type { Intent } from '../../src/protocol/messages.ts';
import type { Choice } from '../ui/select.ts';
import { statusTitles, strategyMeaning, strategyTitles } from './riskText.ts';

export type FieldKey =
  | 'title'
  | 'cause'
  | 'event'
  | 'effect'
  | 'category'
  | 'status'
  | 'owner'
  | 'strategy'
  | 'affects'
  | 'plan'
  | 'trigger'
  | 'contingency'
  | 'fallback'
  | 'reviewBy';

/** A field of a risk that is edited in place: each edit is one intent and one line of the file. */
export interface RiskField {
  readonly label: string;
  readonly kind: 'line' | 'text' | 'suggest' | 'choice' | 'date';
  /** As it stands in the file; empty when missing. */
  readonly value: (row: RiskRow) => string;
  readonly choices?: (view: RiskRegisterView, row: RiskRow) => readonly Choice[];
  readonly intent: (id: string, value: string) => Intent;
}

/** Sets one field; empty text takes it out. */
export function setField(path: string): (id: string, value: string) => Intent {
  return (id, value) => ({
    command: 'setFields',
    input: { id, fields: { [path]: value.trim() === '' ? null : value.trim() } },
  });
}

function textField(path: string, label: string, value: (row: RiskRow) => string): RiskField {
  return { label, kind: 'text', value, intent: setField(path) };
}

export const riskFields: Readonly<Record<FieldKey, RiskField>> = {
  title: { label: 'Title', kind: 'line', value: row => row.title, intent: setField('title') },
  cause: textField('cause', 'Cause', row => row.cause),
  event: textField('event', 'Event', row => row.event),
  effect: textField('effect', 'Effect', row => row.effect),
  category: {
    label: 'Category',
    kind: 'suggest',
    value: row => row.category,
    choices: view => view.categories.map(value => ({ value, label: value })),
    intent: setField('category'),
  },
  status: {
    label: 'Status',
    kind: 'choice',
    value: row => row.status,
    choices: () => riskStatuses.map(value => ({ value, label: statusTitles[value] })),
    intent: setField('status'),
  },
  owner: {
    label: 'Owner',
    kind: 'choice',
    value: row => row.owner,
    choices: ownerChoices,
    intent: (id, value) => ({
      command: 'assign',
      input: { id, people: value === '' ? [] : [value] },
    }),
  },
  strategy: {
    label: 'Response',
    kind: 'choice',
    value: row => row.strategy ?? '',
    choices: strategyChoices,
    intent: setField('response.strategy'),
  },
  affects: {
    label: 'Affects',
    kind: 'line',
    value: row => row.affects.map(each => each.id).join(', '),
    intent: (id, value) => {
      const ids = value.split(/[\s,;]+/).filter(each => each !== '');
      return {
        command: 'setFields',
        input: { id, fields: { affects: ids.length === 0 ? null : ids } },
      };
    },
  },
  plan: textField('response.plan', 'Response plan', row => row.responsePlan),
  trigger: textField('trigger', 'Trigger', row => row.trigger),
  contingency: textField('contingency', 'Contingency', row => row.contingency),
  fallback: textField('fallback', 'Fallback', row => row.fallback),
  reviewBy: {
    label: 'Review by',
    kind: 'date',
    value: row => (row.reviewBy === undefined ? '' : formatDay(row.reviewBy)),
    intent: setField('reviewBy'),
  },
};

function ownerChoices(view: RiskRegisterView, row: RiskRow): readonly Choice[] {
  const known = view.people.map(({ key, name }) => ({ value: key, label: name }));
  const isKnown = row.owner === '' || known.some(choice => choice.value === row.owner);
  const stranger = isKnown ? [] : [{ value: row.owner, label: row.owner }];
  return [...known, ...stranger, { value: '', label: 'Nobody' }];
}

function strategyChoices(_: RiskRegisterView, row: RiskRow): readonly Choice[] {
  const fitting: readonly Strategy[] =
    row.riskKind === 'threat'
      ? ['avoid', 'reduce', 'transfer', 'accept', 'escalate']
      : ['exploit', 'enhance', 'share', 'accept', 'escalate'];
  return [
    ...fitting.map(value => ({
      value,
      label: `${strategyTitles[value]}: ${strategyMeaning(value)}`,
    })),
    { value: '', label: 'None' },
  ];
}

/** A part of a rating that is edited in place. */
export interface RatingField {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly suggestions: readonly Choice[];
  readonly intent: (id: string, value: string) => Intent;
}

/** Probability, delay, cost and the levels on the project's other scales; quality is always offered. */
export function ratingFields(
  view: RiskRegisterView,
  row: RiskRow,
  rating: RatingName,
): readonly RatingField[] {
  const given = row.ratings[rating];
  const choices = (levels: RiskRegisterView['scale']['impact']): readonly Choice[] =>
    levels.map(({ key, title }) => ({ value: key, label: title }));
  const impacts = choices(view.scale.impact);
  const field = (key: string, label: string, hint: string, value: string): RatingField => ({
    key,
    label,
    hint,
    value,
    suggestions: key === 'probability' ? choices(view.scale.probability) : impacts,
    intent: setField(key === 'probability' ? `${rating}.probability` : `${rating}.impact.${key}`),
  });
  const others = new Set(['quality', ...Object.keys(given.levels)]);
  return [
    field('probability', 'Probability', '30% or a level', given.probabilityText),
    field('schedule', 'Delay', '5d, 5d..15d or a level', given.scheduleText),
    field('cost', 'Cost', '2000, 2000..3000..9000 or a level', given.costText),
    ...[...others].map(name => {
      const label = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      return field(name, label, 'a level', given.levels[name] ?? '');
    }),
  ];
}
