import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Baseline } from '../../../src/core/model/baseline.ts';
import { dayNumber, parsePlanDate } from '../../../src/core/model/instant.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import type { QualityKey, QualityRules } from '../../../src/core/model/project.ts';
import { checkQuality, formatShare } from '../../../src/core/quality/checkQuality.ts';
import { measureQuality } from '../../../src/core/quality/measureQuality.ts';
import { isMet } from '../../../src/core/quality/quality.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { buildPlan, type PlanWords, type TaskWords } from '../../support/buildPlan.ts';

const today = dayNumber(2026, 3, 2) * 1440;
const ada = { assignees: ['ada'] };

function measure(plan: Plan): ReturnType<typeof measureQuality> {
  return measureQuality(plan, computeSchedule(plan, { today }), today);
}

/** The value and the items of one measure. */
function check(
  key: QualityKey,
  tasks: Readonly<Record<string, TaskWords>>,
  [value, ...items]: readonly [number | undefined, ...string[]],
  words: Omit<PlanWords, 'tasks'> & { readonly baselines?: Plan['baselines'] } = {},
): void {
  const { baselines, ...rest } = words;
  const plan = buildPlan({ ...rest, tasks });
  const found = measure(baselines ? { ...plan, baselines } : plan).find(each => each.key === key);
  assert.equal(found?.value, value, key);
  if (value !== undefined) assert.deepEqual(found?.items, items, key);
}

function baseline(finishes: Readonly<Record<string, string>>): Plan['baselines'] {
  const at = (text: string): number => parsePlanDate(text)?.at ?? NaN;
  const items = Object.entries(finishes).map(
    ([id, finish]) => [id, { start: at(finish) - 480, finish: at(finish) }] as const,
  );
  const taken: Baseline = {
    name: 'first',
    title: undefined,
    takenOn: undefined,
    reason: undefined,
    items: new Map(items),
  };
  return new Map([['first', taken]]);
}

test('a task needs something before it and something after it, also through its summary', () => {
  check(
    'logic',
    {
      'T-AAAA': { estimate: '1d' },
      'T-BBBB': { estimate: '1d', dependsOn: ['T-AAAA'] },
      'T-CCCC': { estimate: '1d', parent: 'T-SSSS', milestone: 'M-AAAA' },
      'T-SSSS': { dependsOn: ['T-BBBB'] },
    },
    [0],
    { milestones: { 'M-AAAA': {} } },
  );
});

test('a plan begins and ends with one task each, which may lack what is outside of it', () => {
  const chain = {
    'T-BBBB': { duration: '2d' },
    'T-CCCC': { duration: '2d', dependsOn: ['T-BBBB'] },
    'T-DDDD': { duration: '2d', dependsOn: ['T-CCCC'] },
  };
  check('logic', chain, [0]);
  check('logic', { 'T-AAAA': { duration: '1d' } }, [0]);
  check('logic', { ...chain, 'T-AAAA': { duration: '9d' } }, [1 / 4, 'T-AAAA']);
  const twoEnds = { ...chain, 'T-EEEE': { duration: '1d', dependsOn: ['T-BBBB'] } };
  check('logic', twoEnds, [1 / 4, 'T-EEEE']);
  check('logic', { 'T-AAAA': { duration: '1d' }, 'T-BBBB': { duration: '2d' } }, [
    1,
    'T-AAAA',
    'T-BBBB',
  ]);
});

test('what is dropped is no logic, since links on it bind nothing', () => {
  check(
    'logic',
    {
      'T-0000': { duration: '1d', milestone: 'M-BBBB' },
      'T-AAAA': { duration: '1d', dependsOn: ['T-XXXX', 'M-AAAA'], milestone: 'M-BBBB' },
      'T-BBBB': { duration: '1d', dependsOn: ['T-AAAA', 'T-NNNN'] },
      'T-CCCC': { duration: '1d', dependsOn: ['T-AAAA'], milestone: 'M-AAAA' },
      'T-DDDD': { duration: '1d', dependsOn: ['T-PART'], milestone: 'M-BBBB' },
      'T-PART': { duration: '1d', parent: 'T-XXXX', dependsOn: ['T-BBBB'] },
      'T-XXXX': { status: 'dropped', dependsOn: ['T-CCCC'] },
      'T-ZZZZ': { duration: '90d', dependsOn: ['T-AAAA'] },
    },
    [4 / 6, 'T-AAAA', 'T-BBBB', 'T-CCCC', 'T-DDDD'],
    { milestones: { 'M-AAAA': { isDropped: true }, 'M-BBBB': {} } },
  );
});

