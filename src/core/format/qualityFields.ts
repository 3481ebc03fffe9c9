import { qualityKeys } from '../model/project.ts';
import type { ValueSpec } from './valueSpec.ts';

const percent = { kind: 'percent', max: 1 } as const;
const index = { kind: 'number', min: 0 } as const;

/** What a project may ask of its own schedule, each measure with its limit. */
export const qualityValue = {
  kind: 'map',
  fields: [
    {
      key: 'logic',
      description:
        'The share of open tasks that may lack a predecessor or a successor; 5% when missing.',
      value: percent,
      example: '5%',
    },
    {
      key: 'leads',
      description: 'The share of dependencies that may have a negative lag; 0% when missing.',
      value: percent,
      example: '0%',
    },
    {
      key: 'lags',
      description: 'The share of dependencies that may have a lag; 5% when missing.',
      value: percent,
      example: '5%',
    },
    {
      key: 'finishToStart',
      description:
        'The least share of dependencies that run from finish to start; 90% when missing.',
      value: percent,
      example: '90%',
    },
    {
      key: 'hardConstraints',
      description: 'The share of open tasks that a fixed date may hold; 5% when missing.',
      value: percent,
      example: '5%',
    },
    {
      key: 'highFloat',
      description: 'The share of open tasks that may have a high total float; 5% when missing.',
      value: percent,
      example: '5%',
    },
    {
      key: 'negativeFloat',
      description: 'The share of open tasks that may have a negative total float; 0% when missing.',
      value: percent,
      example: '0%',
    },
    {
      key: 'longDurations',
      description: 'The share of open tasks that may be long; 5% when missing.',
      value: percent,
      example: '5%',
    },
    {
      key: 'longFrom',
      description: 'From where float is high and a task long; 44d when missing.',
      value: { kind: 'duration' },
      example: '44d',
    },
    {
      key: 'invalidDates',
      description:
        'The share of tasks whose work may lie on the wrong side of the status date; 0% when missing.',
      value: percent,
      example: '0%',
    },
    {
      key: 'people',
      description:
        'The share of open tasks of a day and more that may have nobody; 0% when missing.',
      value: percent,
      example: '0%',
    },
    {
      key: 'missedTasks',
      description:
        'The share of tasks due by the baseline that may be late against it; 5% when missing.',
      value: percent,
      example: '5%',
    },
    {
      key: 'criticalPathTest',
      description:
        'How much of a delay of the critical path has to arrive at the finish, or at the start of a plan that is scheduled back from its finish; 90% when missing.',
      value: percent,
      example: '90%',
    },
    {
      key: 'criticalPathLength',
      description:
        'The least critical path length index: the days left and the float to the promised finish, or else to that of the baseline, over the days left; 0.95 when missing.',
      value: index,
      example: '0.95',
    },
    {
      key: 'baselineExecution',
      description:
        'The least baseline execution index: tasks finished over tasks that the baseline has finished by now, or does not know; 0.95 when missing.',
      value: index,
      example: '0.95',
    },
    {
      key: 'ignore',
      description: 'Measures that do not matter here.',
      value: { kind: 'list', of: { kind: 'choice', values: qualityKeys } },
      example: 'people',
    },
  ],
} as const satisfies ValueSpec;
