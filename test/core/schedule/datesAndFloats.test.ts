import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber, formatInstant } from '../../../src/core/model/instant.ts';
import { standardCalendar, type Project } from '../../../src/core/model/project.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { buildPlan, type PlanWords, type TaskWords } from '../../support/buildPlan.ts';
import { checkPlan, checkTasks, late, type Tasks } from '../../support/scheduleWords.ts';

/** Ten days of work, so that the project finishes on Friday, 13 March, at 18:00. */
const tenDays: Tasks = { 'T-XXXX': { duration: '10d' } };

/** The late dates of one task of a plan that lasts ten days. */
function checkLate(tasks: Tasks, id: string, expected: string): void {
  const schedule = computeSchedule(buildPlan({ tasks: { ...tenDays, ...tasks } }));
  assert.equal(late(schedule.datesOf(id)), expected, JSON.stringify(tasks));
}

function floatOf(words: PlanWords, id: string): number | undefined {
  return computeSchedule(buildPlan(words)).datesOf(id)?.totalFloat;
}

test('[DATE-1] a start without a time is the first working moment from that day on', () => {
  const starts = (constraint: string, expected: string): unknown =>
    checkTasks({ 'T-AAAA': { duration: '1d', constraint } }, { 'T-AAAA': expected });
  starts('SNET 2026-03-05', '03-05T09:00 03-05T18:00');
  starts('SNET 2026-03-07', '03-09T09:00 03-09T18:00');
  starts('SNET 2026-03-05T11:00', '03-05T11:00 03-06T11:00');
  checkTasks(
    { 'T-AAAA': { duration: '1d', pinned: '2026-03-07' } },
    { 'T-AAAA': '03-09T09:00 03-09T18:00' },
  );
  const project = { start: '2026-03-07', tasks: { 'T-AAAA': { duration: '1d' } } };
  checkPlan(project, { 'T-AAAA': '03-09T09:00 03-09T18:00' });
});

test('[DATE-2] a finish or a promise without a time is the end of the work of that day', () => {
  const finishes = (constraint: string, expected: string): unknown =>
    checkTasks({ 'T-AAAA': { duration: '1d', constraint } }, { 'T-AAAA': expected });
  finishes('FNET 2026-03-05', '03-05T09:00 03-05T18:00');
  finishes('MFO 2026-03-05T11:00', '03-04T11:00 03-05T11:00');
  const float = (deadline: string): number | undefined =>
    floatOf({ tasks: { ...tenDays, 'T-AAAA': { duration: '4d', deadline } } }, 'T-AAAA');
  assert.equal(float('2026-03-06'), 480);
  // On a Sunday it is the end of the Friday before.
  assert.equal(float('2026-03-08'), 480);
  assert.equal(float('2026-03-06T11:00'), 120);
});

test('[DATE-3] what happened on a day off counts from its midnight, and to its next', () => {
  const happened = (started: string, finished: string, expected: string): unknown =>
    checkTasks(
      { 'T-AAAA': { duration: '1d', status: 'done', started, finished } },
      { 'T-AAAA': expected },
    );
  happened('2026-03-05', '2026-03-06', '03-05T09:00 03-06T18:00');
  happened('2026-03-07', '2026-03-08', '03-07T00:00 03-09T00:00');
  happened('2026-03-07T10:30', '2026-03-08T12:00', '03-07T10:30 03-08T12:00');
});

test('[PRJ-2] a plan without any date starts on a fixed Monday, where nobody tells what day it is', () => {
  const plan = buildPlan({ start: undefined, tasks: { 'T-AAAA': { duration: '1d' } } });
  assert.equal(formatInstant(computeSchedule(plan).start), '2000-01-03T09:00');
  const today = dayNumber(2026, 3, 10) * 1440;
  assert.equal(formatInstant(computeSchedule(plan, { today }).start), '2026-03-10T09:00');
});

