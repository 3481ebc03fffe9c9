import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportMspdi } from '../../../../src/core/interchange/mspdi/exportMspdi.ts';
import type { ImportOutcome } from '../../../../src/core/interchange/planImport.ts';
import { outlineTasks } from '../../../../src/core/interchange/outlineOrder.ts';
import { computeSchedule } from '../../../../src/core/schedule/computeSchedule.ts';
import type { ProjectStore } from '../../../../src/core/store/projectStore.ts';
import { importInto, openPlan } from './importInto.ts';
import { linkText, mspdiText, tasksText } from './mspdiText.ts';

function fileOf(...uids: readonly number[]): string {
  return mspdiText(tasksText(...uids.map(UID => ({ UID, Duration: 'PT8H0M0S' }))));
}

function titlesOf({ snapshot: { plan } }: ProjectStore): readonly string[] {
  return outlineTasks(plan, computeSchedule(plan)).map(({ task }) => task.title);
}

test('a changed order is taken over at once, and the same file again changes nothing', async () => {
  const store = await openPlan();
  await importInto(store, fileOf(1, 2, 3, 4, 5, 6));
  const second = [...store.snapshot.plan.tasks.values()].find(({ title }) => title === 'Task 2');
  assert.ok((await store.apply([{ kind: 'remove', id: second?.id ?? '' }], 'Remove')).ok);
  const edited = fileOf(1, 2, 4, 5, 9, 6);
  await importInto(store, edited);
  const order = titlesOf(store).filter(title => title !== 'Task 3');
  assert.deepEqual(
    order,
    [1, 2, 4, 5, 9, 6].map(uid => `Task ${uid}`),
  );
  assert.deepEqual((await importInto(store, edited)).changes, []);
});

test('a task put between those of our own plan stands where it was put', async () => {
  const store = await openPlan({
    'tasks/T-AAAA.yaml': 'title: A\nrank: 10\n',
    'tasks/T-BBBB.yaml': 'title: B\nrank: 20\n',
    'tasks/T-CCCC.yaml': 'title: C\nrank: 30\n',
  });
  const { plan } = store.snapshot;
  const xml = exportMspdi(plan, computeSchedule(plan));
  const isolated = /<Task>(?:(?!<Task>)[\s\S])*?>B<[\s\S]*?<\/Task>/.exec(xml)?.[0] ?? '';
  const edited = xml.replace(
    isolated,
    `<Task><UID>77</UID><Name>New</Name><OutlineLevel>1</OutlineLevel></Task>${isolated}`,
  );
  await importInto(store, edited);
  assert.deepEqual(titlesOf(store), ['A', 'New', 'B', 'C']);
  assert.deepEqual((await importInto(store, edited)).changes, []);
});

test('a task that our own plan has and the file has not leaves the ranks of the others', async () => {
  const store = await openPlan({
    'tasks/T-AAAA.yaml': 'title: A\nrank: 10\n',
    'tasks/T-BBBB.yaml': 'title: B\nrank: 20\n',
    'tasks/T-CCCC.yaml': 'title: C\nrank: 30\n',
  });
  const { plan } = store.snapshot;
  const xml = exportMspdi(plan, computeSchedule(plan));
  const isolated = /<Task>(?:(?!<Task>)[\s\S])*?>B<[\s\S]*?<\/Task>/.exec(xml)?.[0] ?? '';
  assert.deepEqual((await importInto(store, xml.replace(isolated, ''))).changes, []);
});

const twoTasks = (second: Readonly<Record<string, string | number>>): string =>
  mspdiText(
    tasksText(
      { UID: 1, Duration: 'PT8H0M0S', Notes: 'Theirs' },
      { UID: 2, Duration: 'PT8H0M0S', ...second },
    ),
  );
const toldBy = ({ problems }: ImportOutcome): string =>
  problems.map(({ message }) => message).join('; ');

test('the last dependency goes with its field', async () => {
  const store = await openPlan();
  await importInto(store, twoTasks({ more: linkText({ PredecessorUID: 1, Type: 1 }) }));
  const { changes } = await importInto(store, twoTasks({}));
  assert.deepEqual(
    changes.map(change => change.kind === 'set' && [change.field, change.value]),
    [[['dependsOn'], undefined]],
  );
});

test('progress that a file takes back is told, and progress that it brings is not', async () => {
  const store = await openPlan();
  await importInto(store, twoTasks({}));
  const begun = { PercentComplete: 50, ActualStart: '2025-03-03T08:00:00' };
  const done = { PercentComplete: 100, ActualStart: begun.ActualStart };
  assert.equal(toldBy(await importInto(store, twoTasks(begun))), '');
  assert.equal(toldBy(await importInto(store, twoTasks(done))), '');
  assert.match(toldBy(await importInto(store, twoTasks(begun))), /^1 task is further in the plan/);
  // A file that knows nothing of progress takes none back.
  const unknown = await importInto(store, twoTasks({}));
  assert.deepEqual(unknown.changes, []);
  assert.match(toldBy(unknown), /^1 task has values that the file has none of \(status, started/);
});

test('a description that the file has no more is kept, and that is told', async () => {
  const store = await openPlan();
  await importInto(store, twoTasks({}));
  const outcome = await importInto(store, twoTasks({}).replace('<Notes>Theirs</Notes>', ''));
  assert.deepEqual(outcome.changes, []);
  assert.match(toldBy(outcome), /^1 task has a description and no notes in the file, and keeps it/);
});

test('a week of four long days is taken over the first time, and a second time nothing changes', async () => {
  const task = { UID: 1, Duration: 'PT80H0M0S', DurationFormat: 9 };
  const long = mspdiText(tasksText(task), { MinutesPerDay: 600, MinutesPerWeek: 2400 });
  const store = await openPlan();
  await importInto(store, long);
  const [first] = store.snapshot.plan.tasks.keys();
  const dates = computeSchedule(store.snapshot.plan).datesOf(first ?? '');
  assert.equal(dates?.durationMinutes, 80 * 60);
  assert.deepEqual((await importInto(store, long)).changes, []);
});
