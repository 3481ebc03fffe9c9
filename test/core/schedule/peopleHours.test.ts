// What hangs on the hours of people: lengths, lags and starts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlanDate } from '../../../src/core/model/instant.ts';
import { emptyProject, standardCalendar, type Person } from '../../../src/core/model/project.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { buildPeople, buildPlan, type TaskWords } from '../../support/buildPlan.ts';
import { checkPlan, span } from '../../support/scheduleWords.ts';

function day(text: string): number {
  return Math.floor((parsePlanDate(text)?.at ?? 0) / 1440);
}

const mornings = [{ from: 540, to: 780 }];
/** With the mornings from Monday to Friday as `short`. */
const calendars = new Map([
  ...emptyProject.calendars,
  [
    'short',
    {
      ...standardCalendar,
      key: 'short',
      week: [mornings, mornings, mornings, mornings, mornings, [], []],
    },
  ],
]);

test('[CAL-8] the task decides its calendar, then its people together, then the project', () => {
  const away = (from: string, to: string): Person['leave'] => [
    { title: undefined, fromDay: day(from), toDay: day(to), shifts: [] },
  ];
  const project = {
    calendars,
    people: buildPeople({
      ada: { leave: away('2026-03-03', '2026-03-04') },
      bob: { calendar: 'short', leave: away('2026-03-04', '2026-03-05') },
      cyd: { calendar: 'short' },
    }),
  };
  const finish = (words: TaskWords): string =>
    span(
      computeSchedule(
        buildPlan({ project, tasks: { 'T-AAAA': { duration: '2d', ...words } } }),
      ).datesOf('T-AAAA'),
    ).slice(-11);
  assert.equal(finish({}), '03-03T18:00');
  assert.equal(finish({ calendar: 'short' }), '03-05T13:00');
  assert.equal(finish({ calendar: 'nowhere' }), '03-03T18:00');
  assert.equal(finish({ assignees: ['ada'] }), '03-05T18:00');
  assert.equal(finish({ assignees: ['ada'], calendar: 'short' }), '03-05T13:00');
  assert.equal(finish({ assignees: ['bob', 'cyd'] }), '03-05T13:00');
  assert.equal(finish({ assignees: ['ada', 'bob'] }), '03-05T13:00');
  assert.equal(finish({ assignees: ['ada', 'bob'], calendar: 'standard' }), '03-03T18:00');
  assert.equal(finish({ assignees: ['ada'], calendar: 'standard' }), '03-03T18:00');
  assert.equal(finish({ assignees: ['nobody'] }), '03-03T18:00');
});

test('[DUR-2] [CAL-8] an effort goes on as fast as those do it who are there', () => {
  const off = (from: string, to: string): Person['leave'] => [
    { title: undefined, fromDay: day(from), toDay: day(to), shifts: [] },
  ];
  const afternoons = [{ from: 840, to: 1080 }];
  const half = {
    ...standardCalendar,
    key: 'half',
    week: standardCalendar.week.map((_, weekday) => (weekday < 5 ? afternoons : [])),
  };
  const people = buildPeople({
    ada: {},
    bob: { leave: off('2026-03-02', '2026-03-13') },
    cyd: { leave: off('2026-03-04', '2026-03-06') },
    dan: { calendar: 'half' },
  });
  const project = { people, calendars: new Map([...emptyProject.calendars, [half.key, half]]) };
  const placed = (words: TaskWords): string =>
    span(computeSchedule(buildPlan({ project, tasks: { 'T-AAAA': words } })).datesOf('T-AAAA'));
  // Whoever is away the whole time makes it neither shorter nor longer.
  const alone = placed({ estimate: '10d', assignees: ['ada'] });
  assert.equal(alone, '03-02T09:00 03-13T18:00');
  assert.equal(placed({ estimate: '10d', assignees: ['ada', 'bob'] }), alone);
  assert.equal(placed({ estimate: '12d', assignees: ['ada', 'bob'] }), '03-02T09:00 03-16T18:00');
  // Two days by two, three by one of them, then two again.
  assert.equal(placed({ estimate: '8d', assignees: ['ada', 'cyd'] }), '03-02T09:00 03-09T13:00');
  assert.equal(placed({ estimate: '7d', assignees: ['ada', 'cyd'] }), '03-02T09:00 03-06T18:00');
  // Of a quarter and a whole, those away leave the quarter or the whole.
  assert.equal(
    placed({ estimate: '5d', assignees: ['cyd', 'ada 25%'] }),
    '03-02T09:00 03-10T12:12',
  );
  // Half a day by one, half by both: a day and a half each day.
  assert.equal(placed({ estimate: '3d', assignees: ['ada', 'dan'] }), '03-02T09:00 03-03T18:00');
  // A fixed length stays what it is.
  assert.equal(placed({ duration: '5d', assignees: ['ada', 'bob'] }), '03-02T09:00 03-06T18:00');
});

