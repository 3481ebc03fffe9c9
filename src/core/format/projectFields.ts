import { forecastValue } from './forecastFields.ts';
import { moneyValue } from './moneyFields.ts';
import { qualityValue } from './qualityFields.ts';
import { savedViewValue } from './savedViewFields.ts';
import { conflictsField } from './sharedFields.ts';
import type { FieldSpec, ValueSpec } from './valueSpec.ts';

const shiftsText = '`09:00-13:00 14:00-18:00`, or `off`';

const daysOn = {
  key: 'on',
  description: 'The day, or the first and the last: `2026-12-24..2027-01-01`.',
  value: { kind: 'dayRange' },
  example: '2026-12-25',
} as const satisfies FieldSpec;

const daysTitle = {
  key: 'title',
  description: 'What the days are.',
  value: { kind: 'text' },
} as const satisfies FieldSpec;

const awayFields = [
  daysOn,
  {
    key: 'every',
    description:
      'How the days repeat, in the place of `on`: `3 days`, `2 weeks on mon wed`, `month on 15`, `month on last fri`, `year on dec 25`, `year on first mon of sep`. A day that a month does not have is its last.',
    value: { kind: 'repetition' },
    example: 'week on fri',
  },
  {
    key: 'from',
    description: 'The day from which they repeat. Without it, they always have.',
    value: { kind: 'date' },
    example: '2026-01-05',
  },
  {
    key: 'until',
    description: 'The last day on which they may repeat. Without it, they go on.',
    value: { kind: 'date' },
    example: '2026-12-31',
  },
  {
    key: 'times',
    description: 'How many days there are, counted from `from`.',
    value: { kind: 'number', min: 1, isWhole: true },
    example: '10',
  },
  daysTitle,
] as const satisfies readonly FieldSpec[];

const exceptionFields = [
  ...awayFields,
  {
    key: 'hours',
    description: `The working hours on these days: ${shiftsText}, which is the default.`,
    value: { kind: 'shifts' },
    example: 'off',
  },
] as const satisfies readonly FieldSpec[];

/** One of them says which days are meant. */
const dayNaming = ['on', 'every'] as const;

const periodFields = [
  { ...daysOn, isRequired: true, example: '2026-06-01..2026-08-31' },
  daysTitle,
  {
    key: 'hours',
    description: `The working week of these days, by days such as \`mon-fri\` or \`sat\`: ${shiftsText}. Days that are not named keep their usual hours.`,
    value: { kind: 'week' },
    isRequired: true,
  },
] as const satisfies readonly FieldSpec[];

export const calendarValue = {
  kind: 'map',
  fields: [
    { key: 'title', description: 'The calendar’s name for people.', value: { kind: 'text' } },
    {
      key: 'base',
      description: 'The calendar that holds where this one says nothing.',
      value: { kind: 'calendar' },
      example: 'standard',
    },
    {
      key: 'hours',
      description: `The working week, by days such as \`mon-fri\` or \`sat\`: ${shiftsText}.`,
      value: { kind: 'week' },
    },
    {
      key: 'exceptions',
      description: 'Days on which the working week does not hold: holidays, closures.',
      value: {
        kind: 'list',
        of: { kind: 'map', shorthand: 'on', oneOf: dayNaming, fields: exceptionFields },
      },
    },
    {
      key: 'periods',
      description: 'Stretches of days with a working week of their own: summer hours.',
      value: { kind: 'list', of: { kind: 'map', fields: periodFields } },
    },
  ],
} as const satisfies ValueSpec;

const personValue = {
  kind: 'map',
  shorthand: 'name',
  fields: [
    {
      key: 'name',
      description: 'The full name.',
      value: { kind: 'text' },
      example: 'Ada Lovelace',
    },
    { key: 'email', description: 'By which commits are told.', value: { kind: 'text' } },
    {
      key: 'calendar',
      description: 'When the person works; the project’s calendar when missing.',
      value: { kind: 'calendar' },
    },
    {
      key: 'units',
      description: 'The share of working time given to the project: `50%` or `0.5`.',
      value: { kind: 'percent', max: 100 },
      example: '100%',
    },
    {
      key: 'leave',
      description: 'Days away.',
      value: {
        kind: 'list',
        of: { kind: 'map', shorthand: 'on', oneOf: dayNaming, fields: awayFields },
      },
      example: '2026-08-03..2026-08-14',
    },
    { key: 'team', description: 'The team that the person is in.', value: { kind: 'text' } },
    {
      key: 'skills',
      description: 'What the person can do.',
      value: { kind: 'list', of: { kind: 'text' } },
    },
    {
      key: 'active',
      description: 'False for somebody who has left. True when missing.',
      value: { kind: 'boolean' },
    },
  ],
} as const satisfies ValueSpec;

const levelKey = {
  key: 'key',
  description: 'The word by which risks name the level.',
  value: { kind: 'text' },
  isRequired: true,
  example: 'high',
} as const satisfies FieldSpec;

const levelTitle = {
  key: 'title',
  description: 'The level’s name for people.',
  value: { kind: 'text' },
} as const satisfies FieldSpec;

