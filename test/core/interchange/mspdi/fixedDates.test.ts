import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportFrom, importInto, openPlan, spansOf } from './importInto.ts';
import { linkText, mspdiText, tasksText, type TaskElements } from './mspdiText.ts';

const day = { Duration: 'PT8H0M0S', DurationFormat: 7 };
const after = (uid: number): { readonly more: string } => ({
  more: linkText({ PredecessorUID: uid, Type: 1 }),
});
const dates = (start: string, finish: string): { Start: string; Finish: string } => ({
  Start: `2025-${start}T08:00:00`,
  Finish: `2025-${finish}T17:00:00`,
});
/** A file whose project works from 8 to 12 and 13 to 17. */
const fileOf = (...tasks: readonly TaskElements[]): string =>
  mspdiText(
    `<Calendars><Calendar><UID>1</UID><Name>Standard</Name></Calendar></Calendars>${tasksText(...tasks)}`,
  );

async function checkImport(
  xml: string,
  expected: Readonly<Record<string, string>>,
  ...told: readonly RegExp[]
): Promise<void> {
  const store = await openPlan();
  const { problems } = await importInto(store, xml);
  assert.deepEqual(spansOf(store), expected);
  assert.equal(problems.length, told.length, problems.map(({ message }) => message).join());
  problems.forEach(({ message }, place) => assert.match(message, told[place] ?? /^$/));
  assert.deepEqual((await importInto(store, xml)).changes, []);
  const xmlOfOurs = exportFrom(store);
  assert.deepEqual((await importInto(store, xmlOfOurs)).changes, []);
  const theirs = await openPlan();
  await importInto(theirs, xmlOfOurs);
  assert.deepEqual(spansOf(theirs), expected);
}

const manual = { Name: 'By hand', Manual: 1, Summary: 1, Duration: 'PT80H0M0S' };
const parts = [
  { UID: 2, OutlineLevel: 2, ...day },
  { UID: 3, ...day, ...after(1) },
];

test('[SUM-7] a summary scheduled by hand keeps its dates, and what waits for it follows', async () => {
  const given = dates('03-03', '03-14');
  const xml = fileOf(
    { UID: 1, ...manual, ...given, ManualStart: given.Start, ManualFinish: given.Finish },
    ...parts,
  );
  await checkImport(xml, {
    'By hand': '03-03T08:00 03-14T17:00',
    'Task 2': '03-03T08:00 03-03T17:00',
    'Task 3': '03-17T08:00 03-17T17:00',
  });
});

test('a summary scheduled by hand without dates follows its parts, and that is told', async () => {
  await checkImport(
    fileOf({ UID: 1, ...manual }, ...parts),
    {
      'By hand': '03-03T08:00 03-03T17:00',
      'Task 2': '03-03T08:00 03-03T17:00',
      'Task 3': '03-04T08:00 03-04T17:00',
    },
    /^1 task is scheduled by hand without a start .*: By hand \(UID 1\)$/,
  );
});

test('what waits for a task of another project waits for the dates that the file has of it', async () => {
  await checkImport(
    fileOf(
      { UID: 1, Name: 'Theirs', ExternalTask: 1, ...dates('04-07', '04-11') },
      { UID: 2, ...day, ...after(1) },
      { UID: 3, Name: 'Waits for us', ExternalTask: 1, ...dates('04-07', '04-11'), ...after(2) },
      { UID: 4, ...day, more: linkText({ PredecessorUID: 5, Type: 1, CrossProject: 1 }) },
      { UID: 5, Name: 'Nowhere', ExternalTask: 1 },
    ),
    {
      Theirs: '04-07T08:00 04-11T17:00',
      'Task 2': '04-14T08:00 04-14T17:00',
      'Task 4': '03-03T08:00 03-03T17:00',
    },
    /^1 link waits for a task of another project whose dates .*: Task 4/,
    /^1 task stands for a task of another project and is pinned .*: Theirs/,
    /^2 tasks stand for a task of another project .*: Waits for us.*Nowhere/,
  );
});

test('a project in another file stands where this file has it', async () => {
  await checkImport(
    fileOf(
      { UID: 1, Name: 'Sub', IsSubproject: 1, ...day, ...dates('03-10', '03-14') },
      { UID: 2, ...day, ...after(1) },
    ),
    { Sub: '03-10T08:00 03-14T17:00', 'Task 2': '03-17T08:00 03-17T17:00' },
    /^1 task stands for a project in another file/,
  );
});

test('tags that people give to a task of another project stay', async () => {
  const xml = fileOf(
    { UID: 1, ExternalTask: 1, ...dates('04-07', '04-11') },
    { UID: 2, ...day, ...after(1) },
  );
  const store = await openPlan();
  const { added } = await importInto(store, xml);
  const { id } = added[0] ?? { id: '' };
  assert.deepEqual(store.snapshot.plan.tasks.get(id)?.tags, ['external']);
  const tagged = { kind: 'set', id, field: ['tags'], value: ['ours'] } as const;
  assert.ok((await store.apply([tagged], 'Tag')).ok);
  assert.deepEqual((await importInto(store, xml)).changes, []);
});

test('a task without a duration is as long as its dates say', async () => {
  await checkImport(fileOf({ UID: 1, ...dates('03-05', '03-07') }, { UID: 2, ...after(1) }), {
    'Task 1': '03-03T08:00 03-05T17:00',
    'Task 2': '03-06T08:00 03-06T17:00',
  });
});

test('[DUR-2] an effort that waits for nobody keeps its dates where lengths count the hours of anybody', async () => {
  const store = await openPlan({
    'project.yaml':
      'name: Test\nstart: 2025-03-03\npeople:\n  ada: {}\n  bob: { leave: [{ on: 2025-03-03..2025-03-07 }] }\n',
    'tasks/T-AAAA.yaml': 'title: Both\nestimate: 10d\nassignees: [ada, bob]\n',
    'tasks/T-BBBB.yaml':
      'title: Half done\nestimate: 10d\nassignees: [ada, bob]\nstatus: doing\nstarted: 2025-03-03\nprogress: 0.5\n',
  });
  const dates = { Both: '03-03T09:00 03-12T13:00', 'Half done': '03-03T09:00 03-12T13:00' };
  assert.deepEqual(spansOf(store), dates);
  const other = await openPlan();
  await importInto(other, exportFrom(store));
  assert.deepEqual(spansOf(other), dates);
});
