import type { PlainValue } from '../model/change.ts';
import type { ItemKind } from '../model/ids.ts';

/** An item of the example. In its texts `@key` stands for another item's id and `+11` for a day. */
export interface ExampleItem {
  readonly key: string;
  readonly kind: ItemKind;
  readonly fields: Readonly<Record<string, PlainValue>>;
}

/** A bit of everything: two milestones, eight tasks, two risks and one decision. */
export const exampleItems: readonly ExampleItem[] = [
  {
    key: 'beta',
    kind: 'milestone',
    fields: { title: 'Beta', due: '+18', rank: 10, owner: 'ada' },
  },
  {
    key: 'release',
    kind: 'milestone',
    fields: { title: 'Release 1.0', due: '+32', rank: 20, owner: 'ada' },
  },
  {
    key: 'model',
    kind: 'task',
    fields: {
      title: 'Agree on the data model',
      status: 'doing',
      milestone: '@beta',
      estimate: '3d',
      assignees: ['ada'],
      started: '+0',
      progress: '50%',
    },
  },
  {
    key: 'api',
    kind: 'task',
    fields: {
      title: 'Build the order service',
      milestone: '@beta',
      dependsOn: ['@model'],
      estimate: '3d..5d..9d',
      assignees: ['ada'],
    },
  },
  {
    key: 'pages',
    kind: 'task',
    fields: {
      title: 'Design the product pages',
      milestone: '@beta',
      estimate: '4d',
      assignees: ['grace'],
    },
  },
  {
    key: 'search',
    kind: 'task',
    fields: {
      title: 'Search and filters',
      milestone: '@beta',
      dependsOn: ['@api SS+2d', '@pages'],
      estimate: '2d..3d..6d',
      assignees: ['grace'],
    },
  },
  {
    key: 'migrate',
    kind: 'task',
    fields: {
      title: 'Move the customers over',
      milestone: '@release',
      dependsOn: ['@api'],
      estimate: '4d',
      assignees: ['ada'],
      deadline: '+30',
    },
  },
  {
    key: 'loadTest',
    kind: 'task',
    fields: {
      title: 'Test under load',
      milestone: '@release',
      dependsOn: ['@api', '@search'],
      duration: '3d',
      assignees: ['grace'],
    },
  },
  {
    key: 'help',
    kind: 'task',
    fields: {
      title: 'Write the help pages',
      priority: 'low',
      milestone: '@release',
      dependsOn: ['@search FF+1d'],
      estimate: '2d',
      assignees: ['grace 50%'],
    },
  },
  {
    key: 'ship',
    kind: 'task',
    fields: {
      title: 'Switch over',
      milestone: '@release',
      dependsOn: ['@migrate', '@loadTest', '@help'],
      duration: '1d',
      assignees: ['ada', 'grace'],
      acceptance: ['The old shop redirects', 'Orders arrive'],
    },
  },
  {
    key: 'oldData',
    kind: 'risk',
    fields: {
      title: 'Old customer data does not fit',
      cause: 'the old shop never checked addresses',
      event: 'part of the customers cannot be moved as they are',
      effect: 'the move takes a week longer and the release slips',
      category: 'data',
      status: 'open',
      owner: 'ada',
      inherent: { probability: '60%', impact: { schedule: '3d..8d', quality: 'medium' } },
      current: { probability: '40%', impact: { schedule: '2d..6d', quality: 'low' } },
      affects: ['@migrate', '@release'],
      response: {
        strategy: 'reduce',
        plan: 'Move a sample early and count what fails',
        tasks: ['@migrate'],
      },
      trigger: 'More than one in a hundred of the sample fails',
      reviewBy: '+11',
    },
  },
  {
    key: 'load',
    kind: 'risk',
    fields: {
      title: 'The order service is too slow under load',
      cause: 'nobody knows how many orders come at once',
      event: 'the load test fails',
      effect: 'parts of the service are written again',
      category: 'performance',
      status: 'mitigating',
      owner: 'grace',
      inherent: { probability: 'medium', impact: { schedule: 'high' } },
      current: { probability: 'low', impact: { schedule: 'medium' } },
      residual: { probability: 'very-low', impact: { schedule: 'low' } },
      affects: ['@api'],
      response: {
        strategy: 'reduce',
        plan: 'Measure with made-up orders from the first week on',
        tasks: ['@loadTest'],
      },
      reviewBy: '+18',
    },
  },
  {
    key: 'beside',
    kind: 'decision',
    fields: {
      title: 'Keep the plan beside the code',
      status: 'accepted',
      decidedOn: '+0',
      deciders: ['ada', 'grace'],
      context: 'The plan and the code drift apart when they live in different places',
      decision: 'The plan is kept in the repository and reviewed like code',
      alternatives: [
        { title: 'A board on the web', reason: 'It cannot be branched with the code' },
      ],
    },
  },
];
