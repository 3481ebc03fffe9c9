import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay } from '../../../src/core/model/instant.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import type { Task } from '../../../src/core/model/task.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { buildPlan, buildTask, type TaskWords } from '../../support/buildPlan.ts';
import { checkProblems } from '../../support/scheduleWords.ts';

const day = { duration: '1d' };

test('[LOOP-1] a cycle of three is named once, and the rest is still scheduled', () => {
  const words = {
    tasks: {
      'T-AAAA': { ...day, title: 'Ask', dependsOn: ['T-CCCC'] },
      'T-BBBB': { ...day, dependsOn: ['T-AAAA'] },
      'T-CCCC': { ...day, dependsOn: ['T-BBBB'] },
      'T-DDDD': { ...day, dependsOn: ['T-CCCC'] },
      'T-EEEE': day,
    },
  };
  checkProblems(
    words,
    [
      ['dependency-cycle', 'T-AAAA', 'T-BBBB', 'T-CCCC'],
      ['predecessor-undated', 'T-DDDD', 'T-CCCC'],
    ],
    ['T-DDDD', 'T-EEEE'],
  );
  const [problem] = computeSchedule(buildPlan(words)).problems;
  assert.equal(
    problem?.message,
    'These wait for one another in a circle: T-AAAA "Ask" → T-BBBB "T-BBBB" → T-CCCC "T-CCCC" → T-AAAA; take one of the dependencies out',
  );
  assert.equal(problem.file, 'tasks/T-AAAA.yaml');
  assert.deepEqual(problem.field, ['dependsOn']);
});

test('[LOOP-1] a loop through a summary costs the dates of what it ties, not of all parts', () => {
  checkProblems(
    {
      tasks: {
        'T-SSSS': {},
        'T-AAAA': { ...day, parent: 'T-SSSS', dependsOn: ['T-XXXX'] },
        'T-BBBB': { ...day, parent: 'T-SSSS' },
        'T-XXXX': { ...day, dependsOn: ['T-SSSS'] },
      },
    },
    [['dependency-cycle', 'T-AAAA', 'T-SSSS', 'T-XXXX']],
    ['T-BBBB', 'T-SSSS'],
  );
});

test('[LOOP-1] two summaries that wait for each other keep the dates of their parts', () => {
  checkProblems(
    {
      tasks: {
        'T-R111': { dependsOn: ['T-S111'] },
        'T-S111': { dependsOn: ['T-R111'] },
        'T-AAAA': { ...day, parent: 'T-R111' },
        'T-BBBB': { ...day, parent: 'T-S111' },
      },
    },
    [['dependency-cycle', 'T-R111', 'T-AAAA', 'T-S111', 'T-BBBB']],
    ['T-AAAA', 'T-BBBB', 'T-R111', 'T-S111'],
  );
});

test('[LOOP-1] a task that waits for its own milestone is a loop', () => {
  checkProblems(
    {
      milestones: { 'M-AAAA': {} },
      tasks: { 'T-AAAA': { ...day, milestone: 'M-AAAA', dependsOn: ['M-AAAA'] }, 'T-BBBB': day },
    },
    [['dependency-cycle', 'T-AAAA', 'M-AAAA']],
    ['T-BBBB'],
  );
});

test('[LOOP-2] parents in a circle are cut, each circle named once', () => {
  checkProblems(
    {
      tasks: {
        'T-AAAA': { ...day, parent: 'T-BBBB' },
        'T-BBBB': { ...day, parent: 'T-AAAA' },
        'T-CCCC': { ...day, parent: 'T-CCCC' },
        'T-DDDD': { ...day, parent: 'T-AAAA' },
      },
    },
    [
      ['parent-cycle', 'T-AAAA', 'T-BBBB'],
      ['parent-cycle', 'T-CCCC'],
    ],
    ['T-AAAA', 'T-BBBB', 'T-CCCC', 'T-DDDD'],
  );
});

test('[SUM-6] a dependency between a summary and its own part is reported and ignored', () => {
  checkProblems(
    {
      tasks: {
        'T-SSSS': { dependsOn: ['T-BBBB'] },
        'T-AAAA': { ...day, parent: 'T-SSSS', dependsOn: ['T-SSSS'] },
        'T-BBBB': { ...day, parent: 'T-SSSS' },
      },
    },
    [
      ['dependency-own-summary', 'T-AAAA', 'T-SSSS'],
      ['dependency-own-summary', 'T-SSSS', 'T-BBBB'],
    ],
    ['T-AAAA', 'T-BBBB', 'T-SSSS'],
  );
});

