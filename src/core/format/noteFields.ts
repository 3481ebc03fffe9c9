import { itemKinds } from '../model/ids.ts';
import { noteTypes } from '../model/note.ts';
import {
  conflictsField,
  formerIdsField,
  originField,
  tagsField,
  visibilityField,
} from './sharedFields.ts';
import type { FieldSpec } from './valueSpec.ts';

/** The fields of a note, in the order in which a new file is written. */
export const noteFields = [
  {
    key: 'title',
    description: 'What it is about, in a few words.',
    value: { kind: 'text' },
    isRequired: true,
    example: 'Kick-off',
  },
  {
    key: 'type',
    description: 'What kind of note it is. A missing type means `note`.',
    value: { kind: 'choice', values: noteTypes },
  },
  {
    key: 'date',
    description: 'The day it speaks of.',
    value: { kind: 'date' },
    example: '2026-02-14',
  },
  {
    key: 'participants',
    description: 'Who took part: people of the project file.',
    value: { kind: 'list', of: { kind: 'person' } },
    example: 'ada',
  },
  { key: 'agenda', description: 'What was to be talked about.', value: { kind: 'markdown' } },
  { key: 'summary', description: 'What was said, in Markdown.', value: { kind: 'markdown' } },
  {
    key: 'decisions',
    description: 'What was decided, one line each; a decision of weight gets a file of its own.',
    value: { kind: 'list', of: { kind: 'text' } },
  },
  {
    key: 'actions',
    description: 'What somebody promised to do.',
    value: {
      kind: 'list',
      of: {
        kind: 'map',
        shorthand: 'text',
        fields: [
          {
            key: 'text',
            description: 'What will be done.',
            value: { kind: 'text' },
            isRequired: true,
          },
          { key: 'assignee', description: 'Who does it.', value: { kind: 'person' } },
          { key: 'due', description: 'By when.', value: { kind: 'date' } },
          {
            key: 'task',
            description: 'The task that it became.',
            value: { kind: 'id', kinds: ['task'] },
          },
          { key: 'done', description: 'Whether it is done.', value: { kind: 'boolean' } },
        ],
      },
    },
  },
  {
    key: 'affects',
    description: 'The items that it touches.',
    value: { kind: 'list', of: { kind: 'id', kinds: itemKinds } },
    example: 'T-7KQ3',
  },
  tagsField,
  originField,
  formerIdsField,
  visibilityField,
  conflictsField,
] as const satisfies readonly FieldSpec[];
