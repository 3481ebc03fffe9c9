import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant, parsePlanDate } from '../../../src/core/model/instant.ts';
import { standardCalendar } from '../../../src/core/model/project.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { buildPeople, buildPlan, type PlanWords, type TaskWords } from '../../support/buildPlan.ts';
import { checkPlan, checkTasks, codes, span } from '../../support/scheduleWords.ts';

const threeDays: TaskWords = { duration: '3d' };

test('[TASK-1] a milestone task stays at the end of the period, other work starts at the next', () => {
  const schedule = checkTasks(
    {
      'T-AAAA': { duration: '5d' },
      'T-MMMM': { duration: '0d', dependsOn: ['T-AAAA'] },
      'T-BBBB': { duration: '1d', dependsOn: ['T-MMMM'] },
    },
    { 'T-MMMM': '03-06T18:00 03-06T18:00', 'T-BBBB': '03-09T09:00 03-09T18:00' },
  );
  assert.equal(schedule.datesOf('T-MMMM')?.kind, 'milestone');
});

test('[DUR-1] [DUR-2] [DUR-3] [DUR-4] [DUR-5] how long a task takes', () => {
  const people = buildPeople({ ada: {}, bob: {}, cy: { units: 0.25 } });
  const durations = (words: TaskWords): number | undefined =>
    computeSchedule(buildPlan({ project: { people }, tasks: { 'T-AAAA': words } })).datesOf(
      'T-AAAA',
    )?.durationMinutes;
  assert.equal(durations({ duration: '2d', estimate: '9d' }), 960);
  assert.equal(durations({ estimate: '4d', assignees: ['ada', 'bob'] }), 960);
  assert.equal(durations({ estimate: '4d', assignees: ['ada 50%'] }), 8 * 480);
  assert.equal(durations({ estimate: '4d', assignees: ['cy'] }), 16 * 480);
  assert.equal(durations({ estimate: '4d', assignees: ['ada 75%', 'cy 90%'] }), 4 * 480);
  assert.equal(durations({ estimate: '4d' }), 4 * 480);
  assert.equal(durations({ estimate: '2d..4d..9d' }), 4 * 480);
  assert.equal(durations({ estimate: '2d..8d' }), 5 * 480);
  assert.equal(durations({}), 480);
  assert.equal(durations({ duration: '-3d' }), 0);
  assert.equal(durations({ duration: '3d', progress: 0.5, remaining: '3d' }), 720 + 1440);
  assert.equal(durations({ duration: '3d', progress: 0.5, remaining: '1d..3d..9d' }), 720 + 1440);
  assert.equal(durations({ duration: '3d', progress: 0.5, remaining: '1d..5d' }), 720 + 1440);
});

test('[DUR-4] a task without estimate is noted', () => {
  const schedule = computeSchedule(buildPlan({ tasks: { 'T-AAAA': {} } }));
  assert.deepEqual(codes(schedule), ['estimate-missing']);
});

test('[DUR-6] elapsed work runs through nights and days off, and starts in working time', () => {
  checkTasks(
    {
      'T-AAAA': { duration: '4d' },
      'T-BBBB': { duration: '2ed', dependsOn: ['T-AAAA'] },
      'T-CCCC': { duration: '1ed', dependsOn: ['T-BBBB'] },
    },
    { 'T-BBBB': '03-06T09:00 03-08T09:00', 'T-CCCC': '03-09T09:00 03-10T09:00' },
  );
});

test('[CAL-7] a calendar without working time is replaced by the standard one and reported', () => {
  const none = { ...standardCalendar, week: [[], [], [], [], [], [], []] };
  const schedule = checkPlan(
    { project: { calendars: new Map([['standard', none]]) }, tasks: { 'T-AAAA': threeDays } },
    { 'T-AAAA': '03-02T09:00 03-04T18:00' },
  );
  assert.deepEqual(codes(schedule), ['calendar-empty']);
});