test('unknown ids, self-dependencies and unknown people bind nothing', () => {
  checkProblems(
    {
      tasks: {
        'T-AAAA': {
          ...day,
          parent: 'T-N0NE',
          milestone: 'M-N0NE',
          assignees: ['nobody 0%'],
          dependsOn: ['T-N0NE', 'T-AAAA', 'M-N0NE', 'R-N0NE SS+50%'],
        },
      },
    },
    [],
    ['T-AAAA'],
  );
});

test('[PRJ-5] dates before the start of the project are reported, each at its field', () => {
  const schedule = computeSchedule(
    buildPlan({
      milestones: { 'M-AAAA': { due: '2026-02-01' } },
      tasks: {
        'T-AAAA': { ...day, constraint: 'SNET 2026-02-02', deadline: '2026-02-27' },
        'T-BBBB': { ...day, started: '2026-02-20', finished: '2026-02-20', status: 'done' },
        'T-CCCC': { ...day, deadline: '2026-03-02' },
      },
    }),
  );
  const found = schedule.problems
    .filter(problem => problem.code === 'date-before-start')
    .map(problem => [...problem.items, ...(problem.field ?? [])]);
  assert.deepEqual(found, [
    ['T-AAAA', 'constraint'],
    ['T-AAAA', 'deadline'],
    ['T-BBBB', 'started'],
    ['T-BBBB', 'finished'],
    ['M-AAAA', 'due'],
  ]);
  assert.equal(formatDay(schedule.start), '2026-01-30');
});

test('[HOR-1] what would finish after the last year has no dates, and the first of it is reported', () => {
  checkProblems(
    {
      tasks: {
        'T-AAAA': { duration: '26000d' },
        'T-BBBB': { duration: '26000d', dependsOn: ['T-AAAA'] },
        'T-CCCC': { ...day, dependsOn: ['T-BBBB'] },
        'T-DDDD': { duration: '90000d' },
        'T-SSSS': {},
        'T-S111': { duration: '90000d', parent: 'T-SSSS' },
        'T-S222': { ...day, parent: 'T-SSSS' },
      },
    },
    [
      ['horizon-exceeded', 'T-BBBB'],
      ['horizon-exceeded', 'T-DDDD'],
      ['horizon-exceeded', 'T-S111'],
    ],
    ['T-AAAA', 'T-S222', 'T-SSSS'],
  );
});

test('[HOR-1] [HOR-2] lags and lengths beyond all measure cost the dates of what they move, no more', () => {
  const checkFar = (words: TaskWords): void =>
    checkProblems(
      {
        tasks: {
          'T-AAAA': day,
          'T-BBBB': { ...day, dependsOn: ['T-AAAA'], ...words },
          'T-CCCC': { ...day, dependsOn: ['T-BBBB'] },
          'T-DDDD': day,
        },
      },
      [['horizon-exceeded', 'T-BBBB']],
      ['T-AAAA', 'T-DDDD'],
    );
  for (const lag of [
    '+1000000d',
    '-1000000d',
    '+1000000ed',
    '-1000000ed',
    '+100000000%',
    '-9999999999mo',
  ]) {
    for (const type of ['FS', 'SS', 'FF', 'SF']) {
      const isFloored = type === 'FF' && lag.startsWith('-');
      if (!isFloored) checkFar({ dependsOn: [`T-AAAA ${type}${lag}`] });
    }
  }
  checkFar({ duration: '1000000d' });
  checkFar({ duration: '99999999999999mo' });
  checkFar({ duration: '9999999999999ed' });
  checkFar({ duration: '2d', split: ['1d', '1000000d'] });
  checkFar({ pinned: '2199-12-31', duration: '2d' });
});

test('hard constraints that contradict one another are each named and each kept', () => {
  const schedule = computeSchedule(
    buildPlan({
      tasks: {
        'T-AAAA': { ...day, constraint: 'MSO 2026-03-10' },
        'T-BBBB': { ...day, constraint: 'MFO 2026-03-05', dependsOn: ['T-AAAA'] },
        'T-CCCC': { ...day, constraint: 'SNLT 2026-03-03', dependsOn: ['T-AAAA'] },
        'T-DDDD': { ...day, constraint: 'FNLT 2026-03-04', dependsOn: ['T-BBBB'] },
        'T-EEEE': { ...day, pinned: '2026-03-02', dependsOn: ['T-DDDD'] },
      },
    }),
  );
  assert.deepEqual(
    schedule.problems.map(problem => [problem.code, ...problem.items]),
    ['T-BBBB', 'T-CCCC', 'T-DDDD', 'T-EEEE'].map(id => ['constraint-conflict', id]),
  );
  assert.deepEqual(
    schedule.ids.map(id => formatDay(schedule.datesOf(id)?.start ?? 0)),
    ['2026-03-10', '2026-03-05', '2026-03-03', '2026-03-04', '2026-03-02'],
  );
});

