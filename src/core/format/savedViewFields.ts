import {
  registerGroups,
  viewColumns,
  viewGroups,
  viewSorts,
  viewSurfaces,
} from '../model/savedView.ts';
import type { ValueSpec } from './valueSpec.ts';

const groups = [...new Set([...viewGroups, ...registerGroups])];

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
      key: 'surface',
      description:
        'Where the view is offered: the `chart`, which is the default, or the `register`.',
      value: { kind: 'choice', values: viewSurfaces },
      example: 'register',
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
      description:
        'The column of the surface by which rows are sorted; a minus before it puts the highest first.',
      value: { kind: 'choice', values: viewSorts },
      example: '-float',
    },
    {
      key: 'group',
      description:
        'By what rows are gathered. The chart has milestone, assignees, status, tags and code; the register category, owner, status, strategy and milestone.',
      value: { kind: 'choice', values: groups },
      example: 'assignees',
    },
    {
      key: 'columns',
      description: 'The columns of the chart beside the title, from left to right.',
      value: { kind: 'list', of: { kind: 'choice', values: viewColumns } },
      example: 'finish',
    },
  ],
} as const satisfies ValueSpec;
