import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planImport } from '../../../../src/core/interchange/planImport.ts';
import { computeSchedule } from '../../../../src/core/schedule/computeSchedule.ts';
import { ProjectStore } from '../../../../src/core/store/projectStore.ts';
import { memoryFiles } from '../../../support/memoryFiles.ts';
import { seededRandom } from '../../../support/seededRandom.ts';
import { importTask, importText, linkText, mspdiText, tasksText } from './mspdiText.ts';

type Elements = Readonly<Record<string, string | number>>;

const day = { Duration: 'PT8H0M0S', DurationFormat: 7 };

/** The messages of a file with one task of these elements, each by one problem with the task's name. */
function checkTold(elements: Elements, ...expected: readonly RegExp[]): void {
  check(tasksText({ UID: 7, ...elements }), 'Task 7 (UID 7)', expected);
}

function checkLinkTold(link: Elements, dependsOn: unknown, ...expected: readonly RegExp[]): void {
  const more = linkText({ PredecessorUID: 1, Type: 1, ...link });
  const tasks = tasksText({ UID: 1, ...day }, { UID: 7, ...day, more });
  assert.deepEqual(importTask(mspdiText(tasks), 7).dependsOn, dependsOn);
  check(tasks, 'Task 7 (UID 7)', expected);
}

function check(tasks: string, name: string, expected: readonly RegExp[]): void {
  const { problems } = importText(mspdiText(tasks));
  const messages = problems.map(({ message }) => message);
  assert.equal(messages.length, expected.length, messages.join('\n'));
  for (const [i, pattern] of expected.entries()) {
    assert.equal(problems[i]?.code, 'import-partial');
    assert.match(messages[i] ?? '', pattern);
    assert.ok(messages[i]?.endsWith(`: ${name}`), messages[i]);
  }
}

function checkField(field: string, elements: Elements, expected: unknown): void {
  const task = importTask(mspdiText(tasksText({ UID: 7, ...elements })));
  assert.deepEqual(task.fields[field], expected, JSON.stringify(elements));
}

test('a length that cannot be kept is told', () => {
  const tooLong = { Duration: 'PT8000000H0M0S', DurationFormat: 7 };
  checkTold(tooLong, /^1 task has a duration of more than a century/);
  checkField('duration', tooLong, '1000000d');
  checkField(
    'duration',
    { ...tooLong, Duration: 'PT99999999999999999999999H0M0S' },
    '16666666666.7h',
  );
  for (const Duration of ['junk', '-PT8H0M0S', 'PT-8H0M0S']) {
    checkTold({ Duration }, /^1 task has a duration that cannot be read or is below zero/);
    checkField('duration', { Duration }, undefined);
    const dates = { Start: '2025-03-03T08:00:00', Finish: '2025-03-05T12:00:00' };
    checkField('duration', { Duration, ...dates }, '2.5d');
  }
  checkTold({ ...day, Work: 'PT9000000H0M0S' }, /^1 task has work that/);
  checkTold({ ...day, ActualWork: 'junk' }, /^1 task has work that/);
  checkTold({ ...day, FixedCost: '1e30' }, /^1 task has a fixed cost that is no amount/);
  checkTold({ ...day, FixedCost: -1200 }, /^1 task has a fixed cost that is no amount/);
  const begun = { ...day, PercentComplete: 30, ActualStart: '2025-03-03T08:00:00' };
  checkTold({ ...begun, RemainingDuration: 'PT9000000H0M0S' }, /^1 task has a remaining duration/);
  checkField('progress', { ...begun, RemainingDuration: 'PT9000000H0M0S' }, '30%');
  checkTold({ ...begun, RemainingDuration: '-PT1H0M0S' }, /^1 task has a remaining duration/);
});

test('a lag or type of a link that means nothing is told, and the link is kept', () => {
  const plain = [{ predecessor: 'mspdi:1', type: 'FS', lagText: '' }];
  const tooLong = /^1 link waits for more than a century/;
  const lagging = (lagText: string): typeof plain => [
    { predecessor: 'mspdi:1', type: 'FS', lagText },
  ];
  const huge = 4_800_000_000;
  checkLinkTold({ LinkLag: huge, LagFormat: 7 }, lagging('+1000000d'), tooLong);
  checkLinkTold({ LinkLag: -huge, LagFormat: 7 }, lagging('-1000000d'), tooLong);
  checkLinkTold({ LinkLag: '1e30', LagFormat: 19 }, lagging('+10000000000000%'), tooLong);
  checkLinkTold({ LinkLag: 'abc' }, plain, /^1 link has a lag that is no number/);
  checkLinkTold({ Type: 9 }, plain, /^1 link is of an unknown type/);
  checkLinkTold({ LinkLag: '1e-9', LagFormat: 19 }, plain);
});

test('constraints, dates and calendars that mean nothing are told and left out', () => {
  const date = { ConstraintDate: '2026-13-45T08:00:00' };
  checkTold({ ConstraintType: 4 }, /^1 task has a constraint without a valid date/);
  checkTold({ ConstraintType: 2, ...date }, /^1 task has a constraint without a valid date/);
  checkTold({ ConstraintType: 99 }, /^1 task has a constraint of an unknown type/);
  checkTold({ ConstraintType: 'abc' }, /^1 task has a constraint of an unknown type/);
  checkTold({ Deadline: 'xx' }, /^1 task has a deadline that is no date/);
  checkTold({ Deadline: '1984-01-01T00:00:00' });
  checkTold({ CalendarUID: 77 }, /^1 task names a calendar that is not imported/);
  checkTold({ CalendarUID: -1 });
  checkTold({ ActualStart: 'xx' }, /^1 task has an actual start or finish that is no date/);
});

