import assert from 'node:assert/strict';
import { test } from 'node:test';
import { echoMspdi } from '../../../../src/core/interchange/mspdi/echoMspdi.ts';
import { exportLosses } from '../../../../src/core/interchange/mspdi/exportLosses.ts';
import { exportMspdi } from '../../../../src/core/interchange/mspdi/exportMspdi.ts';
import { planImport, type ImportOutcome } from '../../../../src/core/interchange/planImport.ts';
import { formatInstant } from '../../../../src/core/model/instant.ts';
import type { Plan } from '../../../../src/core/model/plan.ts';
import { computeSchedule } from '../../../../src/core/schedule/computeSchedule.ts';
import { ProjectStore } from '../../../../src/core/store/projectStore.ts';
import { memoryFiles } from '../../../support/memoryFiles.ts';
import { seededRandom } from '../../../support/seededRandom.ts';
import { importText, mspdiText, tasksText } from './mspdiText.ts';
import { changesOf, importedStore, roundTrip } from './roundTrip.ts';

const stood = (number: number, start: string, finish: string): string =>
  `<Baseline><Number>${number}</Number><Start>${start}T08:00:00</Start><Finish>${finish}T17:00:00</Finish></Baseline>`;

const two = (finish = '2026-03-06'): string =>
  mspdiText(
    tasksText(
      { UID: 1, Name: 'Draw', Duration: 'PT8H0M0S', more: stood(0, '2026-03-03', finish) },
      {
        UID: 2,
        Name: 'Build',
        Duration: 'PT8H0M0S',
        more: stood(0, '2026-03-09', '2026-03-10') + stood(3, '2026-04-01', '2026-04-02'),
      },
      {
        UID: 3,
        Name: 'Nowhere',
        Duration: 'PT8H0M0S',
        more: '<Baseline><Number>1</Number></Baseline>',
      },
    ),
  );

/** The baselines of a plan by name, with the titles of their items. */
function told({ baselines, tasks, milestones }: Plan): unknown {
  return Object.fromEntries(
    Array.from(baselines, ([name, { items }]) => [
      name,
      Array.from(items, ([id, { start, finish }]) => {
        const title = tasks.get(id)?.title ?? milestones.get(id)?.title;
        return `${title} ${formatInstant(start)}..${formatInstant(finish)}`;
      }).sort(),
    ]),
  );
}

const asImported = {
  '2026-03-03-mspdi-baseline': [
    'Build 2026-03-09T08:00..2026-03-10T17:00',
    'Draw 2026-03-03T08:00..2026-03-06T17:00',
  ],
  '2026-04-01-mspdi-baseline-3': ['Build 2026-04-01T08:00..2026-04-02T17:00'],
};

test('each baseline of a file becomes one of the plan, with what stood somewhere in it', async () => {
  const { snapshot } = await importedStore(two());
  assert.deepEqual(told(snapshot.plan), asImported);
  assert.deepEqual(snapshot.problems, []);
});

test('a second import changes the baseline that the first made, and makes none', async () => {
  const store = await importedStore(two());
  assert.deepEqual(changesOf(two(), store.snapshot.plan), []);
  const changes = changesOf(two('2026-03-05'), store.snapshot.plan);
  assert.equal(changes.length, 1);
  const applied = await store.apply(changes, 'Import');
  assert.ok(applied.ok);
  assert.deepEqual(told(applied.value.plan), {
    ...asImported,
    '2026-03-03-mspdi-baseline': [
      'Build 2026-03-09T08:00..2026-03-10T17:00',
      'Draw 2026-03-03T08:00..2026-03-05T17:00',
    ],
  });
});

test('baselines that are exported come back as they were, in place and elsewhere', async () => {
  const plan = await roundTrip(two());
  const exported = exportMspdi(plan, computeSchedule(plan));
  assert.deepEqual(told((await importedStore(exported)).snapshot.plan), asImported);
});

const ours = {
  'project.yaml': 'name: Ours\nstart: 2026-03-02\n',
  'milestones/M-AAAA.yaml': 'title: Beta\ndue: 2026-03-20\n',
  'tasks/T-AAAA.yaml': 'title: Draw\nestimate: 2d\nmilestone: M-AAAA\n',
  'baselines/2026-02-27-kickoff.yaml':
    'title: Kickoff\ntakenOn: 2026-02-27\nitems:\n  T-AAAA: 2026-03-02T09:00..2026-03-03T18:00\n  M-AAAA: 2026-03-20T18:00..2026-03-20T18:00\n',
};

async function importBack(edit: (xml: string) => string): Promise<ImportOutcome> {
  const { plan } = (await ProjectStore.open(memoryFiles(ours))).snapshot;
  const schedule = computeSchedule(plan);
  const target = { plan, takenIds: new Set<string>(), random: seededRandom(7) };
  const echo = echoMspdi(plan, schedule);
  const imported = importText(edit(exportMspdi(plan, schedule)));
  const outcome = planImport(imported, { ...target, echo });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

test('a baseline of the plan goes to Project and back, and stays what it is', async () => {
  assert.deepEqual((await importBack(xml => xml)).changes, []);
});

test('what Project makes of a baseline of the plan is another beside it', async () => {
  const { changes, baselines } = await importBack(xml =>
    xml.replace(/(<Baseline>[^]*?<Finish>)2026-03-03/, '$12026-03-04'),
  );
  assert.deepEqual(baselines, ['2026-03-02-mspdi-baseline']);
  assert.deepEqual(changes, [
    {
      kind: 'add',
      id: '2026-03-02-mspdi-baseline',
      fields: {
        title: 'Baseline',
        items: {
          'T-AAAA': '2026-03-02T09:00..2026-03-04T18:00',
          'M-AAAA': '2026-03-20T18:00..2026-03-20T18:00',
        },
      },
    },
  ]);
});

test('the oldest eleven baselines are exported, and the others told of', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 13 }, (_, i) => [
      `baselines/2026-02-${String(10 + i)}-kickoff.yaml`,
      ours['baselines/2026-02-27-kickoff.yaml'],
    ]),
  );
  const { plan } = (await ProjectStore.open(memoryFiles({ ...ours, ...files }))).snapshot;
  const xml = exportMspdi(plan, computeSchedule(plan));
  const numbers = Array.from(xml.matchAll(/<Baseline>\s*<Number>(\d+)/g), match => match[1]);
  assert.equal(new Set(numbers).size, 11);
  const [loss] = exportLosses(plan, computeSchedule(plan));
  assert.match(
    loss?.message ?? '',
    /: 2026-02-21-kickoff, 2026-02-22-kickoff, 2026-02-27-kickoff$/,
  );
});
