import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant } from '../../../src/core/model/instant.ts';
import { emptyProject, standardCalendar, type Shift } from '../../../src/core/model/project.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { buildPeople, buildPlan } from '../../support/buildPlan.ts';
import { checkPlan, checkTasks, codes, late } from '../../support/scheduleWords.ts';

const day = { duration: '1d' };

test('[PIN-1] [PIN-3] a pinned task stands before what it waits for, and that is told', () => {
  const schedule = checkTasks(
    {
      'T-AAAA': { duration: '3d' },
      'T-BBBB': { ...day, pinned: '2026-03-03', dependsOn: ['T-AAAA'] },
      'T-CCCC': { ...day, dependsOn: ['T-BBBB'] },
    },
    { 'T-BBBB': '03-03T09:00 03-03T18:00', 'T-CCCC': '03-04T09:00 03-04T18:00' },
  );
  assert.deepEqual(codes(schedule), ['constraint-conflict']);
  assert.equal(schedule.datesOf('T-AAAA')?.totalFloat, -2 * 480);
});

test('[PIN-1] a status date, a constraint and the start of the project do not move it', () => {
  checkPlan(
    {
      statusDate: '2026-03-05',
      tasks: {
        'T-AAAA': { ...day, pinned: '2026-03-03T10:00', constraint: 'SNET 2026-03-09' },
        'T-BBBB': { ...day, pinned: '2026-02-26' },
        'T-CCCC': { ...day, pinned: '2026-03-03', started: '2026-03-04', finished: '2026-03-04' },
        'T-DDDD': { duration: '0d', pinned: '2026-03-07T10:00' },
      },
    },
    {
      'T-AAAA': '03-03T10:00 03-04T10:00',
      'T-BBBB': '02-26T09:00 02-26T18:00',
      'T-CCCC': '03-04T09:00 03-04T18:00',
      'T-DDDD': '03-07T10:00 03-07T10:00',
    },
  );
});

test('[PIN-2] its late dates stand where its successors leave them, links from its start aside', () => {
  const schedule = computeSchedule(
    buildPlan({
      tasks: {
        'T-AAAA': { ...day, pinned: '2026-03-02' },
        'T-BBBB': { ...day, pinned: '2026-03-09', dependsOn: ['T-AAAA'] },
        'T-CCCC': { ...day, pinned: '2026-03-02' },
        'T-DDDD': { ...day, pinned: '2026-03-04', dependsOn: ['T-CCCC SS+2d'] },
      },
    }),
  );
  assert.equal(late(schedule.datesOf('T-AAAA')), '03-06T09:00 03-09T09:00');
  assert.equal(late(schedule.datesOf('T-CCCC')), '03-09T09:00 03-09T18:00');
});

test('[SPLIT-1] a pause makes a task longer and is no work', () => {
  const schedule = checkTasks(
    {
      'T-AAAA': { duration: '5d', split: ['2d', '3d'] },
      'T-BBBB': { ...day, dependsOn: ['T-AAAA FS+50%'] },
      'T-CCCC': { duration: '6d', split: ['1d', '1d', '2d', '1d'] },
      'T-DDDD': { duration: '2d', split: ['0d', '1d', '5d', '1d'] },
      'T-EEEE': { duration: '2d', split: ['1d'] },
    },
    {
      'T-AAAA': '03-02T09:00 03-11T18:00',
      'T-BBBB': '03-16T14:00 03-17T13:00',
      'T-CCCC': '03-02T09:00 03-11T18:00',
      'T-DDDD': '03-02T09:00 03-03T18:00',
      'T-EEEE': '03-02T09:00 03-03T18:00',
    },
  );
  assert.equal(schedule.datesOf('T-AAAA')?.durationMinutes, 5 * 480);
  assert.equal(schedule.datesOf('T-CCCC')?.totalFloat, 3.5 * 480);
});

test('[SPLIT-2] what is left of a task that pauses goes on after the pause, or the status date', () => {
  const begun = { duration: '5d', split: ['2d', '3d'], started: '2026-03-02', progress: 0.4 };
  const check = (statusDate: string, expected: string): void => {
    const schedule = checkPlan({ statusDate, tasks: { 'T-AAAA': begun } }, { 'T-AAAA': expected });
    assert.equal(schedule.datesOf('T-AAAA')?.progress.toFixed(3), '0.400');
  };
  check('2026-03-03', '03-02T09:00 03-11T18:00');
  check('2026-03-04', '03-02T09:00 03-11T18:00');
  check('2026-03-10', '03-02T09:00 03-13T18:00');
});

