import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elements, mspdiText, tasksText } from './mspdiText.ts';
import { exportFrom, importInto, openPlan, spansOf } from './importInto.ts';

const twoDays = { Duration: 'PT16H0M0S' };
const begun = {
  Duration: 'PT32H0M0S',
  ActualStart: '2025-03-03T09:00:00',
  PercentComplete: 25,
  ActualDuration: 'PT8H0M0S',
  RemainingDuration: 'PT24H0M0S',
};
const fileOf = (project: Readonly<Record<string, string>>): string =>
  mspdiText(tasksText({ UID: 1, ...twoDays }, { UID: 2, ...begun }), {
    ...project,
    StartDate: '2025-03-03T09:00:00',
  });
const stated = { StatusDate: '2025-03-12T18:00:00' };
const unmoved = { 'Task 1': '03-03T09:00 03-05T09:00', 'Task 2': '03-03T09:00 03-07T09:00' };

test('a status date from Project moves nothing, and nothing at the second import', async () => {
  const store = await openPlan();
  await importInto(store, fileOf(stated));
  assert.deepEqual(spansOf(store), unmoved);
  assert.deepEqual((await importInto(store, fileOf(stated))).changes, []);
});

test('a status date that comes with a later import moves nothing either', async () => {
  const store = await openPlan();
  await importInto(store, fileOf({}));
  const { projectFields } = await importInto(store, fileOf(stated));
  assert.deepEqual(projectFields, ['statusDate', 'moveOpenWork']);
  assert.deepEqual(spansOf(store), unmoved);
});

test('who has open work moved keeps it moved when the file is read again', async () => {
  const store = await openPlan();
  await importInto(store, fileOf(stated));
  const choice = { kind: 'set', id: 'project', field: ['moveOpenWork'], value: true } as const;
  assert.ok((await store.apply([choice], 'Choose')).ok);
  const { projectFields } = await importInto(store, fileOf({ StatusDate: '2025-03-13T18:00:00' }));
  assert.deepEqual(projectFields, ['statusDate']);
  assert.equal(spansOf(store)['Task 1'], '03-14T08:00 03-17T17:00');
});

const files = {
  'project.yaml':
    'name: Ours\nstart: 2025-03-03\nstatusDate: 2025-03-12\npeople: { ada: { name: Ada } }\n',
  'tasks/T-AAAA.yaml': 'title: A\nduration: 2d\n',
  'tasks/T-BBBB.yaml': 'title: B after A\nduration: 1d\ndependsOn: [T-AAAA]\n',
  'tasks/T-CCCC.yaml': 'title: C held before\nduration: 1d\nconstraint: SNET 2025-03-05\n',
  'tasks/T-DDDD.yaml': 'title: D held after\nduration: 1d\nconstraint: SNET 2025-03-20\n',
  'tasks/T-EEEE.yaml':
    'title: E begun\nduration: 4d\nstatus: doing\nstarted: 2025-03-03\nprogress: 25%\n',
  'tasks/T-FFFF.yaml':
    'title: F begun, nobody knows when\nduration: 4d\nstatus: doing\nprogress: 50%\n',
  'tasks/T-GGGG.yaml':
    'title: G paused\nduration: 6d\nsplit: [1d, 1d, 2d, 1d]\nassignees: [ada]\nstatus: doing\nstarted: 2025-03-03\nprogress: 50%\n',
  'tasks/T-HHHH.yaml': 'title: H reached\nduration: 0d\n',
  'tasks/T-JJJJ.yaml':
    'title: J done\nduration: 1d\nstatus: done\nstarted: 2025-03-03\nfinished: 2025-03-03\n',
  'tasks/T-KKKK.yaml': 'title: K pinned\nduration: 1d\npinned: 2025-03-04\n',
  'tasks/T-SSSS.yaml': 'title: S\n',
  'tasks/T-PPPP.yaml': 'title: P in S\nparent: T-SSSS\nduration: 1d\n',
};

test('[ACT-10] an export says by dates of its tasks what the status date moves', async () => {
  const ours = await openPlan(files);
  const theirs = await openPlan();
  await importInto(theirs, exportFrom(ours));
  assert.equal(theirs.snapshot.plan.project.movesOpenWork, false);
  assert.deepEqual(spansOf(theirs), spansOf(ours));
  assert.equal(spansOf(ours)['A'], '03-13T09:00 03-14T18:00');
});

test('only what the status date itself moves gets a constraint', async () => {
  const xml = exportFrom(await openPlan(files));
  const held = [...xml.matchAll(/<Name>([^<]*)<\/Name>(?:(?!<Name>)[\s\S])*?<ConstraintType>4</g)];
  assert.deepEqual(held.map(([, name]) => name?.[0]).sort(), ['A', 'C', 'D', 'H', 'P']);
});

test('a plan whose open work is moved comes back unchanged', async () => {
  const store = await openPlan(files);
  assert.deepEqual((await importInto(store, exportFrom(store))).changes, []);
  const still = { kind: 'set', id: 'project', field: ['moveOpenWork'], value: false } as const;
  assert.ok((await store.apply([still], 'Choose')).ok);
  assert.deepEqual((await importInto(store, exportFrom(store))).changes, []);
});

test('the float up to which work is critical goes over and comes back', async () => {
  const store = await openPlan();
  const limit = (days: number): string =>
    mspdiText(tasksText({ UID: 1 }), { CriticalSlackLimit: days });
  await importInto(store, limit(2));
  assert.equal(store.snapshot.plan.project.criticalFloat, 960);
  assert.match(exportFrom(store), /<CriticalSlackLimit>2</);
  assert.deepEqual((await importInto(store, exportFrom(store))).projectFields, []);
  const finer = { kind: 'set', id: 'project', field: ['criticalFloat'], value: '1.5d' } as const;
  assert.ok((await store.apply([finer], 'Choose')).ok);
  assert.deepEqual((await importInto(store, exportFrom(store))).projectFields, []);
  const other = await importInto(store, limit(3));
  assert.deepEqual(other.projectFields, ['criticalFloat']);
  assert.equal(store.snapshot.plan.project.criticalFloat, 1440);
  // 0 is what the format has for none, and takes nothing away.
  assert.deepEqual((await importInto(store, limit(0))).projectFields, []);
});

test('that a project has a critical path for each chain is told', async () => {
  const outcome = await importInto(
    await openPlan(),
    mspdiText(elements({}), { MultipleCriticalPaths: 1 }),
  );
  assert.match(outcome.problems.map(({ message }) => message).join(), /critical path for each/);
});
