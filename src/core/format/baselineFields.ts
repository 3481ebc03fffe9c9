import { conflictsField } from './sharedFields.ts';
import type { FieldSpec } from './valueSpec.ts';

/** The fields of a baseline, in the order in which a new one is written. */
export const baselineFields = [
  { key: 'title', description: 'What the baseline is.', value: { kind: 'text' } },
  {
    key: 'takenOn',
    description: 'The day on which it was taken.',
    value: { kind: 'date' },
    example: '2026-01-05',
  },
  {
    key: 'sequence',
    description: 'Which of its day it is, where several were taken on it: `2` for the second.',
    value: { kind: 'number', min: 1 },
    example: '2',
  },
  { key: 'reason', description: 'Why it was taken.', value: { kind: 'markdown' } },
  {
    key: 'items',
    description: 'Where each item stood: `2026-01-05T09:00..2026-01-09T18:00`, by its id.',
    value: { kind: 'mapOf', keys: 'item', of: { kind: 'span' } },
  },
  {
    key: 'work',
    description:
      'What each task was agreed to take, by its id: minutes of each person, and what it costs beside hours. Earned value is held against it, at the rates of now.',
    value: {
      kind: 'mapOf',
      keys: 'item',
      of: {
        kind: 'map',
        fields: [
          {
            key: 'effort',
            description: 'Minutes of work by the key of the person.',
            value: { kind: 'mapOf', keys: 'person', of: { kind: 'number', min: 0 } },
          },
          {
            key: 'cost',
            description: 'What it costs beside the hours of people.',
            value: { kind: 'money' },
            example: '1200 EUR',
          },
        ],
      },
    },
  },
  conflictsField,
] as const satisfies readonly FieldSpec[];
