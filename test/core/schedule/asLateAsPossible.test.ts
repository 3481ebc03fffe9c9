import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant } from '../../../src/core/model/instant.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import type { Schedule } from '../../../src/core/schedule/schedule.ts';
import { buildPlan } from '../../support/buildPlan.ts';
import { checkPlan, checkTasks, codes, type Tasks } from '../../support/scheduleWords.ts';

const alap = { constraint: 'ALAP' } as const;

function earlyStart(schedule: Schedule, id: string): string {
  return formatInstant(schedule.datesOf(id)?.earlyStart ?? NaN).slice(5);
}

test('[CON-8] a promise that cannot be kept pulls nothing before what it waits for', () => {
  const schedule = checkTasks(
    {
      'T-AAAA': { duration: '5d' },
      'T-BBBB': { duration: '1d', ...alap, dependsOn: ['T-AAAA'], deadline: '2026-03-03' },
      'T-CCCC': { duration: '1d', dependsOn: ['T-BBBB'] },
    },
    { 'T-BBBB': '03-09T09:00 03-09T18:00', 'T-CCCC': '03-10T09:00 03-10T18:00' },
  );
  assert.equal(schedule.datesOf('T-BBBB')?.totalFloat, -4 * 480);
  assert.equal(schedule.datesOf('T-AAAA')?.totalFloat, -4 * 480);
  assert.equal(formatInstant(schedule.finish).slice(5), '03-10T18:00');
  assert.deepEqual(codes(schedule), ['deadline-missed']);
});

test('[CON-8] [CON-5] a limit of a successor pulls it no earlier either', () => {
  const limited: Tasks = {
    'T-AAAA': { duration: '5d' },
    'T-BBBB': { duration: '1d', ...alap, dependsOn: ['T-AAAA'] },
    'T-CCCC': { duration: '1d', constraint: 'FNLT 2026-03-04', dependsOn: ['T-BBBB'] },
  };
  const schedule = checkTasks(limited, {
    'T-BBBB': '03-09T09:00 03-09T18:00',
    'T-CCCC': '03-04T09:00 03-04T18:00',
  });
  assert.equal(schedule.datesOf('T-BBBB')?.totalFloat, -4 * 480);
  assert.deepEqual(codes(schedule), ['constraint-conflict']);
});

test('[CON-8] a point and elapsed work as late as possible keep to what they wait for', () => {
  checkTasks(
    {
      'T-AAAA': { duration: '5d' },
      'T-BBBB': { duration: '0d', ...alap, dependsOn: ['T-AAAA'], deadline: '2026-03-03' },
      'T-CCCC': { duration: '1ed', ...alap, dependsOn: ['T-AAAA'], deadline: '2026-03-03' },
    },
    { 'T-BBBB': '03-06T18:00 03-06T18:00', 'T-CCCC': '03-09T09:00 03-10T09:00' },
  );
});

test('[CON-8] the early dates of what is late follow the early dates of what is late before it', () => {
  const tasks: Tasks = {
    'T-AAAA': { duration: '1d', ...alap },
    'T-BBBB': { duration: '1d', ...alap, dependsOn: ['T-AAAA'] },
    'T-CCCC': { duration: '10d' },
  };
  const schedule = checkTasks(tasks, {
    'T-AAAA': '03-12T09:00 03-12T18:00',
    'T-BBBB': '03-13T09:00 03-13T18:00',
  });
  assert.equal(earlyStart(schedule, 'T-BBBB'), '03-03T09:00');
  // What is not late itself follows the planned dates.
  const mixed = checkTasks(
    { ...tasks, 'T-BBBB': { duration: '1d', dependsOn: ['T-AAAA'] } },
    { 'T-BBBB': '03-13T09:00 03-13T18:00' },
  );
  assert.equal(earlyStart(mixed, 'T-BBBB'), '03-13T09:00');
});

test('[CON-8] early dates go on through summaries and milestones', () => {
  const schedule = checkPlan(
    {
      tasks: {
        'T-SSSS': {},
        'T-AAAA': { duration: '1d', ...alap, parent: 'T-SSSS' },
        'T-BBBB': { duration: '1d', ...alap, dependsOn: ['T-SSSS'] },
        'T-UUUU': { dependsOn: ['T-BBBB'] },
        'T-CCCC': { duration: '1d', ...alap, parent: 'T-UUUU', milestone: 'M-AAAA' },
        'T-DDDD': { duration: '1d', ...alap, dependsOn: ['M-AAAA'] },
        'T-EEEE': { duration: '10d' },
      },
      milestones: { 'M-AAAA': {} },
    },
    { 'T-AAAA': '03-10T09:00 03-10T18:00', 'T-DDDD': '03-13T09:00 03-13T18:00' },
  );
  assert.deepEqual(
    ['T-AAAA', 'T-BBBB', 'T-CCCC', 'T-DDDD'].map(id => earlyStart(schedule, id)),
    ['03-02T09:00', '03-03T09:00', '03-04T09:00', '03-05T09:00'],
  );
});

test('[CON-8] nothing that is as late as possible lies before what it waits for', () => {
  const held = { ...alap, duration: '2d' };
  const schedule = computeSchedule(
    buildPlan({
      tasks: {
        'T-AAAA': { ...held, deadline: '2026-03-02' },
        'T-BBBB': { ...held, dependsOn: ['T-AAAA FS+1d'], deadline: '2026-03-11' },
        'T-CCCC': { ...held, dependsOn: ['T-BBBB SS+1d', 'T-AAAA FF+4d'] },
        'T-DDDD': { duration: '1d', dependsOn: ['T-CCCC'], constraint: 'SNLT 2026-03-04' },
      },
    }),
  );
  const at = (id: string): { readonly start: number; readonly finish: number } => {
    const dates = schedule.datesOf(id);
    assert.ok(dates);
    return dates;
  };
  const work = (from: number, to: number): number => schedule.calendar.workBetween(from, to);
  assert.ok(work(at('T-AAAA').finish, at('T-BBBB').start) >= 480);
  assert.ok(work(at('T-BBBB').start, at('T-CCCC').start) >= 480);
  assert.ok(work(at('T-AAAA').finish, at('T-CCCC').finish) >= 4 * 480);
});

test('[PRJ-7] elapsed work behind another is held into time off rather than past the finish', () => {
  const tasks: Tasks = {
    'T-AAAA': { duration: '2d' },
    'T-BBBB': { duration: '2ed', dependsOn: ['T-AAAA'] },
  };
  const schedule = computeSchedule(buildPlan({ start: undefined, finish: '2026-03-13', tasks }));
  const dates = schedule.datesOf('T-BBBB');
  const told = [dates?.start, dates?.finish, dates?.earlyStart, dates?.lateFinish];
  const [start, finish] = ['2026-03-11T18:00', '2026-03-13T18:00'];
  assert.deepEqual(
    told.map(at => formatInstant(at ?? NaN)),
    [start, finish, start, finish],
  );
  assert.deepEqual([dates?.totalFloat, codes(schedule)], [0, []]);
});

test('[CON-3] work that must start by a moment in time off starts then, whatever it waits for', () => {
  checkTasks(
    {
      'T-AAAA': { duration: '20d' },
      'T-BBBB': { duration: '1d', constraint: 'SNLT 2026-03-14T10:00', dependsOn: ['T-AAAA'] },
    },
    { 'T-BBBB': '03-14T10:00 03-16T18:00' },
  );
});
