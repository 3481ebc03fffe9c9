import type { Money } from '../model/money.ts';
import { costRhythms, type MoneyRules } from '../model/moneyRules.ts';
import type { FieldSpec, ValueSpec, ValuesOf } from './valueSpec.ts';

const title = {
  key: 'title',
  description: 'What it is for.',
  value: { kind: 'text' },
  isRequired: true,
  example: 'Licences',
} as const satisfies FieldSpec;

const amount = {
  key: 'amount',
  description: 'How much, in the project’s currency or with one named.',
  value: { kind: 'money' },
  isRequired: true,
  example: '200 EUR',
} as const satisfies FieldSpec;

const category = {
  key: 'category',
  description: 'A free word by which costs are added up.',
  value: { kind: 'text' },
  example: 'tools',
} as const satisfies FieldSpec;

const day = (description: string) =>
  ({ key: 'on', description, value: { kind: 'date' }, example: '2026-03-01' }) as const;

const costFields = [
  title,
  amount,
  day('When it falls due, the first time; with the project’s start when missing.'),
  {
    key: 'every',
    description: 'How often it falls due again; once when missing.',
    value: { kind: 'choice', values: costRhythms },
  },
  {
    key: 'until',
    description: 'The last day on which it may fall due; the finish of the plan when missing.',
    value: { kind: 'date' },
    example: '2026-12-31',
  },
  category,
  {
    key: 'milestone',
    description: 'The milestone that it is for.',
    value: { kind: 'id', kinds: ['milestone'] },
    example: 'M-4XK2',
  },
] as const satisfies readonly FieldSpec[];

const bookingFields = [
  title,
  amount,
  day('When it was paid.'),
  category,
  {
    key: 'task',
    description: 'The task that it was paid for.',
    value: { kind: 'id', kinds: ['task'] },
    example: 'T-7KQ3',
  },
] as const satisfies readonly FieldSpec[];

const hourRate = {
  key: 'hourRate',
  description: 'What an hour costs of everybody who has no rate of their own.',
  value: { kind: 'money' },
  example: '80 EUR',
} as const satisfies FieldSpec;

/** The field `money` of the project file. */
export const moneyValue = {
  kind: 'map',
  fields: [
    {
      key: 'budget',
      description: 'What the work may cost.',
      value: { kind: 'money' },
      example: '120000',
    },
    {
      key: 'contingency',
      description: 'What is set aside for risks that are known.',
      value: { kind: 'money' },
      example: '10000',
    },
    {
      key: 'managementReserve',
      description: 'What is set aside for what nobody has thought of.',
      value: { kind: 'money' },
      example: '5000',
    },
    hourRate,
    {
      key: 'budgets',
      description: 'What parts of the plan may cost.',
      value: {
        kind: 'list',
        of: {
          kind: 'map',
          fields: [
            {
              key: 'for',
              description: 'A milestone, a summary task with its parts, or a category.',
              value: { kind: 'text' },
              isRequired: true,
              example: 'M-4XK2',
            },
            amount,
          ],
        },
      },
    },
    {
      key: 'costs',
      description: 'What is to be paid beside the tasks, once or again and again.',
      value: { kind: 'list', of: { kind: 'map', fields: costFields } },
    },
    {
      key: 'booked',
      description:
        'What was really paid, beside the hours of people: for its task, for the cost with its title, or for its category. Costs count as planned as far as nothing is booked for them.',
      value: { kind: 'list', of: { kind: 'map', fields: bookingFields } },
    },
  ],
} as const satisfies ValueSpec;

/** The fields of `private.yaml`, which git ignores. */
export const privateFields = [
  hourRate,
  {
    key: 'rates',
    description: 'What an hour of a person costs, by the key of the person.',
    value: { kind: 'mapOf', keys: 'person', of: { kind: 'money' } },
  },
] as const satisfies readonly FieldSpec[];

type MoneyValues = ValuesOf<(typeof moneyValue)['fields']>;

const nothing: Money = { hundredths: 0, currency: undefined };

export function moneyRulesOf(values: MoneyValues): MoneyRules {
  return {
    budget: values.budget,
    contingency: values.contingency,
    managementReserve: values.managementReserve,
    hourRate: values.hourRate,
    budgets: (values.budgets ?? []).flatMap(each =>
      each.for === undefined ? [] : [{ part: each.for, amount: each.amount ?? nothing }],
    ),
    costs: (values.costs ?? []).map(each => ({
      title: each.title ?? '',
      amount: each.amount ?? nothing,
      on: each.on,
      every: each.every,
      until: each.until,
      category: each.category,
      milestone: each.milestone,
    })),
    booked: (values.booked ?? []).map(each => ({
      title: each.title ?? '',
      amount: each.amount ?? nothing,
      on: each.on,
      category: each.category,
      task: each.task,
    })),
  };
}
