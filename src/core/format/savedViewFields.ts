import { viewColumns, viewGroups, viewSorts } from '../model/savedView.ts';
import type { ValueSpec } from './valueSpec.ts';

/** A way of looking at the plan, in the project file. */
export const savedViewValue = {
  kind: 'map',
  shorthand: 'name',
  fields: [
    {
      key: 'name',
      description: 'What it is called where views are chosen.',
      value: { kind: 'text' },
      isRequired: true,
      example: 'Late work',
    },
    {
      key: 'filter',
      description:
        'What is shown: a query as `gantry list` takes it, such as `open float<2d assignee:ada`.',
      value: { kind: 'text' },
      example: 'open late',
    },
    {
      key: 'sort',
      description: 'The column by which rows are sorted; a minus before it puts the highest first.',
      value: { kind: 'choice', values: viewSorts },
      example: '-float',
    },
    {
      key: 'group',
      description: 'By what rows are gathered, in place of the outline of the plan.',
      value: { kind: 'choice', values: viewGroups },
      example: 'assignees',
    },
    {
      key: 'columns',
      description: 'The columns beside the title, from left to right.',
      value: { kind: 'list', of: { kind: 'choice', values: viewColumns } },
      example: 'finish',
    },
  ],
} as const satisfies ValueSpec;
