import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant } from '../../../src/core/model/instant.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { buildPlan, type TaskWords } from '../../support/buildPlan.ts';
import { checkTasks, codes, late, type Tasks } from '../../support/scheduleWords.ts';

const threeDays: TaskWords = { duration: '3d' };

test('[DEP-1] FS starts when the predecessor ends', () => {
  checkTasks(
    { 'T-AAAA': threeDays, 'T-BBBB': { duration: '2d', dependsOn: ['T-AAAA'] } },
    { 'T-AAAA': '03-02T09:00 03-04T18:00', 'T-BBBB': '03-05T09:00 03-06T18:00' },
  );
});

test('[DEP-2] [DEP-3] [DEP-4] SS, FF and SF tie the ends that they name', () => {
  const ties = (link: string): Tasks => ({
    'T-AAAA': { duration: '3d', constraint: 'SNET 2026-03-09' },
    'T-BBBB': { duration: '2d', dependsOn: [`T-AAAA ${link}`] },
  });
  checkTasks(ties('SS'), { 'T-BBBB': '03-09T09:00 03-10T18:00' });
  checkTasks(ties('FF'), { 'T-BBBB': '03-10T09:00 03-11T18:00' });
  checkTasks(ties('SF'), { 'T-BBBB': '03-05T09:00 03-06T18:00' });
});

test('[DEP-5] lag is working time of the successor, or elapsed, and may be negative', () => {
  const ties = (link: string): Tasks => ({
    'T-AAAA': { duration: '5d' },
    'T-BBBB': { duration: '1d', dependsOn: [`T-AAAA ${link}`] },
  });
  checkTasks(ties('FS+2d'), { 'T-BBBB': '03-11T09:00 03-11T18:00' });
  checkTasks(ties('FS+2ed'), { 'T-BBBB': '03-09T09:00 03-09T18:00' });
  checkTasks(ties('FS-1d'), { 'T-BBBB': '03-06T09:00 03-06T18:00' });
  checkTasks(ties('SS+4h'), { 'T-BBBB': '03-02T14:00 03-03T13:00' });
});

test('[DEP-6] a percentage is of the length of the predecessor, of a summary too', () => {
  checkTasks(
    {
      'T-AAAA': { duration: '4d' },
      'T-BBBB': { duration: '1d', dependsOn: ['T-AAAA SS+50%'] },
      'T-SSSS': {},
      'T-S111': { duration: '2d', parent: 'T-SSSS' },
      'T-S222': { duration: '2d', parent: 'T-SSSS', dependsOn: ['T-S111'] },
      'T-CCCC': { duration: '1d', dependsOn: ['T-SSSS SS+25%'] },
    },
    { 'T-BBBB': '03-04T09:00 03-04T18:00', 'T-CCCC': '03-03T09:00 03-03T18:00' },
  );
});

test('[PRJ-4] a lead or SF may begin before the project, FF may not', () => {
  const ties = (link: string): Tasks => ({
    'T-AAAA': { duration: '1d' },
    'T-BBBB': { duration: '2d', dependsOn: [`T-AAAA ${link}`] },
  });
  const schedule = checkTasks(ties('FS-3d'), { 'T-BBBB': '02-26T09:00 02-27T18:00' });
  assert.deepEqual(codes(schedule), ['date-before-start']);
  checkTasks(ties('SF'), { 'T-BBBB': '02-26T09:00 02-27T18:00' });
  checkTasks(ties('FF'), { 'T-BBBB': '03-02T09:00 03-03T18:00' });
});

