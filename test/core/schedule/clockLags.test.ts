import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPlan, codes } from '../../support/scheduleWords.ts';

// The project starts on Monday, 2 March; `A` works until Friday, 6 March, 18:00.
const week = { 'T-AAAA': { duration: '5d' } } as const;

test('[DEP-5] an elapsed lag to the end of a task over a weekend or a night is no less than that', () => {
  checkPlan(
    {
      tasks: {
        ...week,
        'T-BBBB': { duration: '4h', dependsOn: ['T-AAAA FF+1ed'] },
        'T-CCCC': { duration: '4h', dependsOn: ['T-AAAA FF+12eh'] },
        'T-DDDD': { duration: '4h', dependsOn: ['T-AAAA SF+5ed'] },
        'T-EEEE': { duration: '2d', dependsOn: ['T-AAAA FF-1ed'] },
      },
    },
    {
      'T-BBBB': '03-09T09:00 03-09T13:00',
      'T-CCCC': '03-09T09:00 03-09T13:00',
      'T-DDDD': '03-06T14:00 03-06T18:00',
      'T-EEEE': '03-04T09:00 03-05T18:00',
    },
  );
});

test('[DEP-3] [DEP-5] the end is never before the end of the lag on the clock', () => {
  // From Thursday's start a lag of two days reaches Monday, from Tuesday's end it reaches Thursday.
  checkPlan(
    {
      tasks: {
        'T-AAAA': { duration: '2d', constraint: 'SNET 2026-03-09' },
        'T-BBBB': { duration: '3d', dependsOn: ['T-AAAA FF+2ed'] },
      },
    },
    { 'T-AAAA': '03-09T09:00 03-10T18:00', 'T-BBBB': '03-10T09:00 03-12T18:00' },
  );
});

test('[CON-4] [CON-7] [DUR-6] elapsed work held into a time off ends as long after it as it takes', () => {
  for (const constraint of ['FNET 2026-03-08T12:00', 'MFO 2026-03-08T12:00']) {
    checkPlan(
      {
        tasks: {
          'T-AAAA': { duration: '1ed', constraint },
          'T-BBBB': { duration: '1d', dependsOn: ['T-AAAA'] },
        },
      },
      { 'T-AAAA': '03-09T09:00 03-10T09:00', 'T-BBBB': '03-10T09:00 03-10T18:00' },
    );
  }
});

test('[CON-4] after a predecessor the work ends before the time off', () => {
  const constraint = 'FNET 2026-03-08T12:00';
  checkPlan(
    {
      tasks: {
        'T-AAAA': { duration: '1d' },
        'T-BBBB': { duration: '1d', constraint, dependsOn: ['T-AAAA'] },
        'T-CCCC': { duration: '1d', constraint },
      },
    },
    { 'T-BBBB': '03-06T09:00 03-06T18:00', 'T-CCCC': '03-06T09:00 03-08T12:00' },
  );
});

test('[DL-1] the deadline of what must start or finish on a day takes room from what comes before', () => {
  for (const constraint of ['MFO 2026-03-12', 'MSO 2026-03-12']) {
    const schedule = checkPlan(
      {
        tasks: {
          'T-AAAA': { duration: '1d' },
          'T-BBBB': { duration: '1d', constraint, deadline: '2026-03-10', dependsOn: ['T-AAAA'] },
        },
      },
      { 'T-BBBB': '03-12T09:00 03-12T18:00' },
    );
    assert.deepEqual(codes(schedule).slice(0, 1), ['deadline-missed']);
    const floats = ['T-AAAA', 'T-BBBB'].map(id => schedule.datesOf(id)?.totalFloat);
    assert.deepEqual(floats, [5 * 480, -2 * 480]);
  }
});
