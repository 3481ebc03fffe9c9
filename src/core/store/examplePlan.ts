import { newItemText } from '../format/newItemText.ts';
import type { PlainValue } from '../model/change.ts';
import { kindOfId, newId, pathOfId, type ItemKind } from '../model/ids.ts';
import { formatDay, minutesPerDay, type Instant } from '../model/instant.ts';
import type { NewFile } from './initPlan.ts';
import { projectPath } from './planPath.ts';
import { projectTemplate } from './projectTemplate.ts';

interface ExampleInput {
  readonly name: string | undefined;
  /** The day on which the project begins. */
  readonly monday: Instant;
  readonly random: () => number;
}

type Fields = Readonly<Record<string, PlainValue>>;

const people = `# Who works on it. Items name people by these keys.
people:
  ada:
    name: Ada Lovelace
  grace:
    name: Grace Hopper
    units: 50%
`;

/** A small plan with a bit of everything: two milestones, eight tasks, two risks, one decision. */
export function examplePlan({ name, monday, random }: ExampleInput): readonly NewFile[] {
  const known = new Set<string>();
  const draw = (kind: ItemKind): string => {
    const id = newId(kind, known, random);
    known.add(id);
    return id;
  };
  const day = (offset: number): string => formatDay(monday + offset * minutesPerDay);
  const milestones = { beta: draw('milestone'), release: draw('milestone') };
  const tasks = exampleTasks(draw, day, milestones);
  const risks = exampleRisks(tasks, milestones, day);
  const items: readonly (readonly [string, Fields])[] = [
    [milestones.beta, { title: 'Beta', due: day(18), rank: 10, owner: 'ada' }],
    [milestones.release, { title: 'Release 1.0', due: day(32), rank: 20, owner: 'ada' }],
    ...tasks.all,
    [draw('risk'), risks.schemaChange],
    [draw('risk'), risks.load],
    [draw('decision'), exampleDecision(day)],
  ];
  const start = day(0);
  return [
    { path: projectPath, text: projectTemplate({ name: name ?? 'Web shop', start, people }) },
    ...items.map(([id, fields]) => itemFile(id, fields)),
  ];
}

interface ExampleTasks {
  readonly all: readonly (readonly [string, Fields])[];
  readonly api: string;
  readonly migrate: string;
  readonly loadTest: string;
}

function exampleTasks(
  draw: (kind: ItemKind) => string,
  day: (offset: number) => string,
  { beta, release }: { readonly beta: string; readonly release: string },
): ExampleTasks {
  const [model, api, pages, search] = [draw('task'), draw('task'), draw('task'), draw('task')];
  const [migrate, loadTest, help, ship] = [draw('task'), draw('task'), draw('task'), draw('task')];
  const all: readonly (readonly [string, Fields])[] = [
    [
      model,
      {
        title: 'Agree on the data model',
        status: 'doing',
        milestone: beta,
        estimate: '3d',
        assignees: ['ada'],
        started: day(0),
        progress: '50%',
      },
    ],
    [
      api,
      {
        title: 'Build the order service',
        milestone: beta,
        dependsOn: [model],
        estimate: '3d..5d..9d',
        assignees: ['ada'],
      },
    ],
    [
      pages,
      { title: 'Design the product pages', milestone: beta, estimate: '4d', assignees: ['grace'] },
    ],
    [
      search,
      {
        title: 'Search and filters',
        milestone: beta,
        dependsOn: [`${api} SS+2d`, pages],
        estimate: '2d..3d..6d',
        assignees: ['grace'],
      },
    ],
    [
      migrate,
      {
        title: 'Move the customers over',
        milestone: release,
        dependsOn: [api],
        estimate: '4d',
        assignees: ['ada'],
        deadline: day(30),
      },
    ],
    [
      loadTest,
      {
        title: 'Test under load',
        milestone: release,
        dependsOn: [api, search],
        duration: '3d',
        assignees: ['grace'],
      },
    ],
    [
      help,
      {
        title: 'Write the help pages',
        milestone: release,
        dependsOn: [`${search} FF+1d`],
        estimate: '2d',
        assignees: ['grace 50%'],
        priority: 'low',
      },
    ],
    [
      ship,
      {
        title: 'Switch over',
        milestone: release,
        dependsOn: [migrate, loadTest, help],
        duration: '1d',
        assignees: ['ada', 'grace'],
        acceptance: ['The old shop redirects', 'Orders arrive'],
      },
    ],
  ];
  return { all, api, migrate, loadTest };
}

function exampleRisks(
  { api, migrate, loadTest }: ExampleTasks,
  { release }: { readonly release: string },
  day: (offset: number) => string,
): { readonly schemaChange: Fields; readonly load: Fields } {
  return {
    schemaChange: {
      title: 'Old customer data does not fit',
      cause: 'the old shop never checked addresses',
      event: 'part of the customers cannot be moved as they are',
      effect: 'the move takes a week longer and the release slips',
      category: 'data',
      status: 'open',
      owner: 'ada',
      inherent: { probability: '60%', impact: { schedule: '3d..8d', quality: 'medium' } },
      current: { probability: '40%', impact: { schedule: '2d..6d', quality: 'low' } },
      affects: [migrate, release],
      response: {
        strategy: 'reduce',
        plan: 'Move a sample early and count what fails',
        tasks: [migrate],
      },
      trigger: 'More than one in a hundred of the sample fails',
      reviewBy: day(11),
    },
    load: {
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
      affects: [api],
      response: {
        strategy: 'reduce',
        plan: 'Measure with made-up orders from the first week on',
        tasks: [loadTest],
      },
      reviewBy: day(18),
    },
  };
}

function exampleDecision(day: (offset: number) => string): Fields {
  return {
    title: 'Keep the plan beside the code',
    status: 'accepted',
    decidedOn: day(0),
    deciders: ['ada', 'grace'],
    context: 'The plan and the code drift apart when they live in different places',
    decision: 'The plan is kept in the repository and reviewed like code',
    alternatives: [{ title: 'A board on the web', reason: 'It cannot be branched with the code' }],
  };
}

function itemFile(id: string, fields: Fields): NewFile {
  const path = pathOfId(id) ?? `${id}.yaml`;
  return { path, text: newItemText(kindOfId(id) ?? 'note', fields) };
}