test('[CON-1] [CON-2] [CON-3] [CON-4] [CON-5] [CON-6] [CON-7] each constraint holds its end', () => {
  const held = (constraint: string): Tasks => ({
    'T-AAAA': { duration: '2d' },
    'T-BBBB': { duration: '2d', dependsOn: ['T-AAAA'], constraint },
  });
  const cases = {
    ASAP: '03-04T09:00 03-05T18:00',
    'SNET 2026-03-10': '03-10T09:00 03-11T18:00',
    'SNET 2026-03-03': '03-04T09:00 03-05T18:00',
    'SNET 2026-03-10T11:00': '03-10T11:00 03-12T11:00',
    'FNET 2026-03-10': '03-09T09:00 03-10T18:00',
    'SNLT 2026-03-03': '03-03T09:00 03-04T18:00',
    'SNLT 2026-03-10': '03-04T09:00 03-05T18:00',
    'FNLT 2026-03-04': '03-03T09:00 03-04T18:00',
    'MSO 2026-03-10': '03-10T09:00 03-11T18:00',
    'MSO 2026-03-03': '03-03T09:00 03-04T18:00',
    'MFO 2026-03-10': '03-09T09:00 03-10T18:00',
  };
  for (const [constraint, expected] of Object.entries(cases)) {
    checkTasks(held(constraint), { 'T-BBBB': expected });
  }
});

test('[CON-8] as late as possible takes the float, and its successors follow', () => {
  const schedule = checkTasks(
    {
      'T-AAAA': { duration: '10d' },
      'T-BBBB': { duration: '2d', constraint: 'ALAP' },
      'T-CCCC': { duration: '1d', dependsOn: ['T-BBBB'] },
    },
    { 'T-BBBB': '03-11T09:00 03-12T18:00', 'T-CCCC': '03-13T09:00 03-13T18:00' },
  );
  assert.equal(schedule.datesOf('T-BBBB')?.totalFloat, 0);
  assert.equal(formatInstant(schedule.datesOf('T-BBBB')?.earlyStart ?? 0), '2026-03-02T09:00');
});

test('[CON-9] a constraint that breaks a dependency is reported', () => {
  const conflict = (constraint: string): readonly string[] =>
    codes(
      computeSchedule(
        buildPlan({
          tasks: {
            'T-AAAA': { duration: '5d' },
            'T-BBBB': { duration: '2d', dependsOn: ['T-AAAA'], constraint },
          },
        }),
      ),
    );
  assert.deepEqual(conflict('SNLT 2026-03-04'), ['constraint-conflict']);
  assert.deepEqual(conflict('MFO 2026-03-04'), ['constraint-conflict']);
  assert.deepEqual(conflict('MSO 2026-03-20'), []);
  assert.deepEqual(conflict('FNLT 2026-03-20'), []);
});

test('[DL-1] a deadline moves nothing but cuts the late finish', () => {
  const schedule = checkTasks(
    {
      'T-AAAA': { duration: '2d', deadline: '2026-03-06' },
      'T-BBBB': { duration: '3d', deadline: '2026-03-03' },
      'T-CCCC': { duration: '10d' },
    },
    { 'T-AAAA': '03-02T09:00 03-03T18:00', 'T-BBBB': '03-02T09:00 03-04T18:00' },
  );
  assert.equal(schedule.datesOf('T-AAAA')?.totalFloat, 3 * 480);
  assert.equal(schedule.datesOf('T-BBBB')?.totalFloat, -480);
  assert.equal(schedule.datesOf('T-BBBB')?.isCritical, true);
  assert.deepEqual(codes(schedule), ['deadline-missed']);
});

test('[LATE-1] [FLOAT-1] [FLOAT-2] late dates and floats', () => {
  const schedule = computeSchedule(
    buildPlan({
      tasks: {
        'T-AAAA': { duration: '5d' },
        'T-BBBB': { duration: '2d' },
        'T-CCCC': { duration: '1d', dependsOn: ['T-BBBB'] },
        'T-DDDD': { duration: '1d', dependsOn: ['T-AAAA', 'T-CCCC'] },
      },
    }),
  );
  assert.equal(late(schedule.datesOf('T-BBBB')), '03-04T09:00 03-05T18:00');
  const floats = (id: string): readonly unknown[] => {
    const dates = schedule.datesOf(id);
    return [dates?.totalFloat, dates?.freeFloat, dates?.isCritical];
  };
  assert.deepEqual(floats('T-AAAA'), [0, 0, true]);
  assert.deepEqual(floats('T-BBBB'), [960, 0, false]);
  assert.deepEqual(floats('T-CCCC'), [960, 960, false]);
  assert.deepEqual(floats('T-DDDD'), [0, 0, true]);
});