const riskScaleValue = {
  kind: 'map',
  fields: [
    {
      key: 'probability',
      description: 'The levels of probability, from the lowest up.',
      value: {
        kind: 'list',
        of: {
          kind: 'map',
          shorthand: 'key',
          fields: [
            levelKey,
            levelTitle,
            {
              key: 'upTo',
              description: 'The highest probability that still counts as this level.',
              value: { kind: 'percent', max: 1 },
              example: '30%',
            },
          ],
        },
      },
    },
    {
      key: 'impact',
      description: 'The levels of impact, from the mildest up.',
      value: {
        kind: 'list',
        of: {
          kind: 'map',
          shorthand: 'key',
          fields: [
            levelKey,
            levelTitle,
            {
              key: 'schedule',
              description: 'The longest delay that still counts as this level.',
              value: { kind: 'duration' },
              example: '1w',
            },
            {
              key: 'cost',
              description: 'The highest cost that still counts as this level.',
              value: { kind: 'money' },
              example: '5000',
            },
          ],
        },
      },
    },
    {
      key: 'mediumFrom',
      description: 'The score (place times place, counted from 1) from which a risk is medium.',
      value: { kind: 'number', min: 1 },
    },
    {
      key: 'highFrom',
      description: 'The score from which a risk is high.',
      value: { kind: 'number', min: 1 },
    },
    {
      key: 'categories',
      description: 'The categories of risk that the project uses.',
      value: { kind: 'list', of: { kind: 'text' } },
    },
    {
      key: 'appetite',
      description:
        'The highest score that the project bears, for all risks or by category: `8`, or `{ all: 8, security: 4 }`. A threat that weighs more is marked.',
      value: {
        kind: 'map',
        shorthand: 'all',
        fields: [
          {
            key: 'all',
            description: 'The highest score that is borne of what has no score of its own here.',
            value: { kind: 'number', min: 1 },
            example: '8',
          },
        ],
        rest: { kind: 'number', min: 1 },
      },
      example: '8',
    },
  ],
} as const satisfies ValueSpec;

/** The fields of the project file, in the order in which a new one is written. */
export const projectFields = [
  {
    key: 'version',
    description: 'The version of the file format.',
    value: { kind: 'number', min: 1, isWhole: true },
    example: '1',
  },
  {
    key: 'name',
    description: 'The project’s name.',
    value: { kind: 'text' },
    isRequired: true,
    example: 'Gantry',
  },
  { key: 'description', description: 'What it is, in Markdown.', value: { kind: 'markdown' } },
  {
    key: 'start',
    description: 'When the project starts; tasks without predecessors begin here.',
    value: { kind: 'date' },
    example: '2026-01-05',
  },
  {
    key: 'finish',
    description:
      'When the project is to be finished. Without a start, it is scheduled back from here.',
    value: { kind: 'date' },
    example: '2026-12-18',
  },
  {
    key: 'statusDate',
    description: 'Up to when progress is known; work not done by then moves after it.',
    value: { kind: 'date' },
    example: '2026-02-27',
  },
  {
    key: 'moveOpenWork',
    description:
      'Whether the status date moves work that is not done by then; true when missing. An import from Microsoft Project, where it moves nothing, sets it to false.',
    value: { kind: 'boolean' },
  },
  {
    key: 'criticalFloat',
    description: 'The total float up to which work is critical; none when missing.',
    value: { kind: 'duration' },
    example: '1d',
  },
  {
    key: 'currency',
    description: 'The currency of amounts that name none, by its three letters.',
    value: { kind: 'text' },
    example: 'EUR',
  },
  {
    key: 'hoursPerDay',
    description: 'The hours in a working day of an estimate; 8 when missing.',
    value: { kind: 'number', min: 0.25, max: 24 },
  },
  {
    key: 'hoursPerWeek',
    description: 'The hours in a working week of an estimate; 40 when missing.',
    value: { kind: 'number', min: 0.25, max: 168 },
  },
  {
    key: 'daysPerMonth',
    description: 'The working days in a month of an estimate; 20 when missing.',
    value: { kind: 'number', min: 1, max: 31 },
  },
  {
    key: 'calendar',
    description: 'The calendar that holds where no other is named; `standard` when missing.',
    value: { kind: 'calendar' },
    example: 'standard',
  },
  {
    key: 'calendars',
    description: 'Working hours and days off, by the calendar’s key.',
    value: { kind: 'mapOf', keys: 'calendar', of: calendarValue },
  },
  {
    key: 'people',
    description: 'Who works on the project, by the key that items use.',
    value: { kind: 'mapOf', keys: 'person', of: personValue },
  },
  {
    key: 'riskScale',
    description: 'The levels by which risks are rated.',
    value: riskScaleValue,
  },
  {
    key: 'quality',
    description:
      'Limits for what `gantry check` measures of the schedule; what is beyond them is a warning.',
    value: qualityValue,
  },
  {
    key: 'money',
    description: 'What the project may cost, and what it costs beside the work of its tasks.',
    value: moneyValue,
  },
  {
    key: 'forecast',
    description: 'How estimates and risks become a forecast: `gantry simulate`.',
    value: forecastValue,
  },
  {
    key: 'iterations',
    description: 'Iterations (sprints) of one length, one after the other, for `gantry progress`.',
    value: {
      kind: 'map',
      fields: [
        {
          key: 'start',
          description: 'The first day of the first one.',
          value: { kind: 'date' },
          isRequired: true,
          example: '2026-03-02',
        },
        {
          key: 'weeks',
          description: 'How many weeks each lasts; 2 when missing.',
          value: { kind: 'number', min: 1, max: 26, isWhole: true },
          example: '2',
        },
      ],
    },
  },
  {
    key: 'views',
    description: 'Ways of looking at the plan that its people share, for the chart and the lists.',
    value: { kind: 'list', of: savedViewValue },
  },
  {
    key: 'origin',
    description: 'Where an import took the project from.',
    value: { kind: 'text' },
  },
  conflictsField,
] as const satisfies readonly FieldSpec[];
