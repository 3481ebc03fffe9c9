import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planImport, type ImportOutcome } from '../../../src/core/interchange/planImport.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import { emptyPlan } from '../../../src/core/model/plan.ts';
import { ProjectStore } from '../../../src/core/store/projectStore.ts';
import { memoryFiles, type MemoryFiles } from '../../support/memoryFiles.ts';
import { seededRandom } from '../../support/seededRandom.ts';
import { importText, linkText, mspdiText, tasksText } from './mspdi/mspdiText.ts';

const bridge = mspdiText(
  tasksText(
    { UID: 1, Name: 'Deck' },
    { UID: 2, Name: 'Pour', OutlineLevel: 2, Duration: 'PT16H0M0S', DurationFormat: 7 },
    {
      UID: 3,
      Name: 'Cure',
      OutlineLevel: 2,
      Duration: 'PT72H0M0S',
      DurationFormat: 8,
      Deadline: '2025-04-01T17:00:00',
      more: linkText({ PredecessorUID: 2, Type: 1, LinkLag: 4800, LagFormat: 7 }),
    },
  ),
);

function importInto(present: Plan, xml: string): ReturnType<typeof planImport> {
  const target = { plan: present, takenIds: new Set<string>(), random: seededRandom(7) };
  return planImport(importText(xml), target);
}