test('[ACT-1] [ACT-2] what has started stands, whatever it depends on', () => {
  checkTasks(
    {
      'T-AAAA': { duration: '5d' },
      'T-BBBB': { duration: '2d', dependsOn: ['T-AAAA'], started: '2026-03-03', status: 'doing' },
      'T-CCCC': { duration: '2d', started: '2026-03-03', finished: '2026-03-03', status: 'done' },
      'T-DDDD': { duration: '2d', finished: '2026-03-07', status: 'done' },
    },
    {
      'T-BBBB': '03-03T09:00 03-04T18:00',
      'T-CCCC': '03-03T09:00 03-03T18:00',
      'T-DDDD': '03-05T09:00 03-08T00:00',
    },
  );
});

test('[ACT-3] [ACT-4] work not done by the status date moves after it', () => {
  checkPlan(
    {
      statusDate: '2026-03-04',
      tasks: {
        'T-AAAA': { duration: '2d' },
        'T-BBBB': { duration: '4d', started: '2026-03-02', progress: 0.25, status: 'doing' },
        'T-CCCC': { duration: '4d', started: '2026-03-02', progress: 0.75, status: 'doing' },
        'T-DDDD': { duration: '10d', started: '2026-03-02', remaining: '1d', status: 'doing' },
      },
    },
    {
      'T-AAAA': '03-05T09:00 03-06T18:00',
      'T-BBBB': '03-02T09:00 03-09T18:00',
      'T-CCCC': '03-02T09:00 03-05T18:00',
      'T-DDDD': '03-02T09:00 03-13T18:00',
    },
  );
});

test('[ACT-5] work that is done lies before the status date even without dates', () => {
  checkPlan(
    {
      statusDate: '2026-03-04',
      tasks: {
        'T-AAAA': { duration: '1d', status: 'done' },
        'T-BBBB': { duration: '2d', status: 'done', constraint: 'SNET 2026-03-09' },
      },
    },
    { 'T-AAAA': '03-02T09:00 03-02T18:00', 'T-BBBB': '03-03T09:00 03-04T18:00' },
  );
});

test('[ACT-5] [CON-8] what is done without dates is as long as it is, also where others are late', () => {
  const tasks = {
    'T-AAAA': { duration: '2d', status: 'done', constraint: 'ALAP' },
    'T-BBBB': { duration: '1d', dependsOn: ['T-AAAA'] },
    'T-CCCC': { duration: '30d' },
  } as const;
  checkPlan({ tasks }, { 'T-AAAA': '03-02T09:00 03-03T18:00' });
  const backward = { start: undefined, finish: '2026-05-29', tasks } as const;
  checkPlan(backward, { 'T-AAAA': '04-20T09:00 04-21T18:00' });
  checkPlan({ ...backward, statusDate: '2026-04-10' }, { 'T-AAAA': '04-09T09:00 04-10T18:00' });
});

test('[CON-4] [CON-7] a finish that is held in time off is told as it is held', () => {
  checkPlan(
    {
      tasks: {
        'T-AAAA': { duration: '1d', constraint: 'FNET 2026-03-07T12:00' },
        'T-BBBB': { duration: '1d', constraint: 'MFO 2026-03-07T12:00' },
        'T-CCCC': { duration: '1d', dependsOn: ['T-BBBB'] },
      },
    },
    {
      'T-AAAA': '03-06T09:00 03-07T12:00',
      'T-BBBB': '03-06T09:00 03-07T12:00',
      'T-CCCC': '03-09T09:00 03-09T18:00',
    },
  );
});

