import { visibilities } from '../model/task.ts';
import type { FieldSpec } from './valueSpec.ts';

export const originField = {
  key: 'origin',
  description: 'Where an import took the item from, so that importing again finds it.',
  value: { kind: 'text' },
  example: 'github:owner/repo#12',
} as const satisfies FieldSpec;

export const formerIdsField = {
  key: 'formerIds',
  description:
    'Ids that the item had before it was renamed, so that what another branch says of it finds it.',
  value: { kind: 'list', of: { kind: 'text' } },
  example: 'T-7KQ3',
} as const satisfies FieldSpec;

export const visibilityField = {
  key: 'visibility',
  description:
    'Who may read of it, and of its parts, in a report: everybody (`public`) or the team (`internal`).',
  value: { kind: 'choice', values: visibilities },
  unread: 'internal',
} as const satisfies FieldSpec;

export const tagsField = {
  key: 'tags',
  description: 'Free words to find and group items by.',
  value: { kind: 'list', of: { kind: 'text' } },
  example: 'parser',
} as const satisfies FieldSpec;

/** What a merge could not decide; each entry goes when somebody has. */
export const conflictsField = {
  key: 'conflicts',
  description: 'What both sides of a merge changed, for somebody to decide; `gantry resolve` does.',
  value: {
    kind: 'list',
    of: {
      kind: 'map',
      fields: [
        {
          key: 'field',
          description: 'The field that both sides changed.',
          value: { kind: 'text' },
        },
        {
          key: 'base',
          description: 'What both sides began with; missing when there was nothing.',
          value: { kind: 'text' },
        },
        {
          key: 'ours',
          description: 'What the field has here; missing when it was taken out.',
          value: { kind: 'text' },
        },
        {
          key: 'theirs',
          description: 'What it has on the other side; missing when it was taken out.',
          value: { kind: 'text' },
        },
        {
          key: 'item',
          description: 'A whole item that was made under the same id on the other side.',
          value: { kind: 'markdown' },
        },
      ],
    },
  },
} as const satisfies FieldSpec;

/** The fields of an anchor in its long form. */
export const anchorFields = [
  {
    key: 'path',
    description: 'The file, relative to the workspace folder; a folder ends in a slash.',
    value: { kind: 'text' },
    isRequired: true,
    example: 'src/parser.ts',
  },
  {
    key: 'symbol',
    description: 'The function, class or method.',
    value: { kind: 'text' },
    example: 'Parser.parseTask',
  },
  {
    key: 'line',
    description: 'The first line, counted from 1: a hint, looked up anew each time.',
    value: { kind: 'number', min: 1, isWhole: true },
  },
  {
    key: 'endLine',
    description: 'The last line, counted from 1.',
    value: { kind: 'number', min: 1, isWhole: true },
  },
  {
    key: 'quote',
    description: 'Up to three lines of the text itself, by which it is found again.',
    value: { kind: 'markdown' },
  },
  {
    key: 'before',
    description: 'Two lines before the quote.',
    value: { kind: 'markdown' },
  },
  { key: 'after', description: 'Two lines after the quote.', value: { kind: 'markdown' } },
  {
    key: 'prints',
    description:
      'Of several lines: three letters for each, by which it is known how much of them is left.',
    value: { kind: 'text' },
  },
  {
    key: 'commit',
    description: 'The commit at which the line was right.',
    value: { kind: 'text' },
  },
] as const satisfies readonly FieldSpec[];

export const codeField = {
  key: 'code',
  description: 'The places in the code that it is about: `src/a.ts`, `src/a.ts:12-30`, or a map.',
  value: { kind: 'list', of: { kind: 'anchor', fields: anchorFields } },
  example: 'src/parser.ts:12-30',
} as const satisfies FieldSpec;