test('[SUM-1] [SUM-2] a summary spans its parts, early and late', () => {
  const schedule = checkTasks(
    {
      'T-SSSS': { duration: '90d' },
      'T-AAAA': { duration: '1d', parent: 'T-SSSS', progress: 0.5, status: 'doing' },
      'T-BBBB': { duration: '3d', parent: 'T-SSSS', dependsOn: ['T-AAAA'] },
      'T-CCCC': { duration: '10d' },
    },
    { 'T-SSSS': '03-02T09:00 03-05T18:00' },
  );
  const dates = schedule.datesOf('T-SSSS');
  assert.ok(dates);
  assert.equal(dates.kind, 'summary');
  assert.equal(dates.durationMinutes, 4 * 480);
  assert.equal(dates.progress, 0.125);
  assert.equal(late(dates), '03-10T09:00 03-13T18:00');
  assert.equal(dates.totalFloat, 6 * 480);
});

test('[SUM-2] once a part has begun, its start holds nothing of the summary any more', () => {
  const part = { duration: '2d', parent: 'T-NNNN' };
  const floatOf = (words: object): unknown => {
    const schedule = computeSchedule(
      buildPlan({
        tasks: {
          'T-SSSS': {},
          'T-NNNN': { parent: 'T-SSSS' },
          'T-AAAA': { ...part, ...words },
          'T-BBBB': { ...part, dependsOn: ['T-AAAA'] },
          'T-CCCC': { duration: '10d' },
        },
      }),
    );
    const floats = ['T-AAAA', 'T-NNNN', 'T-SSSS'].map(id => schedule.datesOf(id)?.totalFloat);
    return floats.map(minutes => (minutes ?? 0) / 480);
  };
  assert.deepEqual(floatOf({}), [6, 6, 6]);
  assert.deepEqual(floatOf({ started: '2026-03-02', status: 'doing' }), [6, 6, 6]);
  assert.deepEqual(
    floatOf({ started: '2026-03-02', finished: '2026-03-03', status: 'done' }),
    [0, 6, 6],
  );
});

test('[SUM-3] a link to a summary holds all of its parts, however deep', () => {
  checkTasks(
    {
      'T-AAAA': { duration: '2d' },
      'T-SSSS': { dependsOn: ['T-AAAA FS+1d'] },
      'T-NNNN': { parent: 'T-SSSS' },
      'T-BBBB': { duration: '1d', parent: 'T-SSSS' },
      'T-CCCC': { duration: '1d', parent: 'T-NNNN' },
    },
    {
      'T-BBBB': '03-05T09:00 03-05T18:00',
      'T-CCCC': '03-05T09:00 03-05T18:00',
      'T-SSSS': '03-05T09:00 03-05T18:00',
    },
  );
});

test('[SUM-4] a summary holds back and cuts by its own dates', () => {
  const schedule = checkTasks(
    {
      'T-SSSS': { constraint: 'SNET 2026-03-09', deadline: '2026-03-12' },
      'T-BBBB': { duration: '2d', parent: 'T-SSSS' },
      'T-CCCC': { duration: '20d' },
    },
    { 'T-BBBB': '03-09T09:00 03-10T18:00' },
  );
  assert.equal(schedule.datesOf('T-BBBB')?.totalFloat, 960);
});

test('[SUM-5] what waits for a summary waits for its last part; SS follows its earliest', () => {
  checkTasks(
    {
      'T-SSSS': {},
      'T-AAAA': { duration: '2d', parent: 'T-SSSS' },
      'T-BBBB': { duration: '4d', parent: 'T-SSSS', constraint: 'SNET 2026-03-04' },
      'T-CCCC': { duration: '1d', dependsOn: ['T-SSSS'] },
      'T-DDDD': { duration: '1d', dependsOn: ['T-SSSS SS+1d'] },
    },
    { 'T-CCCC': '03-10T09:00 03-10T18:00', 'T-DDDD': '03-03T09:00 03-03T18:00' },
  );
});