function plan(xml: string, present: Plan): ImportOutcome {
  const outcome = importInto(present, xml);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

/** A store with what an import made, and its files. */
async function importedStore(xml: string): Promise<{ store: ProjectStore; files: MemoryFiles }> {
  const files = memoryFiles({ 'project.yaml': 'version: 1\nname: Test\nstart: 2020-01-01\n' });
  const store = await ProjectStore.open(files);
  const applied = await store.apply(plan(xml, store.snapshot.plan).changes, 'Import');
  assert.ok(applied.ok);
  assert.deepEqual(store.snapshot.problems, []);
  return { store, files };
}

test('the first import adds every task, with ids in the references', async () => {
  const { store } = await importedStore(bridge);
  const { tasks, project } = store.snapshot.plan;
  const byOrigin = new Map([...tasks.values()].map(task => [task.origin, task]));
  const [deck, pour, cure] = [1, 2, 3].map(uid => byOrigin.get(`mspdi:${uid}`));
  assert.equal(pour?.parent, deck?.id);
  assert.deepEqual(cure?.dependsOn[0]?.predecessor, pour?.id);
  assert.deepEqual([project.name, project.origin], ['Bridge', 'mspdi:Bridge']);
});

test('the same file again changes nothing', async () => {
  const { store } = await importedStore(bridge);
  const again = plan(bridge, store.snapshot.plan);
  assert.deepEqual(again.changes, []);
  assert.equal(again.unchanged.length, 3);
});

test('a changed file changes the fields that differ and nothing else', async () => {
  const { store, files } = await importedStore(bridge);
  const changed = bridge
    .replace('PT16H0M0S', 'PT24H0M0S')
    .replace('<LinkLag>4800</LinkLag>', '<LinkLag>0</LinkLag>');
  const outcome = plan(changed, store.snapshot.plan);
  assert.deepEqual(
    outcome.changed.map(({ title, fields }) => [title, fields]),
    [
      ['Pour', ['duration']],
      ['Cure', ['dependsOn']],
    ],
  );
  const path = `tasks/${outcome.changed[0]?.id ?? ''}.yaml`;
  const before = files.text(path)?.split('\n') ?? [];
  assert.ok((await store.apply(outcome.changes, 'Import')).ok);
  const after = files.text(path)?.split('\n') ?? [];
  assert.deepEqual(
    after.filter((line, i) => line !== before[i]),
    ['duration: 3d'],
  );
});

test('a new task is added, and one that is gone is told and kept', async () => {
  const { store } = await importedStore(bridge);
  const outcome = plan(
    mspdiText(tasksText({ UID: 1, Name: 'Deck' }, { UID: 9 })),
    store.snapshot.plan,
  );
  assert.deepEqual(
    [outcome.added.map(item => item.title), outcome.missing.map(item => item.title).sort()],
    [['Task 9'], ['Cure', 'Pour']],
  );
  assert.ok(outcome.changes.every(change => change.kind !== 'remove'));
});

test('what the plan knows beyond the import stays', async () => {
  const { store } = await importedStore(bridge);
  const [pour] = [...store.snapshot.plan.tasks.values()].filter(task => task.title === 'Pour');
  const id = pour?.id ?? '';
  const added = await store.apply(
    [
      { kind: 'add', id: 'T-WNWN', fields: { title: 'Own' } },
      { kind: 'set', id, field: ['tags'], value: ['wet'] },
      { kind: 'set', id, field: ['status'], value: 'blocked' },
      { kind: 'set', id, field: ['dependsOn'], value: ['T-WNWN'] },
    ],
    'Edit',
  );
  assert.ok(added.ok);
  assert.deepEqual(plan(bridge, store.snapshot.plan).changes, []);
});

test('a plan with tasks of its own keeps its start and calendar', async () => {
  const store = await ProjectStore.open(
    memoryFiles({
      'project.yaml': 'version: 1\nname: Own\nstart: 2024-01-01\n',
      'tasks/T-WNWN.yaml': 'title: Own\n',
    }),
  );
  const outcome = plan(bridge, store.snapshot.plan);
  assert.deepEqual(outcome.projectFields, []);
  assert.match(outcome.problems[0]?.message ?? '', /has tasks of its own/);
  assert.equal(outcome.added.length, 3);
});

test('another project of the same program does not overwrite tasks by their numbers', async () => {
  const { store } = await importedStore(bridge);
  const other = bridge.replace('Bridge.xml', 'Tunnel.xml');
  const target = {
    plan: store.snapshot.plan,
    takenIds: new Set<string>(),
    random: seededRandom(1),
  };
  const outcome = planImport(importText(other), target);
  assert.ok(!outcome.ok);
  assert.equal(outcome.error.code, 'command-refused');
  assert.match(outcome.error.message, /mspdi:Bridge.*mspdi:Tunnel/);
});

test('another project of the same name does not overwrite tasks by their numbers', async () => {
  const outcomeOf = async (
    first: string,
    edit: (xml: string) => string,
    origin?: string,
  ): Promise<ReturnType<typeof planImport>> => {
    const { store } = await importedStore(first);
    const { plan: present } = store.snapshot;
    const project = { ...present.project, origin };
    return importInto({ ...present, project }, edit(first));
  };
  const renameOne = (xml: string): string => xml.replace('Deck', 'Arch');
  const renameTwo = (xml: string): string => renameOne(xml).replace('Pour', 'Dig');
  const id = '1D6F0A1C-0000-4000-8000-1D6F0A1C0000';
  const identified = bridge.replace('<Name>', `<GUID>${id}</GUID><Name>`);
  const other = await outcomeOf(bridge, renameTwo, 'mspdi:Bridge');
  assert.ok(!other.ok);
  assert.equal(other.error.code, 'command-refused');
  assert.match(other.error.message, /project of the same name.*--force/);
  const unsaid = await outcomeOf(bridge, renameTwo, undefined);
  assert.ok(!unsaid.ok);
  assert.match(unsaid.error.message, /have other titles.*--force/);
  assert.ok((await outcomeOf(bridge, renameOne, undefined)).ok);
  assert.ok((await outcomeOf(bridge, renameOne, 'mspdi:Bridge')).ok);
  assert.ok((await outcomeOf(identified, renameTwo, `mspdi:${id}`)).ok);
});

test('a file that is said to be of the same project is imported whatever its titles', async () => {
  const { store } = await importedStore(bridge);
  const { plan: present } = store.snapshot;
  const renamed = importText(bridge.replace('Deck', 'Arch').replace('Pour', 'Dig'));
  const random = seededRandom(1);
  const target = { plan: present, takenIds: new Set<string>(), random, isSameProject: true };
  assert.ok(planImport(renamed, target).ok);
});

test('new ids avoid those that are taken elsewhere', () => {
  const first = plan(bridge, emptyPlan).added.map(item => item.id);
  const target = { plan: emptyPlan, takenIds: new Set(first), random: seededRandom(7) };
  const outcome = planImport(importText(bridge), target);
  assert.ok(outcome.ok);
  assert.ok(outcome.value.added.every(item => !first.includes(item.id)));
});
