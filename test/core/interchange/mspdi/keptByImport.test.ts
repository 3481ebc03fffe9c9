import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change, PlainValue } from '../../../../src/core/model/change.ts';
import { projectId } from '../../../../src/core/model/change.ts';
import { plainTask } from '../../../../src/core/interchange/plainItem.ts';
import type { ImportOutcome } from '../../../../src/core/interchange/planImport.ts';
import { tellOverwritten } from '../../../../src/core/interchange/overwrittenValues.ts';
import type { ProjectStore } from '../../../../src/core/store/projectStore.ts';
import { importInto, openPlan } from './importInto.ts';
import { mspdiText, tasksText } from './mspdiText.ts';

type Cells = Readonly<Record<string, string | number>>;

function fileOf(more: Cells = {}): string {
  const day = { Duration: 'PT8H0M0S', DurationFormat: 7 };
  return mspdiText(tasksText({ UID: 1, ...day, ...more }, { UID: 2, ...day }));
}

/** A plan that was imported, and edited since. */
async function editedPlan(
  file: string,
  fields: Readonly<Record<string, PlainValue>>,
): Promise<ProjectStore> {
  const store = await openPlan();
  await importInto(store, file);
  const id = idOf(store);
  const edits = Object.entries(fields).map(([field, value]): Change => ({
    kind: 'set',
    id,
    field: [field],
    value,
  }));
  assert.ok((await store.apply(edits, 'Edit')).ok);
  return store;
}

function idOf({ snapshot: { plan } }: ProjectStore): string {
  return [...plan.tasks.values()].find(({ origin }) => origin === 'mspdi:1')?.id ?? '';
}

function fieldsOf(store: ProjectStore): Readonly<Record<string, PlainValue>> {
  const task = store.snapshot.plan.tasks.get(idOf(store));
  assert.ok(task);
  return plainTask(task);
}

const toldBy = ({ overwritten }: ImportOutcome): readonly string[] =>
  overwritten.map(value => tellOverwritten(value));
const saidBy = ({ problems }: ImportOutcome): string =>
  problems.map(({ message }) => message).join('; ');

const local: Readonly<Record<string, PlainValue>>[] = [
  { deadline: '2025-03-20' },
  { constraint: 'SNET 2025-03-10' },
  { pinned: '2025-03-10' },
  { calendar: 'standard' },
  { split: ['0.5d', '0.5d'] },
  { status: 'done', started: '2025-03-03', finished: '2025-03-04' },
  { status: 'doing', started: '2025-03-03', progress: '40%' },
  { status: 'doing', started: '2025-03-03', remaining: '0.5d' },
  { status: 'dropped' },
  { estimate: '2d..3d..5d' },
  { assignees: ['ada'] },
  { priority: 'high' },
];

test('what the file says nothing of stays as the plan has it, whatever field it is', async () => {
  for (const file of [
    fileOf(),
    fileOf({ PercentComplete: 0, ConstraintType: 0, CalendarUID: -1 }),
  ]) {
    for (const fields of local) {
      const store = await editedPlan(file, fields);
      const before = fieldsOf(store);
      const outcome = await importInto(store, file);
      assert.deepEqual(outcome.changes, [], JSON.stringify(fields));
      assert.deepEqual(outcome.overwritten, []);
      assert.deepEqual(fieldsOf(store), before);
    }
  }
});

test('what stays although the file does not have it is told by its fields', async () => {
  const store = await editedPlan(fileOf(), {
    deadline: '2025-03-20',
    status: 'done',
    finished: '2025-03-04',
  });
  assert.match(
    saidBy(await importInto(store, fileOf())),
    /^1 task has values that the file has none of \(status, deadline, finished\), and keeps them: T-/,
  );
});

test('what is overwritten is told with what was there and what comes', async () => {
  const file = fileOf({ Deadline: '2025-03-14T17:00:00' });
  const store = await editedPlan(file, { title: 'Ours', deadline: '2025-03-20', duration: '3d' });
  const outcome = await importInto(store, file);
  assert.deepEqual(toldBy(outcome), [
    'title Task 1 instead of Ours',
    'duration 1d instead of 3d',
    'deadline 2025-03-14T17:00 instead of 2025-03-20',
  ]);
  assert.ok(outcome.overwritten.every(({ id }) => id === idOf(store)));
});

test('progress that the file has takes the place of that of the plan, as a whole', async () => {
  const begun = { PercentComplete: 50, ActualStart: '2025-03-03T08:00:00' };
  const store = await editedPlan(fileOf(), {
    status: 'done',
    started: '2025-03-03',
    finished: '2025-03-04',
  });
  const outcome = await importInto(store, fileOf(begun));
  assert.deepEqual(toldBy(outcome), [
    'status doing instead of done',
    'no finished instead of 2025-03-04',
  ]);
  assert.match(saidBy(outcome), /further in the plan than in the file/);
  assert.equal(fieldsOf(store)['progress'], '50%');
});

test('a constraint of the plan stays beside a pin of the file, which goes before it', async () => {
  const manual = { Manual: 1, ManualStart: '2025-03-05T08:00:00', Start: '2025-03-05T08:00:00' };
  const store = await editedPlan(fileOf(manual), { constraint: 'SNET 2025-03-10' });
  assert.deepEqual((await importInto(store, fileOf(manual))).changes, []);
});

test('of the project, too, what the file says nothing of stays, and the rest is told', async () => {
  const calendars = `<CalendarUID>1</CalendarUID><StatusDate>2025-03-04T17:00:00</StatusDate><Calendars><Calendar>
    <UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays><WeekDay><DayType>2</DayType>
    <DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>16:00:00</ToTime>
    </WorkingTime></WorkingTimes></WeekDay></WeekDays></Calendar></Calendars>`;
  const file = fileOf().replace('<Tasks>', `${calendars}<Tasks>`);
  const store = await openPlan();
  await importInto(store, file);
  const edit = (path: readonly string[], value: PlainValue): Change => ({
    kind: 'set',
    id: projectId,
    field: path,
    value,
  });
  const edits = [
    edit(['calendars', 'standard', 'exceptions'], [{ on: '2025-03-07', title: 'Bridge day' }]),
    edit(['statusDate'], '2025-03-11'),
    edit(['finish'], '2025-04-30'),
    edit(['criticalFloat'], '1d'),
  ];
  assert.ok((await store.apply(edits, 'Edit')).ok);
  const outcome = await importInto(store, file);
  assert.deepEqual(outcome.projectFields, ['statusDate']);
  assert.match(toldBy(outcome).join(), /^statusDate 2025-03-04(T17:00)? instead of 2025-03-11$/);
  const { project } = store.snapshot.plan;
  assert.equal(project.calendars.get('standard')?.exceptions.length, 1);
  assert.ok(project.finish);
  assert.equal(project.criticalFloat, 480);
});
