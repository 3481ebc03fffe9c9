import { distributionNames } from '../model/forecastRules.ts';
import { priorities, taskStatuses } from '../model/task.ts';
import {
  codeField,
  conflictsField,
  formerIdsField,
  originField,
  tagsField,
  visibilityField,
} from './sharedFields.ts';
import type { FieldSpec } from './valueSpec.ts';

/** The fields of a task, in the order in which a new file is written. */
export const taskFields = [
  {
    key: 'title',
    description: 'What is to be done, in a few words.',
    value: { kind: 'text' },
    isRequired: true,
    example: 'Read the field tables',
  },
  { key: 'description', description: 'More about it, in Markdown.', value: { kind: 'markdown' } },
  {
    key: 'status',
    description: 'How far it is. A missing status means `todo`.',
    value: { kind: 'choice', values: taskStatuses },
  },
  {
    key: 'type',
    description: 'A free word such as `feature` or `bug`.',
    value: { kind: 'text' },
    example: 'feature',
  },
  {
    key: 'priority',
    description: 'How much it matters beside the other tasks.',
    value: { kind: 'choice', values: priorities },
  },
  {
    key: 'parent',
    description: 'The summary task that it is part of.',
    value: { kind: 'id', kinds: ['task'] },
    example: 'T-7KQ3',
  },
  {
    key: 'milestone',
    description: 'The milestone that it belongs to.',
    value: { kind: 'id', kinds: ['milestone'] },
    example: 'M-4XK2',
  },
  {
    key: 'rank',
    description: 'Its place among its siblings: lower comes first.',
    value: { kind: 'number' },
  },
  {
    key: 'dependsOn',
    description:
      'What must come first: `T-7KQ3`, `T-7KQ3 SS+2d`, `T-7KQ3 FF-1ed`, `T-7KQ3 FS+50%`.',
    value: { kind: 'list', of: { kind: 'dependency', kinds: ['task', 'milestone'] } },
    example: 'T-7KQ3 SS+2d',
  },
  {
    key: 'estimate',
    description:
      'The effort: `3d`, a range `2d..9d`, or optimistic, likely and pessimistic `2d..4d..9d`.',
    value: { kind: 'estimate' },
    example: '2d..4d..9d',
  },
  {
    key: 'distribution',
    description:
      'The shape of its range in the forecast, where it is not the project’s: three points take `pert`, `triangular` or `lognormal`, a range of two `uniform` or `lognormal`.',
    value: { kind: 'choice', values: distributionNames },
    example: 'lognormal',
  },
  {
    key: 'duration',
    description:
      'A fixed length, whoever is assigned: `5d`, or `3ed` of elapsed time. Zero marks a point in time.',
    value: { kind: 'duration' },
    example: '5d',
  },
  {
    key: 'split',
    description:
      'Its parts and the pauses between them, in turn: `[4d, 3d]` is a pause of 3 days after 4 days of work.',
    value: { kind: 'list', of: { kind: 'duration' } },
    example: '3d',
  },
  {
    key: 'assignees',
    description: 'Who works on it: `ada`, or `ada 50%` of their time.',
    value: { kind: 'list', of: { kind: 'assignment' } },
    example: 'ada 50%',
  },
  {
    key: 'skills',
    description: 'What those who do it must be able to: each a skill of the people.',
    value: { kind: 'list', of: { kind: 'text' } },
    example: 'typescript',
  },
  {
    key: 'calendar',
    description: 'A calendar of the project file that governs it instead of the people’s.',
    value: { kind: 'calendar' },
    example: 'night-shift',
  },
  {
    key: 'keepsPeopleHours',
    description:
      'With a calendar of its own: work goes on only while that calendar and the people’s both work.',
    value: { kind: 'boolean' },
  },
  {
    key: 'constraint',
    description:
      'ASAP, ALAP, or SNET, SNLT, FNET, FNLT, MSO, MFO with a date (start / finish no earlier / later than, must start / finish on).',
    value: { kind: 'constraint' },
    example: 'SNET 2026-03-01',
  },
  {
    key: 'pinned',
    description:
      'The start as set by hand: it stands there whatever it depends on, until it is really started.',
    value: { kind: 'date' },
    example: '2026-03-02',
  },
  {
    key: 'deadline',
    description: 'When it should be finished; passing it is reported, not prevented.',
    value: { kind: 'date' },
    example: '2026-03-31',
  },
  {
    key: 'started',
    description: 'When work really began.',
    value: { kind: 'date' },
    example: '2026-03-02',
  },
  {
    key: 'finished',
    description: 'When it really was done.',
    value: { kind: 'date' },
    example: '2026-03-09',
  },
  {
    key: 'progress',
    description: 'The share of the duration that is done: `40%` or `0.4`.',
    value: { kind: 'percent', max: 1 },
    example: '40%',
  },
  {
    key: 'remaining',
    description:
      'The work that is left, as judged now: `2d`, a range `2d..9d`, or three points `2d..4d..9d`.',
    value: { kind: 'estimate' },
    example: '2d',
  },
  {
    key: 'spent',
    description: 'The work that was done so far.',
    value: { kind: 'duration' },
    example: '12h',
  },
  {
    key: 'cost',
    description: 'Money beside the people’s time, in the project’s currency or with one named.',
    value: { kind: 'money' },
    example: '1200 EUR',
  },
  {
    key: 'acceptance',
    description: 'The checklist by which it counts as done.',
    value: {
      kind: 'list',
      of: {
        kind: 'map',
        shorthand: 'text',
        fields: [
          {
            key: 'text',
            description: 'What must hold.',
            value: { kind: 'text' },
            isRequired: true,
          },
          { key: 'done', description: 'Whether it holds.', value: { kind: 'boolean' } },
        ],
      },
    },
    example: 'A file with a BOM is read',
  },
  tagsField,
  codeField,
  {
    key: 'commits',
    description: 'Commits that belong to it although their message does not name it.',
    value: { kind: 'list', of: { kind: 'text' } },
    example: '4a3f9c1',
  },
  originField,
  formerIdsField,
  visibilityField,
  conflictsField,
] as const satisfies readonly FieldSpec[];
