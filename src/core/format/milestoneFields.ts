import { conflictsField, formerIdsField, originField, visibilityField } from './sharedFields.ts';
import type { FieldSpec } from './valueSpec.ts';

/** The fields of a milestone, in the order in which a new file is written. */
export const milestoneFields = [
  {
    key: 'title',
    description: 'What will be true on that day.',
    value: { kind: 'text' },
    isRequired: true,
    example: 'First release',
  },
  { key: 'description', description: 'More about it, in Markdown.', value: { kind: 'markdown' } },
  {
    key: 'due',
    description: 'The date that was promised.',
    value: { kind: 'date' },
    example: '2026-06-30',
  },
  {
    key: 'reached',
    description: 'The date on which it was reached.',
    value: { kind: 'date' },
    example: '2026-06-28',
  },
  {
    key: 'dropped',
    description: 'True when it will not be pursued any more.',
    value: { kind: 'boolean' },
  },
  {
    key: 'rank',
    description: 'Its place among the milestones: lower comes first.',
    value: { kind: 'number' },
  },
  {
    key: 'goals',
    description: 'What it is measured by.',
    value: {
      kind: 'list',
      of: {
        kind: 'map',
        shorthand: 'measure',
        fields: [
          {
            key: 'measure',
            description: 'What is measured.',
            value: { kind: 'text' },
            isRequired: true,
            example: 'Cold load of 10,000 items',
          },
          { key: 'target', description: 'The value to reach.', value: { kind: 'text' } },
          { key: 'present', description: 'The value today.', value: { kind: 'text' } },
        ],
      },
    },
  },
  {
    key: 'owner',
    description: 'Who answers for it: a person of the project file.',
    value: { kind: 'person' },
    example: 'ada',
  },
  originField,
  formerIdsField,
  visibilityField,
  conflictsField,
] as const satisfies readonly FieldSpec[];