test('[LATE-2] each type of dependency leaves its predecessor the room that it leaves itself', () => {
  const before = (...links: readonly string[]): Tasks => ({
    'T-AAAA': { duration: '1d' },
    // Late from Thursday morning to Friday evening.
    'T-BBBB': { duration: '2d', dependsOn: links.map(link => `T-AAAA ${link}`) },
  });
  checkLate(before('FS'), 'T-AAAA', '03-11T09:00 03-11T18:00');
  checkLate(before('FS+1d'), 'T-AAAA', '03-10T09:00 03-10T18:00');
  checkLate(before('FS-1d'), 'T-AAAA', '03-12T09:00 03-12T18:00');
  checkLate(before('SS'), 'T-AAAA', '03-12T09:00 03-12T18:00');
  checkLate(before('SS+2d'), 'T-AAAA', '03-10T09:00 03-10T18:00');
  checkLate(before('FF'), 'T-AAAA', '03-13T09:00 03-13T18:00');
  checkLate(before('FF+1d'), 'T-AAAA', '03-12T09:00 03-12T18:00');
  checkLate(before('SF+2d'), 'T-AAAA', '03-12T09:00 03-12T18:00');
  checkLate(before('FS+1d', 'FF'), 'T-AAAA', '03-10T09:00 03-10T18:00');
  const chain = { ...before('FS'), 'T-CCCC': { duration: '3d', dependsOn: ['T-BBBB'] } };
  checkLate(chain, 'T-AAAA', '03-06T09:00 03-06T18:00');
});

test('[LATE-3] points and elapsed work end late at the end of a period, or with the project', () => {
  const before = (words: TaskWords): Tasks => ({
    'T-AAAA': words,
    'T-BBBB': { duration: '2d', dependsOn: ['T-AAAA'] },
  });
  checkLate(before({ duration: '0d' }), 'T-AAAA', '03-11T18:00 03-11T18:00');
  checkLate(before({ duration: '1ed' }), 'T-AAAA', '03-10T18:00 03-11T18:00');
  // The project finishes with elapsed work on a Tuesday morning, where a period begins.
  const schedule = checkTasks(
    { 'T-EEEE': { duration: '1ed' }, 'T-MMMM': { duration: '0d' } },
    { 'T-EEEE': '03-02T09:00 03-03T09:00' },
  );
  assert.equal(late(schedule.datesOf('T-MMMM')), '03-03T09:00 03-03T09:00');
  assert.equal(late(schedule.datesOf('T-EEEE')), '03-02T09:00 03-03T09:00');
});

test('[ACT-6] what is finished does not press on its predecessors, what goes on does by what is left', () => {
  const first = { 'T-AAAA': { duration: '1d' } };
  const began = { duration: '4d', dependsOn: ['T-AAAA'], started: '2026-03-02' } as const;
  const done = { ...began, status: 'done', finished: '2026-03-05' } as const;
  checkLate({ ...first, 'T-BBBB': done }, 'T-BBBB', '03-02T09:00 03-05T18:00');
  checkLate({ ...first, 'T-BBBB': done }, 'T-AAAA', '03-13T09:00 03-13T18:00');
  const going = { ...began, status: 'doing', progress: 0.5 } as const;
  // Two days are left, late on Thursday and Friday.
  checkLate({ ...first, 'T-BBBB': going }, 'T-AAAA', '03-11T09:00 03-11T18:00');
});

test('[CON-3] [CON-5] [CON-6] [CON-7] limits cut the late dates, and fixed dates are them', () => {
  const held = (constraint: string): Tasks => ({ 'T-AAAA': { duration: '2d', constraint } });
  checkLate(held('SNLT 2026-03-05'), 'T-AAAA', '03-05T09:00 03-06T18:00');
  checkLate(held('FNLT 2026-03-05'), 'T-AAAA', '03-04T09:00 03-05T18:00');
  checkLate(held('MSO 2026-03-05'), 'T-AAAA', '03-05T09:00 03-06T18:00');
  checkLate(held('MFO 2026-03-05'), 'T-AAAA', '03-04T09:00 03-05T18:00');
  assert.equal(floatOf({ tasks: { ...tenDays, ...held('MSO 2026-03-05') } }, 'T-AAAA'), 0);
});

test('[FLOAT-4] for the free float a lag is laid on the calendar of the predecessor', () => {
  const [office = []] = standardCalendar.week;
  const week = [office, office, office, office, office, office, office];
  const calendars: Project['calendars'] = new Map([
    ['standard', standardCalendar],
    ['all-days', { ...standardCalendar, key: 'all-days', week }],
  ]);
  const schedule = checkPlan(
    {
      project: { calendars },
      tasks: {
        ...tenDays,
        'T-AAAA': { duration: '4d', calendar: 'all-days' },
        'T-BBBB': { duration: '1d', dependsOn: ['T-AAAA FS+2d'] },
      },
    },
    // The lag runs on the successor's calendar, over Friday and Monday.
    { 'T-AAAA': '03-02T09:00 03-05T18:00', 'T-BBBB': '03-10T09:00 03-10T18:00' },
  );
  // Laid on the predecessor's it takes Sunday and Monday, and leaves Friday and Saturday free.
  assert.equal(schedule.datesOf('T-AAAA')?.freeFloat, 960);
});