test('[PRJ-8] along a chain that is planned late, all have the room before its first', () => {
  const schedule = computeSchedule(
    buildPlan({
      start: undefined,
      finish: '2026-03-27',
      tasks: {
        'T-AAAA': { duration: '10d' },
        'T-DDDD': day,
        'T-EEEE': { ...day, dependsOn: ['T-DDDD'] },
        'T-FFFF': { ...day, dependsOn: ['T-EEEE'] },
      },
    }),
  );
  const floats = schedule.ids.map(id => [id, schedule.datesOf(id)?.totalFloat]);
  assert.deepEqual(floats, [
    ['T-AAAA', 0],
    ['T-DDDD', 7 * 480],
    ['T-EEEE', 7 * 480],
    ['T-FFFF', 7 * 480],
  ]);
  assert.deepEqual(
    ['T-DDDD', 'T-EEEE'].map(id => formatInstant(schedule.datesOf(id)?.earlyStart ?? 0)),
    ['2026-03-16T09:00', '2026-03-17T09:00'],
  );
});

test('[PRJ-7] [ACT-3] what cannot be done by the finish after the status date is told', () => {
  const plan = (statusDate: string): readonly string[] =>
    computeSchedule(
      buildPlan({
        start: undefined,
        finish: '2026-03-27',
        statusDate,
        tasks: { 'T-AAAA': { duration: '10d' } },
      }),
    ).problems.map(({ message }) => message);
  assert.deepEqual(plan('2026-03-13'), []);
  assert.deepEqual(plan('2026-03-18'), [
    'The project cannot finish by 2026-03-27: what is left to do on the status date 2026-03-18 takes until 2026-04-01T18:00; move the finish or shorten what is left',
  ]);
});

test('[PRJ-7] a date that only the search for the start did not allow is no conflict', () => {
  const schedule = computeSchedule(
    buildPlan({
      start: undefined,
      finish: '2026-03-27',
      tasks: {
        'T-AAAA': { duration: '10d' },
        'T-CCCC': { ...day, constraint: 'FNLT 2026-03-20' },
        'T-EEEE': { ...day, constraint: 'MFO 2026-03-20' },
        'T-FFFF': { ...day, constraint: 'SNLT 2026-03-20' },
      },
    }),
  );
  assert.deepEqual(codes(schedule), []);
  const held = { ...day, constraint: 'MFO 2026-03-16', dependsOn: ['T-AAAA'] };
  const against = computeSchedule(
    buildPlan({
      start: undefined,
      finish: '2026-03-27',
      tasks: { 'T-AAAA': { duration: '2d', constraint: 'MSO 2026-03-16' }, 'T-BBBB': held },
    }),
  );
  assert.deepEqual(codes(against), ['constraint-conflict']);
});

test('[PRJ-7] [PRJ-8] a plan that states only its finish is scheduled back from it', () => {
  const schedule = checkPlan(
    {
      start: undefined,
      finish: '2026-03-13',
      tasks: {
        'T-AAAA': { duration: '3d' },
        'T-BBBB': { duration: '2d', dependsOn: ['T-AAAA'] },
        'T-CCCC': day,
        'T-DDDD': { ...day, constraint: 'ASAP' },
      },
    },
    {
      'T-AAAA': '03-09T09:00 03-11T18:00',
      'T-BBBB': '03-12T09:00 03-13T18:00',
      'T-CCCC': '03-13T09:00 03-13T18:00',
      'T-DDDD': '03-09T09:00 03-09T18:00',
    },
  );
  assert.equal(formatInstant(schedule.start), '2026-03-09T09:00');
  assert.equal(formatInstant(schedule.finish), '2026-03-13T18:00');
  assert.deepEqual(codes(schedule), []);
  const floats = ['T-AAAA', 'T-BBBB', 'T-CCCC', 'T-DDDD'].map(
    id => schedule.datesOf(id)?.totalFloat,
  );
  assert.deepEqual(floats, [0, 0, 4 * 480, 4 * 480]);
});

test('[PRJ-7] [PRJ-8] early work begins with the project, also where a pin lies before all', () => {
  const schedule = computeSchedule(
    buildPlan({
      start: undefined,
      finish: '2026-06-01',
      tasks: { 'T-AAAA': { duration: '2d' }, 'T-LLLL': { duration: '1d', pinned: '2025-06-02' } },
    }),
  );
  assert.equal(schedule.datesOf('T-AAAA')?.totalFloat, 0);
});

test('[PRJ-7] summaries and started work are scheduled back too', () => {
  checkPlan(
    {
      start: undefined,
      finish: '2026-03-13',
      tasks: {
        'T-SSSS': {},
        'T-AAAA': { ...day, parent: 'T-SSSS' },
        'T-BBBB': { ...day, parent: 'T-SSSS', dependsOn: ['T-AAAA'] },
        'T-CCCC': { ...day, dependsOn: ['T-SSSS'] },
        'T-DDDD': { duration: '2d', started: '2026-03-05', status: 'doing', progress: 0.5 },
      },
    },
    {
      'T-SSSS': '03-11T09:00 03-12T18:00',
      'T-CCCC': '03-13T09:00 03-13T18:00',
      'T-DDDD': '03-05T09:00 03-06T18:00',
    },
  );
});