test('[DEP-5] a lag runs while those who wait are away, and in hours that they do not work', () => {
  const short = {
    ...standardCalendar,
    key: 'short',
    week: standardCalendar.week.map(() => mornings),
  };
  const leave = [
    { title: undefined, fromDay: day('2026-03-03'), toDay: day('2026-03-04'), shifts: [] },
  ];
  const project = {
    calendars: new Map([...emptyProject.calendars, [short.key, short]]),
    people: buildPeople({ ada: { leave }, bob: { calendar: 'short' } }),
  };
  const starts = (dependsOn: string, words: TaskWords): string => {
    const tasks = { 'T-AAAA': { duration: '1d' }, 'T-BBBB': { ...words, dependsOn: [dependsOn] } };
    return span(computeSchedule(buildPlan({ project, tasks })).datesOf('T-BBBB')).slice(0, 11);
  };
  const ada = { assignees: ['ada'], duration: '1d' };
  assert.equal(starts('T-AAAA', ada), '03-05T09:00');
  assert.equal(starts('T-AAAA FS+1d', ada), '03-05T09:00');
  assert.equal(starts('T-AAAA FS+2d', ada), '03-05T09:00');
  assert.equal(starts('T-AAAA FS+3d', ada), '03-06T09:00');
  assert.equal(starts('T-AAAA FS+1d', { assignees: ['bob'], duration: '1d' }), '03-04T09:00');
  // A calendar of the task itself is one that its lag runs on.
  assert.equal(starts('T-AAAA FS+1d', { calendar: 'short', duration: '1d' }), '03-05T09:00');
  assert.equal(
    starts('T-AAAA FS+1d', { ...ada, calendar: 'short', keepsPeopleHours: true }),
    '03-05T09:00',
  );
  // Parts that wait through their summary do so on their own calendars.
  const parts = {
    'T-AAAA': { duration: '1d' },
    'T-SSSS': { dependsOn: ['T-AAAA FS+1d'] },
    'T-BBBB': { parent: 'T-SSSS', assignees: ['bob'], duration: '1d' },
    'T-CCCC': { parent: 'T-SSSS', calendar: 'short', duration: '1d' },
  };
  checkPlan(
    { project, tasks: parts },
    { 'T-BBBB': '03-04T09:00 03-05T13:00', 'T-CCCC': '03-05T09:00 03-06T13:00' },
  );
});

test('[PRJ-1] a project that starts in time off begins for those who work then', () => {
  const always = {
    ...standardCalendar,
    key: 'always',
    week: standardCalendar.week.map(() => [{ from: 0, to: 1440 }]),
  };
  const daily = {
    ...standardCalendar,
    key: 'daily',
    week: standardCalendar.week.map(() => [{ from: 600, to: 960 }]),
  };
  const calendars = new Map(
    [standardCalendar, always, daily].map(rules => [rules.key, rules] as const),
  );
  const project = { calendars, people: buildPeople({ ada: { calendar: 'daily' } }) };
  const starts = (start: string, words: TaskWords): string =>
    span(
      computeSchedule(
        buildPlan({ start, project, tasks: { 'T-AAAA': { duration: '1h', ...words } } }),
      ).datesOf('T-AAAA'),
    ).slice(0, 11);
  // 7 March 2026 is a Saturday.
  assert.equal(starts('2026-03-07', {}), '03-09T09:00');
  assert.equal(starts('2026-03-07', { assignees: ['ada'] }), '03-07T10:00');
  assert.equal(starts('2026-03-07T08:00', { calendar: 'always' }), '03-07T08:00');
  assert.equal(starts('2026-03-07', { calendar: 'always' }), '03-07T00:00');
  assert.equal(starts('2026-03-09', { calendar: 'always' }), '03-09T09:00');
  assert.equal(starts('2026-03-09T07:00', { calendar: 'always' }), '03-09T07:00');
  assert.equal(starts('2026-03-09T07:00', {}), '03-09T09:00');
});

test('[FLOAT-1] the float of an effort counts the minutes in which anybody works, each whole', () => {
  const people = buildPeople({ ada: {}, bob: { calendar: 'short' } });
  const tasks = {
    'T-AAAA': { duration: '10d' },
    'T-BBBB': { estimate: '3d', assignees: ['ada', 'bob'] },
    'T-CCCC': { duration: '2d', assignees: ['ada', 'bob'] },
  };
  const schedule = computeSchedule(buildPlan({ project: { calendars, people }, tasks }));
  // Both end by 4 March in hours that ada has, and may end with the project on the 13th.
  const floats = ['T-BBBB', 'T-CCCC'].map(id => {
    const dates = schedule.datesOf(id);
    return [
      dates?.totalFloat,
      dates && schedule.calendar.workBetween(dates.finish, dates.lateFinish),
    ];
  });
  for (const [told, byTheClock] of floats) assert.equal(told, byTheClock);
});

test('[PRJ-8] in a plan that is scheduled back, the float of an effort counts from its early dates', () => {
  const people = buildPeople({ ada: {}, bob: { calendar: 'short' } });
  const tasks = {
    'T-AAAA': { duration: '10d' },
    'T-BBBB': { estimate: '3d', assignees: ['ada', 'bob'] },
  };
  const given = { start: undefined, finish: '2026-03-13', project: { calendars, people }, tasks };
  const schedule = computeSchedule(buildPlan(given));
  const dates = schedule.datesOf('T-BBBB');
  assert.ok(dates);
  const float = schedule.calendar.workBetween(dates.earlyFinish, dates.lateFinish);
  assert.deepEqual([dates.totalFloat, float > 0], [float, true]);
});