test('a link on what is dropped is no link of its type either', () => {
  const tasks = {
    'T-AAAA': { duration: '1d' },
    'T-BBBB': { duration: '1d', dependsOn: ['T-AAAA', 'T-XXXX FS-1d', 'T-XXXX SS+1d'] },
    'T-XXXX': { duration: '1d', status: 'dropped' },
  } as const;
  check('leads', tasks, [0]);
  check('lags', tasks, [0]);
  check('finishToStart', tasks, [1]);
});

test('leads, lags and types are shares of the links into open tasks', () => {
  const tasks = {
    'T-AAAA': { estimate: '4d' },
    'T-BBBB': { estimate: '1d', dependsOn: ['T-AAAA FS-1d'] },
    'T-CCCC': { estimate: '1d', dependsOn: ['T-AAAA SS+50%', 'T-BBBB'] },
    'T-DDDD': { estimate: '1d', status: 'done', dependsOn: ['T-AAAA FF+2d'] },
    'T-EEEE': { estimate: '1d', dependsOn: ['T-CCCC'] },
  } as const;
  check('leads', tasks, [1 / 4, 'T-BBBB']);
  check('lags', tasks, [1 / 4, 'T-CCCC']);
  check('finishToStart', tasks, [3 / 4, 'T-CCCC']);
});

test('links of a summary count as long as part of it is open', () => {
  const tasks = {
    'T-AAAA': { duration: '4d' },
    'T-BBBB': { duration: '1d', parent: 'T-SSSS' },
    'T-SSSS': { dependsOn: ['T-AAAA FS-1d', 'T-AAAA SS+10d'] },
  };
  check('leads', tasks, [1 / 2, 'T-SSSS']);
  check('lags', tasks, [1 / 2, 'T-SSSS']);
  check('finishToStart', tasks, [1 / 2, 'T-SSSS']);
  const done = { started: '2026-03-02', finished: '2026-03-02', status: 'done' } as const;
  const over = { ...tasks, 'T-BBBB': { ...tasks['T-BBBB'], ...done } };
  check('leads', over, [undefined]);
});

test('fixed dates, float, length and people are judged by task', () => {
  const tasks = {
    'T-AAAA': { ...ada, duration: '60d' },
    'T-BBBB': { ...ada, duration: '2d', constraint: 'MSO 2026-03-04' },
    'T-CCCC': { duration: '4h' },
    'T-DDDD': { duration: '3d', deadline: '2026-03-03', constraint: 'SNET 2026-03-02' },
  };
  check('hardConstraints', tasks, [1 / 4, 'T-BBBB']);
  check('highFloat', tasks, [1 / 4, 'T-CCCC']);
  check('negativeFloat', tasks, [1 / 4, 'T-DDDD']);
  check('longDurations', tasks, [1 / 4, 'T-AAAA']);
  check('people', tasks, [1 / 3, 'T-DDDD']);
});

test('elapsed work is held against limits in working days by the working time that it covers', () => {
  const tasks = {
    'T-AAAA': { duration: '20ed' },
    'T-BBBB': { duration: '0.5ed' },
    'T-CCCC': { duration: '2ed' },
    'T-DDDD': { duration: '70ed' },
  };
  check('longDurations', tasks, [1 / 4, 'T-DDDD']);
  check('highFloat', tasks, [1 / 2, 'T-BBBB', 'T-CCCC']);
});

test('a wait by the clock needs nobody', () => {
  const tasks = { 'T-AAAA': { duration: '5ed' }, 'T-BBBB': { duration: '2d' } };
  check('people', tasks, [1, 'T-BBBB']);
});