test('[MS-1] [MS-3] a milestone is reached with the last of its tasks, and holds what waits for it', () => {
  const schedule = checkPlan(
    {
      milestones: { 'M-AAAA': { due: '2026-03-05' }, 'M-BBBB': {} },
      tasks: {
        'T-SSSS': { milestone: 'M-AAAA' },
        'T-AAAA': { duration: '5d', parent: 'T-SSSS' },
        'T-BBBB': { duration: '2d', milestone: 'M-AAAA' },
        'T-CCCC': { duration: '2d', dependsOn: ['M-AAAA'] },
        'T-DDDD': { duration: '50d', milestone: 'M-AAAA', status: 'dropped' },
        'T-EEEE': { duration: '1d', dependsOn: ['M-BBBB'] },
      },
    },
    {
      'M-AAAA': '03-06T18:00 03-06T18:00',
      'M-BBBB': 'no dates',
      'T-CCCC': '03-09T09:00 03-10T18:00',
      'T-EEEE': '03-02T09:00 03-02T18:00',
    },
  );
  assert.equal(schedule.datesOf('T-AAAA')?.totalFloat, -480);
  assert.deepEqual(codes(schedule), ['milestone-late']);
});

test('[MS-4] a milestone has no more float than the last of its tasks, on whatever that hangs', () => {
  const schedule = computeSchedule(
    buildPlan({
      milestones: { 'M-AAAA': { due: '2026-05-29' }, 'M-BBBB': { due: '2026-05-29' } },
      tasks: {
        'T-AAAA': { duration: '2d', milestone: 'M-AAAA' },
        'T-BBBB': { duration: '1d', milestone: 'M-AAAA' },
        'T-CCCC': { duration: '8d', dependsOn: ['T-AAAA'] },
        'T-DDDD': { duration: '4d', milestone: 'M-BBBB' },
      },
    }),
  );
  const floatOf = (id: string): number | undefined => schedule.datesOf(id)?.totalFloat;
  assert.deepEqual(['T-AAAA', 'M-AAAA'].map(floatOf), [0, 0]);
  assert.equal(schedule.datesOf('M-AAAA')?.isCritical, true);
  assert.deepEqual(['T-DDDD', 'M-BBBB'].map(floatOf), [6 * 480, 6 * 480]);
});

test('[MS-2] a milestone that was reached, or has a date but no tasks, stands there', () => {
  checkPlan(
    {
      milestones: {
        'M-AAAA': { reached: '2026-03-03', due: '2026-03-02' },
        'M-BBBB': { due: '2026-03-06' },
        'M-CCCC': { due: '2026-03-06', isDropped: true },
      },
      tasks: {
        'T-AAAA': { duration: '5d', milestone: 'M-AAAA' },
        'T-BBBB': { duration: '1d', dependsOn: ['M-AAAA'] },
        'T-CCCC': { duration: '1d', dependsOn: ['M-BBBB'] },
        'T-DDDD': { duration: '1d', dependsOn: ['M-CCCC'] },
      },
    },
    {
      'M-AAAA': '03-03T18:00 03-03T18:00',
      'M-BBBB': '03-06T18:00 03-06T18:00',
      'M-CCCC': 'no dates',
      'T-BBBB': '03-04T09:00 03-04T18:00',
      'T-CCCC': '03-09T09:00 03-09T18:00',
      'T-DDDD': '03-02T09:00 03-02T18:00',
    },
  );
});

test('[DROP-1] a dropped task and its parts have no dates and bind nothing', () => {
  checkTasks(
    {
      'T-AAAA': { duration: '5d' },
      'T-BBBB': { duration: '5d', dependsOn: ['T-AAAA'], status: 'dropped' },
      'T-B111': { duration: '5d', parent: 'T-BBBB' },
      'T-CCCC': { duration: '1d', dependsOn: ['T-BBBB', 'T-B111'] },
    },
    {
      'T-BBBB': 'no dates',
      'T-B111': 'no dates',
      'T-CCCC': '03-02T09:00 03-02T18:00',
    },
  );
});