test('progress beyond its bounds is told and bounded', () => {
  const outside = /^1 task has progress that is not between 0 and 100 %/;
  checkTold({ ...day, PercentComplete: 250 }, outside);
  checkField('status', { ...day, PercentComplete: 250 }, 'done');
  checkTold({ ...day, PercentComplete: -5 }, outside);
  checkTold({ ...day, PercentComplete: 'most' }, outside);
  checkField('status', { ...day, PercentComplete: 'most' }, 'todo');
});

test('what a project says beyond the bounds of a plan is told and not taken over', () => {
  const checkProject = (project: Elements, ...expected: readonly RegExp[]): void => {
    const imported = importText(mspdiText(tasksText({ UID: 1, ...day }), project));
    const messages = imported.problems.map(({ message }) => message);
    assert.equal(messages.length, expected.length, messages.join('\n'));
    for (const [i, pattern] of expected.entries()) assert.match(messages[i] ?? '', pattern);
    assert.equal(imported.project['hoursPerDay'], 8);
    assert.equal(imported.project['daysPerMonth'], 20);
  };
  checkProject({});
  checkProject({ MinutesPerDay: 1_000_000 }, /^The project counts its days, weeks or months/);
  checkProject({ MinutesPerDay: 0.001, DaysPerMonth: 99 }, /^The project counts its days/);
  checkProject({ StartDate: 'junk' }, /^The project has a start, finish or status date that is no/);
});

test('shares of working time beyond their bounds are told and count as whole', () => {
  const people = (units: string): string =>
    `<Resources><Resource><UID>1</UID><Name>Ada</Name><MaxUnits>${units}</MaxUnits></Resource></Resources>`;
  const assignment =
    '<Assignments><Assignment><TaskUID>7</TaskUID><ResourceUID>1</ResourceUID><Units>1e30</Units></Assignment></Assignments>';
  const tasks = tasksText({ UID: 7, ...day });
  check(tasks + people('1e30'), 'Ada (UID 1)', [/^1 resource has units/]);
  check(tasks + people('200'), 'Ada (UID 1)', [/^1 resource has units/]);
  check(tasks + people('100'), '', []);
  const { problems, tasks: imported } = importText(mspdiText(tasks + people('1') + assignment));
  assert.match(problems[0]?.message ?? '', /^1 assignment has units/);
  assert.deepEqual(imported[0]?.fields['assignees'], ['ada']);
});

test('a task without a number is told', () => {
  check('<Tasks><Task><Name>Lost</Name></Task></Tasks>', 'Lost', [/^1 task has no number/]);
});

test('several tasks with the same fault are one problem that names the first of them', () => {
  const uids = [1, 2, 3, 4, 5];
  const { problems } = importText(
    mspdiText(tasksText(...uids.map(UID => ({ UID, Deadline: 'xx' })))),
  );
  assert.deepEqual(
    problems.map(({ message }) => message),
    [
      '5 tasks have a deadline that is no date and is left out: Task 1 (UID 1), Task 2 (UID 2), Task 3 (UID 3) and 2 more',
    ],
  );
});

test('a file with lengths that cannot be kept is imported with all of its tasks', async () => {
  const more = linkText({ PredecessorUID: 1, Type: 1, LinkLag: 4_800_000_000, LagFormat: 7 });
  const percent = linkText({ PredecessorUID: 1, Type: 1, LinkLag: '1e30', LagFormat: 19 });
  const store = await ProjectStore.open(
    memoryFiles({ 'project.yaml': 'name: Test\nstart: 2025-03-03\n' }),
  );
  const imported = importText(
    mspdiText(
      tasksText(
        { UID: 1, Duration: 'PT8000000H0M0S' },
        { UID: 2, ...day, more, Work: 'PT9000000H0M0S', ActualWork: '-PT1H0M0S' },
        { UID: 3, ...day, more: percent, FixedCost: '1e30' },
        { UID: 4, ...day, PercentComplete: '1e-9', RemainingDuration: 'PT9000000H0M0S' },
      ),
    ),
  );
  const target = {
    plan: store.snapshot.plan,
    takenIds: new Set<string>(),
    random: seededRandom(3),
  };
  const outcome = planImport(imported, target);
  assert.ok(outcome.ok);
  const applied = await store.apply(outcome.value.changes, 'Import');
  assert.ok(applied.ok, applied.ok ? '' : applied.error.message);
  assert.equal(store.snapshot.plan.tasks.size, 4);
  assert.deepEqual(
    store.snapshot.problems.map(({ code }) => code),
    ['duration-implausible', 'duration-implausible'],
  );
  const { problems, ids } = computeSchedule(store.snapshot.plan);
  assert.deepEqual(
    problems.map(({ code }) => code).filter(code => code !== 'progress-mismatch'),
    ['horizon-exceeded'],
  );
  assert.equal(ids.length, 1);
});