test('[PRJ-9] with a start, a finish that cannot be kept is told', () => {
  const tasks = { 'T-AAAA': { duration: '3d' } };
  const check = (finish: string, expected: readonly string[]): void =>
    assert.deepEqual(codes(computeSchedule(buildPlan({ finish, tasks }))), expected);
  check('2026-03-04', []);
  check('2026-03-03', ['deadline-missed']);
});

test('[ACT-8] FNET holds the finish of started work', () => {
  checkTasks(
    { 'T-AAAA': { duration: '2d', started: '2026-03-02', constraint: 'FNET 2026-03-06' } },
    { 'T-AAAA': '03-02T09:00 03-06T18:00' },
  );
});

test('[FLOAT-5] what is finished has no free float and takes none', () => {
  const schedule = computeSchedule(
    buildPlan({
      tasks: {
        'T-AAAA': { ...day, started: '2026-03-02', finished: '2026-03-02' },
        'T-BBBB': { ...day, dependsOn: ['T-AAAA'], constraint: 'SNET 2026-03-05' },
        'T-CCCC': { duration: '1d' },
        'T-DDDD': { ...day, dependsOn: ['T-CCCC'], started: '2026-03-02', finished: '2026-03-02' },
      },
    }),
  );
  assert.equal(schedule.datesOf('T-AAAA')?.freeFloat, 0);
  assert.equal(schedule.datesOf('T-CCCC')?.freeFloat, 3 * 480);
});

test('[CAL-9] a task that keeps its people’s hours works when both do, also past midnight', () => {
  const calendar = (key: string, shift: Shift): [string, typeof standardCalendar] => [
    key,
    { ...standardCalendar, key, week: [0, 1, 2, 3, 4].map(() => [shift]).concat([[], []]) },
  ];
  const project = {
    calendars: new Map([
      ...emptyProject.calendars,
      calendar('night', { from: 22 * 60, to: 30 * 60 }),
      calendar('late', { from: 18 * 60, to: 24 * 60 }),
      calendar('early', { from: 2 * 60, to: 4 * 60 }),
    ]),
    people: buildPeople({
      ada: { calendar: 'late' },
      eve: { calendar: 'early' },
      bob: { calendar: 'standard' },
    }),
  };
  const night = { duration: '4h', calendar: 'night', keepsPeopleHours: true };
  const schedule = checkPlan(
    {
      project,
      tasks: {
        'T-AAAA': { ...night, assignees: ['ada'] },
        'T-BBBB': { ...night, assignees: ['ada', 'eve'] },
        'T-CCCC': { ...night, assignees: ['bob'] },
        'T-DDDD': { ...night, assignees: ['ada'], keepsPeopleHours: false },
      },
    },
    {
      'T-AAAA': '03-02T22:00 03-04T00:00',
      'T-BBBB': '03-02T22:00 03-03T04:00',
      'T-CCCC': '03-02T22:00 03-03T02:00',
      'T-DDDD': '03-02T22:00 03-03T02:00',
    },
  );
  assert.deepEqual(codes(schedule), ['calendar-empty']);
});

test('[LATE-4] a night shift may end late when its successors begin', () => {
  const night = {
    ...standardCalendar,
    key: 'night',
    week: [0, 1, 2, 3, 4].map((): readonly Shift[] => [{ from: 1320, to: 1800 }]).concat([[], []]),
  };
  const schedule = computeSchedule(
    buildPlan({
      project: { calendars: new Map([...emptyProject.calendars, ['night', night]]) },
      tasks: {
        'T-AAAA': { duration: '8h', calendar: 'night' },
        'T-BBBB': { duration: '8h', calendar: 'night', dependsOn: ['T-AAAA'] },
        'T-CCCC': { duration: '8h', dependsOn: ['T-BBBB'] },
        'T-DDDD': { duration: '4h', calendar: 'night' },
      },
    }),
  );
  assert.equal(late(schedule.datesOf('T-AAAA')), '03-02T22:00 03-03T22:00');
  assert.equal(late(schedule.datesOf('T-BBBB')), '03-03T22:00 03-04T09:00');
  assert.equal(late(schedule.datesOf('T-DDDD')), '03-04T02:00 03-04T18:00');
  const floats = ['T-AAAA', 'T-BBBB', 'T-DDDD'].map(id => schedule.datesOf(id)?.totalFloat);
  assert.deepEqual(floats, [0, 0, 720]);
});