test('[PRJ-1] a plan without a start begins with its earliest firm date', () => {
  checkPlan(
    {
      start: undefined,
      tasks: {
        'T-AAAA': { duration: '1d' },
        'T-BBBB': { duration: '1d', constraint: 'MSO 2026-05-04' },
      },
    },
    { 'T-AAAA': '05-04T09:00 05-04T18:00' },
  );
  const empty = computeSchedule(buildPlan({ start: undefined }));
  assert.equal(formatInstant(empty.start), '2000-01-03T09:00');
  assert.deepEqual([empty.finish, empty.ids, empty.problems], [empty.start, [], []]);
});

test('the items with dates are listed in the order of their ids, with their calendars', () => {
  const schedule = computeSchedule(
    buildPlan({
      milestones: { 'M-ZZZZ': { due: '2026-03-03' }, 'M-AAAA': {} },
      tasks: { 'T-BBBB': threeDays, 'T-AAAA': threeDays },
    }),
  );
  assert.deepEqual(schedule.ids, ['M-ZZZZ', 'T-AAAA', 'T-BBBB']);
  assert.equal(schedule.calendarOf('T-AAAA').key, 'standard');
  assert.equal(schedule.calendarOf('T-NONE'), schedule.calendar);
  assert.equal(schedule.datesOf('T-NONE'), undefined);
});

test('[PRJ-6] a plan that does not say when it begins begins today, and that is told', () => {
  const check = (words: PlanWords, today: string | undefined, expected: string): void => {
    const schedule = computeSchedule(buildPlan({ start: undefined, ...words }), {
      today: today === undefined ? undefined : parsePlanDate(today)?.at,
    });
    assert.equal([formatInstant(schedule.start), ...codes(schedule)].join(' '), expected);
  };
  const tasks = { 'T-AAAA': { duration: '1d' } };
  check({ tasks }, undefined, '2000-01-03T09:00 start-missing');
  check({ tasks }, '2026-03-07', '2026-03-09T09:00 start-missing');
  check({}, '2026-03-02', '2026-03-02T09:00');
  check({ tasks, start: '2026-03-04' }, '2026-03-02', '2026-03-04T09:00');
  check({ tasks, statusDate: '2026-03-05' }, '2026-03-02', '2026-03-06T09:00');
  const [problem] = computeSchedule(buildPlan({ start: undefined, tasks })).problems;
  assert.equal(
    problem?.message,
    'The project has no start date, so its dates begin on 2000-01-03; write start: 2000-01-03, or the day on which it begins',
  );
  assert.equal(problem.file, 'project.yaml');
});

test('[PRJ-3] a status date that is given means the end of its day, like the project’s own', () => {
  const tasks = { 'T-AAAA': { duration: '1d' } };
  const own = computeSchedule(buildPlan({ tasks, statusDate: '2026-03-04' }));
  const given = computeSchedule(buildPlan({ tasks }), { statusDate: parsePlanDate('2026-03-04') });
  assert.equal(span(given.datesOf('T-AAAA')), '03-05T09:00 03-05T18:00');
  assert.deepEqual(given.datesOf('T-AAAA'), own.datesOf('T-AAAA'));
});

test('[FLOAT-3] what has only finished parts is not critical, even as the last of the plan', () => {
  const part = { ...threeDays, parent: 'T-SSSS', milestone: 'M-AAAA' };
  const critical = (second: TaskWords): readonly string[] => {
    const schedule = computeSchedule(
      buildPlan({
        milestones: { 'M-AAAA': {} },
        tasks: {
          'T-SSSS': {},
          'T-AAAA': { ...part, status: 'done' },
          'T-BBBB': { ...part, ...second },
        },
      }),
    );
    return schedule.ids.filter(id => schedule.datesOf(id)?.isCritical);
  };
  assert.deepEqual(critical({ status: 'done' }), []);
  assert.deepEqual(critical({ duration: '0d', dependsOn: ['T-AAAA'] }), [
    'M-AAAA',
    'T-BBBB',
    'T-SSSS',
  ]);
});