test('elapsed work is not too late for a promise by a night', () => {
  const tasks = {
    'T-AAAA': { duration: '1d', deadline: '2026-03-03', dependsOn: ['T-EEEE'] },
    'T-EEEE': { duration: '15eh' },
    'T-LATE': { duration: '2d', deadline: '2026-03-02' },
  };
  check('negativeFloat', tasks, [1 / 3, 'T-LATE']);
});

test('what is done lies before the status date, and what is not lies after it', () => {
  const tasks = {
    'T-AAAA': { duration: '1d', started: '2026-03-02', finished: '2026-03-12', status: 'done' },
    'T-BBBB': { duration: '1d', started: '2026-03-02', finished: '2026-03-02', status: 'done' },
    'T-CCCC': { duration: '1d', pinned: '2026-03-03' },
    'T-DDDD': { duration: '1d' },
  } as const;
  check('invalidDates', tasks, [1 / 2, 'T-AAAA', 'T-CCCC'], { statusDate: '2026-03-06' });
});

test('what has not begun is not planned to begin before the status date', () => {
  const tasks = {
    'T-AAAA': { duration: '30d', pinned: '2026-03-04' },
    'T-BBBB': { duration: '30d', started: '2026-03-04' },
    'T-CCCC': { duration: '30d', progress: 0.1 },
    'T-DDDD': { duration: '30d', pinned: '2026-03-09' },
    'T-EEEE': { duration: '3ed' },
  };
  check('invalidDates', tasks, [1 / 5, 'T-AAAA'], { statusDate: '2026-03-06' });
  check('invalidDates', { 'T-AAAA': { duration: '30d' } }, [0]);
  check('invalidDates', { 'T-AAAA': { duration: '30d' } }, [1, 'T-AAAA'], { start: '2026-02-23' });
});

test('a delay of the critical path has to arrive at the finish', () => {
  const chain = {
    'T-AAAA': { duration: '2d' },
    'T-BBBB': { duration: '2d', dependsOn: ['T-AAAA'] },
  };
  check('criticalPathTest', chain, [1, 'T-AAAA']);
  const held = {
    'T-AAAA': { duration: '2d', deadline: '2026-03-03' },
    'T-LLLL': { duration: '150d', constraint: 'SNET 2026-03-09' },
  };
  check('criticalPathTest', held, [1, 'T-LLLL']);
  check('criticalPathTest', { 'T-AAAA': { duration: '2d', status: 'done' } }, [undefined]);
});

test('critical work that drives nothing is not on the path to the finish', () => {
  const tasks = {
    'T-AAAA': { duration: '2d', constraint: 'FNLT 2026-03-03' },
    'T-BBBB': { duration: '3d' },
    'T-CCCC': { duration: '2d', dependsOn: ['T-BBBB', 'T-AAAA'] },
    'T-SSSS': { dependsOn: ['T-CCCC'] },
    'T-DDDD': { duration: '2d', parent: 'T-SSSS' },
  };
  check('criticalPathTest', tasks, [1, 'T-BBBB']);
});

test('that delayed work becomes the end of the project is no arrival', () => {
  const chain = {
    'T-AAAA': { duration: '2d' },
    'T-BBBB': { duration: '2d', dependsOn: ['T-AAAA'] },
    'T-CCCC': { duration: '2d', dependsOn: ['T-BBBB'], constraint: 'MSO 2026-03-04' },
    'T-DDDD': { duration: '2d', dependsOn: ['T-CCCC'] },
  };
  check('criticalPathTest', chain, [0, 'T-AAAA']);
  const free = { ...chain, 'T-CCCC': { duration: '2d', dependsOn: ['T-BBBB'] } };
  check('criticalPathTest', free, [1, 'T-AAAA']);
});

test('what waits for work that a date holds ends later also in a plan scheduled back', () => {
  const tasks = {
    'T-CCCC': { duration: '2d', constraint: 'MSO 2026-05-25' },
    'T-DDDD': { duration: '2d', dependsOn: ['T-CCCC'] },
  };
  const back = { start: undefined, finish: '2026-06-01' };
  check('criticalPathTest', tasks, [0.98, 'T-CCCC'], back);
});

