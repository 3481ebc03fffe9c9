import { decisionStatuses } from '../model/decision.ts';
import { itemKinds } from '../model/ids.ts';
import {
  codeField,
  conflictsField,
  formerIdsField,
  originField,
  tagsField,
  visibilityField,
} from './sharedFields.ts';
import type { FieldSpec } from './valueSpec.ts';

/** The fields of a decision, in the order in which a new file is written. */
export const decisionFields = [
  {
    key: 'title',
    description: 'What it is about, in a few words.',
    value: { kind: 'text' },
    isRequired: true,
    example: 'One file per item',
  },
  {
    key: 'status',
    description: 'Where it stands. A missing status means `proposed`.',
    value: { kind: 'choice', values: decisionStatuses },
  },
  {
    key: 'decidedOn',
    description: 'The day on which it was decided.',
    value: { kind: 'date' },
    example: '2026-02-14',
  },
  {
    key: 'deciders',
    description: 'Who decided: people of the project file.',
    value: { kind: 'list', of: { kind: 'person' } },
    example: 'ada',
  },
  { key: 'context', description: 'What made it necessary.', value: { kind: 'markdown' } },
  { key: 'decision', description: 'What was decided.', value: { kind: 'markdown' } },
  {
    key: 'alternatives',
    description: 'What else was considered, and why it was not taken.',
    value: {
      kind: 'list',
      of: {
        kind: 'map',
        shorthand: 'title',
        fields: [
          {
            key: 'title',
            description: 'The alternative.',
            value: { kind: 'text' },
            isRequired: true,
          },
          {
            key: 'reason',
            description: 'Why it was not taken.',
            value: { kind: 'markdown' },
          },
        ],
      },
    },
  },
  { key: 'consequences', description: 'What follows from it.', value: { kind: 'markdown' } },
  {
    key: 'supersededBy',
    description: 'The decision that took its place.',
    value: { kind: 'id', kinds: ['decision'] },
    example: 'D-2MPT',
  },
  {
    key: 'affects',
    description: 'The items that it touches.',
    value: { kind: 'list', of: { kind: 'id', kinds: itemKinds } },
    example: 'T-7KQ3',
  },
  tagsField,
  codeField,
  originField,
  formerIdsField,
  visibilityField,
  conflictsField,
] as const satisfies readonly FieldSpec[];