test('a diamond of 400 tasks that all come before 400 others is scheduled', () => {
  const named = (letter: string, place: number): string =>
    `T-${letter}${String(place).padStart(4, '0')}`;
  const middle = Array.from({ length: 400 }, (_, place) => named('B', place));
  const top = buildTask('T-AAAA', day);
  const first = buildTask(named('B', 0), { ...day, dependsOn: ['T-AAAA'] });
  const last = buildTask(named('C', 0), { ...day, dependsOn: middle });
  const schedule = computeSchedule(
    planOf([
      top,
      ...middle.map(id => ({ ...first, id })),
      ...middle.map((_, place) => ({ ...last, id: named('C', place) })),
    ]),
  );
  assert.deepEqual([schedule.ids.length, schedule.problems.length], [801, 0]);
  assert.equal(formatDay(schedule.finish), '2026-03-04');
});

test('[DEP-7] a dependency that is listed twice is reported at the later entry', () => {
  const { problems } = computeSchedule(
    buildPlan({
      tasks: {
        'T-AAAA': day,
        'T-BBBB': { ...day, dependsOn: ['T-AAAA SS', 'T-AAAA FF', 'T-AAAA SS', 'T-AAAA SS+1d'] },
      },
    }),
  );
  assert.deepEqual(
    problems.map(({ code, field, message }) => [code, ...(field ?? []), message]),
    [
      [
        'dependency-duplicate',
        'dependsOn',
        2,
        'T-BBBB "T-BBBB" lists its dependency on T-AAAA SS twice; take one out',
      ],
      [
        'dependency-duplicate',
        'dependsOn',
        3,
        'T-BBBB "T-BBBB" depends on T-AAAA twice, as T-AAAA SS and as T-AAAA SS+1d; only the stricter holds, so take the other out',
      ],
    ],
  );
});

function planOf(tasks: readonly Task[]): Plan {
  return { ...buildPlan({}), tasks: new Map(tasks.map(task => [task.id, task])) };
}

const idOf = (prefix: string, number: number): string =>
  `T-${prefix}${String(number).padStart(5, '0')}`;

test('a chain of 10,000 tasks is scheduled, and as one loop it is named', () => {
  const chain = Array.from({ length: 10_000 }, (_, i) =>
    buildTask(idOf('A', i), {
      duration: '15m',
      dependsOn: i === 0 ? [] : [idOf('A', i - 1)],
    }),
  );
  const schedule = computeSchedule(planOf(chain));
  assert.equal(schedule.calendar.workBetween(schedule.start, schedule.finish), 150_000);
  const [first, ...rest] = chain;
  assert.ok(first);
  const loop = [
    {
      ...first,
      dependsOn: chain[1]?.dependsOn.map(link => ({ ...link, predecessor: idOf('A', 9999) })) ?? [],
    },
    ...rest,
  ];
  const broken = computeSchedule(planOf(loop));
  assert.equal(broken.problems.length, 1);
  assert.equal(broken.problems[0]?.items.length, 10_000);
  assert.ok(broken.problems.every(problem => problem.message.length < 300));
  assert.deepEqual(broken.ids, []);
});

test('a nest of 3,000 summaries is rolled up', () => {
  const nest = Array.from({ length: 3_000 }, (_, i) =>
    buildTask(idOf('A', i), i === 0 ? day : { ...day, parent: idOf('A', i - 1) }),
  );
  const schedule = computeSchedule(planOf(nest));
  assert.equal(schedule.datesOf(idOf('A', 0))?.kind, 'summary');
  assert.equal(schedule.datesOf(idOf('A', 0))?.durationMinutes, 480);
});

test('a summary of 2,000 tasks before another of 2,000 needs no four million links', () => {
  const parts = (prefix: string, parent: string): readonly Task[] =>
    Array.from({ length: 2_000 }, (_, i) => buildTask(idOf(prefix, i), { ...day, parent }));
  const schedule = computeSchedule(
    planOf([
      ...parts('A', 'T-SSSS'),
      ...parts('B', 'T-ZZZZ'),
      buildTask('T-SSSS', {}),
      buildTask('T-ZZZZ', { dependsOn: ['T-SSSS'] }),
    ]),
  );
  assert.equal(formatDay(schedule.datesOf(idOf('B', 1999))?.start ?? 0), '2026-03-03');
  assert.equal(schedule.datesOf(idOf('A', 0))?.isCritical, true);
});