test('in a plan that is scheduled back from its finish a delay has to arrive at the start', () => {
  const back = { start: undefined, finish: '2026-06-01' };
  const chain = {
    'T-AAAA': { duration: '2d' },
    'T-BBBB': { duration: '2d', dependsOn: ['T-AAAA'] },
  };
  check('criticalPathTest', chain, [1, 'T-BBBB'], back);
  const elapsed = { ...chain, 'T-BBBB': { ...chain['T-BBBB'], duration: '20ed' } };
  check('criticalPathTest', elapsed, [1, 'T-BBBB'], back);
  const held = { ...chain, 'T-LLLL': { duration: '1d', pinned: '2025-06-02' } };
  check('criticalPathTest', held, [0, 'T-BBBB'], back);
  const plan = buildPlan({ ...back, tasks: held });
  const limits = new Map<QualityKey, number>([['criticalPathTest', 0.9]]);
  const quality = { limits, longFrom: undefined, ignored: [] };
  const said = checkQuality(measure(plan), { ...plan.project, quality }).map(each => each.message);
  assert.match(said.at(-1) ?? '', /^Delay of the critical path that arrives at the start: 0%/);
  const tooLate = { ...back, statusDate: '2026-06-05' };
  check('criticalPathTest', chain, [1, 'T-BBBB'], tooLate);
});

test('without a baseline and a promised finish nothing is measured against them', () => {
  const tasks = { 'T-AAAA': { duration: '2d' } };
  check('missedTasks', tasks, [undefined]);
  check('baselineExecution', tasks, [undefined]);
  check('criticalPathLength', tasks, [undefined]);
});

test('tasks are held against the baseline taken last', () => {
  const tasks = {
    'T-AAAA': { duration: '1d', started: '2026-03-02', finished: '2026-03-02', status: 'done' },
    'T-BBBB': { duration: '1d', started: '2026-03-02', finished: '2026-03-05', status: 'done' },
    'T-CCCC': { duration: '1d' },
    'T-DDDD': { duration: '1d' },
  } as const;
  const words = {
    statusDate: '2026-03-06',
    baselines: baseline({
      'T-AAAA': '2026-03-03',
      'T-BBBB': '2026-03-04',
      'T-CCCC': '2026-03-05',
      'T-DDDD': '2026-03-20',
    }),
  };
  check('missedTasks', tasks, [2 / 3, 'T-BBBB', 'T-CCCC'], words);
  check('baselineExecution', tasks, [2 / 3, 'T-CCCC'], words);
});

test('a task that the baseline does not know is one to be finished', () => {
  const tasks = {
    'T-AAAA': { duration: '1d', started: '2026-03-02', finished: '2026-03-02', status: 'done' },
    'T-BBBB': { duration: '1d' },
    'T-CCCC': { duration: '1d', started: '2026-03-03', finished: '2026-03-03', status: 'done' },
    'T-DDDD': { duration: '1d', pinned: '2026-03-30' },
    'T-EEEE': { duration: '1d' },
    'T-PPPP': { duration: '1d', parent: 'T-SSSS', status: 'dropped' },
    'T-SSSS': { status: 'dropped' },
  } as const;
  const due = { 'T-AAAA': '2026-03-03', 'T-BBBB': '2026-03-04', 'T-EEEE': '2026-03-20' };
  const words = { statusDate: '2026-03-06', baselines: baseline(due) };
  check('baselineExecution', tasks, [2 / 4, 'T-BBBB', 'T-DDDD'], words);
  check('missedTasks', tasks, [1 / 2, 'T-BBBB'], words);
  const later = { ...words, baselines: baseline({ 'T-AAAA': '2026-03-20' }) };
  check('baselineExecution', tasks, [undefined], later);
});

test('the length index falls below one when the promised finish is too early', () => {
  const tasks = { 'T-AAAA': { duration: '10d' } };
  check('criticalPathLength', tasks, [0.8, 'T-AAAA'], { project: finishOn('2026-03-11') });
  check('criticalPathLength', tasks, [1.2, 'T-AAAA'], { project: finishOn('2026-03-17') });
});

