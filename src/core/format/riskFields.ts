import { riskKinds, riskStatuses, strategies } from '../model/risk.ts';
import {
  codeField,
  conflictsField,
  formerIdsField,
  originField,
  visibilityField,
} from './sharedFields.ts';
import type { FieldSpec, ValueSpec } from './valueSpec.ts';

const ratingValue = {
  kind: 'map',
  fields: [
    {
      key: 'probability',
      description: 'How likely it is: a percentage, or a level of the project’s scale.',
      value: { kind: 'probability' },
      example: '30%',
    },
    {
      key: 'impact',
      description: 'What it does to the project. A bare value is the impact on the schedule.',
      value: {
        kind: 'map',
        shorthand: 'schedule',
        fields: [
          {
            key: 'schedule',
            description:
              'Added working time, `5d`, `5d..15d` or `5d..8d..15d`, or a level of the scale.',
            value: { kind: 'measureOrLevel', measure: 'estimate', scale: 'impact' },
            example: '5d..15d',
          },
          {
            key: 'cost',
            description:
              'Added cost, `1000`, `1000..5000 EUR` or `1000..2000..5000`, or a level of the scale.',
            value: { kind: 'measureOrLevel', measure: 'moneyRange', scale: 'impact' },
            example: '1000..5000',
          },
          {
            key: 'factor',
            description:
              'By how much the work of what it affects is multiplied: `150%` or `110%..120%..200%`.',
            value: { kind: 'factorRange' },
            example: '110%..150%',
          },
        ],
        rest: { kind: 'level', scale: 'impact' },
      },
    },
  ],
} as const satisfies ValueSpec;

/** The fields of a risk, in the order in which a new file is written. */
export const riskFields = [
  {
    key: 'title',
    description: 'The risk in a few words.',
    value: { kind: 'text' },
    isRequired: true,
    example: 'The toolkit is archived upstream',
  },
  {
    key: 'cause',
    description: 'Because of … : what is so today.',
    value: { kind: 'markdown' },
  },
  { key: 'event', description: '… this may happen …', value: { kind: 'markdown' } },
  { key: 'effect', description: '… which would lead to.', value: { kind: 'markdown' } },
  {
    key: 'kind',
    description: 'A `threat` (the default) or an `opportunity`.',
    value: { kind: 'choice', values: riskKinds },
  },
  {
    key: 'category',
    description: 'One of the project’s categories of risk.',
    value: { kind: 'text' },
    example: 'technical',
  },
  {
    key: 'status',
    description: 'Where it stands. A missing status means `open`.',
    value: { kind: 'choice', values: riskStatuses },
  },
  {
    key: 'owner',
    description: 'Who watches it: a person of the project file.',
    value: { kind: 'person' },
    example: 'ada',
  },
  { key: 'inherent', description: 'The rating before any response.', value: ratingValue },
  { key: 'current', description: 'The rating as it stands today.', value: ratingValue },
  { key: 'residual', description: 'The rating when the response is done.', value: ratingValue },
  {
    key: 'affects',
    description: 'The tasks and milestones that it would hit.',
    value: { kind: 'list', of: { kind: 'id', kinds: ['task', 'milestone'] } },
    example: 'T-7KQ3',
  },
  {
    key: 'response',
    description: 'What is done about it.',
    value: {
      kind: 'map',
      shorthand: 'strategy',
      fields: [
        {
          key: 'strategy',
          description:
            'For a threat avoid, reduce, transfer; for an opportunity exploit, enhance, share; for both accept, escalate.',
          value: { kind: 'choice', values: strategies },
        },
        {
          key: 'plan',
          description: 'What will be done, in Markdown.',
          value: { kind: 'markdown' },
        },
        {
          key: 'tasks',
          description: 'The tasks that carry it out.',
          value: { kind: 'list', of: { kind: 'id', kinds: ['task'] } },
          example: 'T-7KQ3',
        },
        {
          key: 'cost',
          description: 'What the response costs.',
          value: { kind: 'money' },
          example: '2000',
        },
      ],
    },
  },
  {
    key: 'trigger',
    description: 'The sign that it is about to happen.',
    value: { kind: 'markdown' },
  },
  {
    key: 'contingency',
    description: 'What is done when it happens.',
    value: { kind: 'markdown' },
  },
  {
    key: 'fallback',
    description: 'What is done when that does not help.',
    value: { kind: 'markdown' },
  },
  {
    key: 'reserve',
    description: 'Money put aside for it.',
    value: { kind: 'money' },
    example: '5000',
  },
  {
    key: 'secondary',
    description: 'Risks that the response itself brings.',
    value: { kind: 'list', of: { kind: 'id', kinds: ['risk'] } },
    example: 'R-9F2A',
  },
  {
    key: 'triggeredBy',
    description: 'Risks of which one must have happened before this one can.',
    value: { kind: 'list', of: { kind: 'id', kinds: ['risk'] } },
    example: 'R-9F2A',
  },
  {
    key: 'excludes',
    description: 'Risks that cannot happen besides this one: at most one of them does.',
    value: { kind: 'list', of: { kind: 'id', kinds: ['risk'] } },
    example: 'R-9F2A',
  },
  {
    key: 'reviewBy',
    description: 'When to look at it again.',
    value: { kind: 'date' },
    example: '2026-04-01',
  },
  {
    key: 'drivers',
    description: 'Causes that it shares with other risks, by name.',
    value: { kind: 'list', of: { kind: 'text' } },
    example: 'upstream-releases',
  },
  {
    key: 'evidence',
    description: 'What the ratings rest on: notes, links, measurements.',
    value: { kind: 'list', of: { kind: 'text' } },
  },
  codeField,
  originField,
  formerIdsField,
  visibilityField,
  conflictsField,
] as const satisfies readonly FieldSpec[];