test('the finish of the baseline is the promise where the project makes none', () => {
  const tasks = { 'T-AAAA': { duration: '10d' } };
  const baselines = baseline({ 'T-AAAA': '2026-03-12T00:00', 'T-XXXX': '2026-03-04' });
  check('criticalPathLength', tasks, [0.8, 'T-AAAA'], { baselines });
  const project = finishOn('2026-03-17');
  check('criticalPathLength', tasks, [1.2, 'T-AAAA'], { baselines, project });
});

function finishOn(text: string): { readonly finish: ReturnType<typeof parsePlanDate> } {
  return { finish: parsePlanDate(text) };
}

function withRules(rules: Partial<QualityRules>): Plan {
  const quality = { limits: new Map(), longFrom: undefined, ignored: [], ...rules };
  const tasks = Array.from({ length: 20 }, (_, i): readonly [string, TaskWords] => [
    `T-${String(i).padStart(4, '0')}`,
    i < 10 ? { duration: '30d' } : { ...ada, duration: '1d' },
  ]);
  return buildPlan({ project: { quality }, tasks: Object.fromEntries(tasks) });
}

test('a limit of the project makes a warning, that of the practice a hint', () => {
  const found = (rules: Partial<QualityRules>): readonly (readonly [string, string, string])[] => {
    const plan = withRules(rules);
    return checkQuality(measure(plan), plan.project)
      .filter(({ message }) => message.startsWith('Open tasks of a day'))
      .map(({ code, severity, field }) => [code, severity, (field ?? []).join('.')] as const);
  };
  assert.deepEqual(found({}), [['quality-hint', 'info', 'quality.people']]);
  const half = new Map<QualityKey, number>([['people', 0.5]]);
  assert.deepEqual(found({ limits: half }), []);
  const less = new Map<QualityKey, number>([['people', 0.4]]);
  assert.deepEqual(found({ limits: less }), [['quality-limit', 'warning', 'quality.people']]);
  assert.deepEqual(found({ ignored: ['people'] }), []);
});

test('the project says from where a task is long', () => {
  const long = measure(withRules({ longFrom: 20 * 480 })).find(
    ({ key }) => key === 'longDurations',
  );
  assert.equal(long?.items.length, 10);
  assert.equal(isMet(long), false);
});

test('a finding says how many, which, what is expected and what to do', () => {
  const plan = withRules({});
  const messages = checkQuality(measure(plan), plan.project).map(({ message }) => message);
  assert.equal(
    messages[0],
    'Open tasks without a predecessor or a successor: 20 of 20 (100%), at most 5% expected (T-0000, T-0001, T-0002, T-0003, T-0004 and 15 more); nothing moves with them when they slip; say what they depend on, and what waits for them',
  );
});

test('a small plan is told as well, with counts', () => {
  const plan = buildPlan({
    tasks: {
      'T-AAAA': { ...ada, duration: '2d' },
      'T-BBBB': { ...ada, duration: '2d', dependsOn: ['T-AAAA FS-1d'] },
      'T-CCCC': { duration: '2d', dependsOn: ['T-BBBB'] },
    },
  });
  assert.deepEqual(
    checkQuality(measure(plan), plan.project).map(({ severity, message }) => [
      severity,
      message.slice(0, message.indexOf(';')),
    ]),
    [
      ['info', 'Dependencies with a lead: 1 of 2 (50%), at most 0% expected (T-BBBB)'],
      [
        'info',
        'Open tasks of a day and more without people: 1 of 3 (33.3%), at most 0% expected (T-CCCC)',
      ],
    ],
  );
});

test('a plan without tasks has nothing to measure', () => {
  assert.deepEqual(measure(buildPlan({ tasks: {} })), []);
});

test('a share is never rounded to its limit', () => {
  assert.equal(formatShare(0.0504, { isIndex: false }), '5.04%');
  assert.equal(formatShare(1 / 3, { isIndex: false }), '33.3%');
  assert.equal(formatShare(0.9, { isIndex: true }), '0.90');
});
