// Input that nobody should write, through every way that dates are computed and explained: each is
// a problem with a name at its place, and the rest of the plan is scheduled.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Duration } from '../../../src/core/model/duration.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import {
  standardCalendar,
  type CalendarException,
  type CalendarRules,
} from '../../../src/core/model/project.ts';
import type { Task } from '../../../src/core/model/task.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { buildPeople, buildPlan, type PlanWords, type TaskWords } from '../../support/buildPlan.ts';
import { scheduleEveryWay } from '../../support/scheduleEveryWay.ts';
import { span } from '../../support/scheduleWords.ts';

const day = { duration: '1d' };

/** The codes, items and fields of all problems, and the planned dates of every item that has some. */
function checkPlan(
  plan: Plan,
  bad: string,
  problems: readonly string[],
  dates: Readonly<Record<string, string>>,
): void {
  const schedule = scheduleEveryWay(plan, bad, [...plan.tasks.keys(), ...plan.milestones.keys()]);
  const found = schedule.problems.map(({ code, file, field = [] }) =>
    [code, file, ...field].join(' '),
  );
  assert.deepEqual(found, problems);
  const spans = schedule.ids.map(id => [id, span(schedule.datesOf(id))]);
  assert.deepEqual(Object.fromEntries(spans), dates);
}

function check(
  words: PlanWords,
  problems: readonly string[],
  dates: Readonly<Record<string, string>>,
): void {
  checkPlan(buildPlan(words), 'T-BBBB', problems, dates);
}

const monday = '03-02T09:00 03-02T18:00';
const tuesday = '03-03T09:00 03-03T18:00';

test('[LOOP-1] a circle through two summaries and a milestone leaves their other parts', () => {
  check(
    {
      milestones: { 'M-AAAA': {} },
      tasks: {
        'T-AAAA': { ...day, parent: 'T-SSSS', milestone: 'M-AAAA' },
        'T-BBBB': { ...day, parent: 'T-RRRR', dependsOn: ['M-AAAA'] },
        'T-CCCC': { ...day, parent: 'T-SSSS' },
        'T-RRRR': {},
        'T-SSSS': { dependsOn: ['T-RRRR SS+1d'] },
        'T-ZZZZ': day,
      },
    },
    ['dependency-cycle tasks/T-BBBB.yaml dependsOn'],
    { 'T-CCCC': monday, 'T-SSSS': monday, 'T-ZZZZ': monday },
  );
});

test('[DEP-7] what is not there binds nothing', () => {
  check(
    {
      tasks: { 'T-AAAA': day, 'T-BBBB': { ...day, dependsOn: ['T-N0NE+9d', 'T-AAAA', 'M-N0NE'] } },
    },
    [],
    { 'T-AAAA': monday, 'T-BBBB': tuesday },
  );
});

function calendar(key: string, change: Partial<CalendarRules>): readonly [string, CalendarRules] {
  return [key, { ...standardCalendar, key, ...change }];
}

const noDay = [[], [], [], [], [], [], []];

test('[CAL-7] a calendar without working time, own or through its base, is replaced', () => {
  const open = [0, 1, 2, 3, 4, 5, 6].map(() => undefined);
  const calendars = new Map([
    calendar('standard', {}),
    calendar('none', { week: noDay }),
    calendar('round', { week: open, base: 'about' }),
    calendar('about', { week: open, base: 'round' }),
  ]);
  check(
    {
      project: { calendars },
      tasks: {
        'T-AAAA': day,
        'T-BBBB': { ...day, calendar: 'none', dependsOn: ['T-AAAA'] },
        'T-CCCC': { ...day, calendar: 'round', dependsOn: ['T-AAAA'] },
      },
    },
    ['calendar-empty project.yaml calendars none', 'calendar-empty project.yaml calendars round'],
    { 'T-AAAA': monday, 'T-BBBB': tuesday, 'T-CCCC': tuesday },
  );
});

const three: Readonly<Record<string, TaskWords>> = {
  'T-AAAA': day,
  'T-CCCC': { ...day, dependsOn: ['T-BBBB'] },
  'T-DDDD': day,
};
const rest = { 'T-AAAA': monday, 'T-DDDD': monday };

test('[HOR-1] [HOR-2] a length or a lag of a million days costs the dates of what it moves', () => {
  const late = ['horizon-exceeded tasks/T-BBBB.yaml'];
  const bad = (words: TaskWords): void =>
    check(
      { tasks: { ...three, 'T-BBBB': { ...day, dependsOn: ['T-AAAA'], ...words } } },
      late,
      rest,
    );
  bad({ duration: '1000000d' });
  bad({ duration: '1000000ed' });
  // So many days are none in 32 bits.
  const round = `+${2 ** 32}ed`;
  for (const lag of ['+1000000d', '-1000000d', '+1000000ed', '+1000000000%', round]) {
    bad({ dependsOn: [`T-AAAA ${lag}`] });
    bad({ dependsOn: [`T-AAAA SS${lag}`] });
  }
});

test('[HOR-1] a number that cannot be reckoned with is too long, not too early, and none is no length', () => {
  const plan = buildPlan({ tasks: { ...three, 'T-BBBB': { ...day, dependsOn: ['T-AAAA'] } } });
  const task = plan.tasks.get('T-BBBB');
  assert.ok(task);
  const put = (change: Partial<Task>): Plan => ({
    ...plan,
    tasks: new Map(plan.tasks).set(task.id, { ...task, ...change }),
  });
  const tooLong = (change: Partial<Task>): void => {
    const bad = put(change);
    checkPlan(bad, 'T-BBBB', ['horizon-exceeded tasks/T-BBBB.yaml'], rest);
    const [problem] = computeSchedule(bad).problems;
    assert.match(problem?.message ?? '', /would finish after the year 2199/);
  };
  for (const value of [1e13, 1e15, 1e300, Number.MAX_VALUE, Infinity]) {
    const length = (isElapsed: boolean): Duration => ({ value, unit: 'd', isElapsed });
    const estimate = {
      optimistic: length(false),
      likely: length(false),
      pessimistic: length(false),
    };
    tooLong({ duration: length(false) });
    tooLong({ duration: length(true) });
    tooLong({ duration: undefined, estimate });
    tooLong({ split: [{ value: 1, unit: 'h', isElapsed: false }, length(false)] });
    for (const isElapsed of [false, true]) {
      const lag = { kind: 'duration', duration: length(isElapsed) } as const;
      tooLong({ dependsOn: [{ predecessor: 'T-AAAA', type: 'FS', lag }] });
    }
    const share = { kind: 'percent', percent: value, isElapsed: false } as const;
    tooLong({ dependsOn: [{ predecessor: 'T-AAAA', type: 'FS', lag: share }] });
  }
  const none = put({ duration: { value: NaN, unit: 'd', isElapsed: false } });
  const still = '03-02T18:00 03-02T18:00';
  checkPlan(none, 'T-BBBB', [], { ...rest, 'T-BBBB': still, 'T-CCCC': tuesday });
});

test('[CON-9] hard constraints at odds with one another are named, and each is kept', () => {
  check(
    {
      tasks: {
        'T-AAAA': { ...day, constraint: 'MSO 2026-03-10' },
        'T-BBBB': { ...day, constraint: 'MFO 2026-03-05', dependsOn: ['T-AAAA'] },
        'T-CCCC': { ...day, constraint: 'SNLT 2026-03-04', dependsOn: ['T-BBBB'] },
      },
    },
    [
      'constraint-conflict tasks/T-BBBB.yaml constraint',
      'constraint-conflict tasks/T-CCCC.yaml constraint',
    ],
    {
      'T-AAAA': '03-10T09:00 03-10T18:00',
      'T-BBBB': '03-05T09:00 03-05T18:00',
      'T-CCCC': '03-04T09:00 03-04T18:00',
    },
  );
});

test('[SUM-4] a summary that its parts contradict says so for each kind of constraint', () => {
  const isHeldBack = (constraint: string): boolean => /^(SNET|MSO)/.test(constraint);
  const conflict = (constraint: string, ...reported: readonly string[]): void =>
    check(
      {
        tasks: {
          'T-SSSS': { constraint },
          'T-BBBB': { duration: '3d', parent: 'T-SSSS', constraint: 'MSO 2026-03-09' },
          'T-CCCC': { duration: '1d', parent: 'T-SSSS', constraint: 'FNLT 2026-03-03' },
          'T-DDDD': { ...day, dependsOn: ['T-SSSS'] },
        },
      },
      reported.map(id => `constraint-conflict tasks/${id}.yaml constraint`),
      {
        'T-BBBB': '03-09T09:00 03-11T18:00',
        'T-CCCC': isHeldBack(constraint) ? tuesday : monday,
        'T-DDDD': '03-12T09:00 03-12T18:00',
        'T-SSSS': `${isHeldBack(constraint) ? '03-03T09:00' : '03-02T09:00'} 03-11T18:00`,
      },
    );
  conflict('FNLT 2026-03-06', 'T-SSSS');
  conflict('MFO 2026-03-06', 'T-SSSS');
  // These two hold the parts back, against the limit of one of them.
  conflict('SNET 2026-03-05', 'T-CCCC', 'T-SSSS');
  conflict('MSO 2026-03-05', 'T-CCCC', 'T-SSSS');
  conflict('SNLT 2026-03-04');
});

test('[PRJ-5] [CON-9] what its own constraint pulls before the project is told once, and not of a lead', () => {
  const pulled = (code: string, words: TaskWords): string => {
    const early = { duration: '3d', ...words };
    const plan = buildPlan({ tasks: { 'T-AAAA': day, 'T-BBBB': early } });
    const dates = { 'T-AAAA': monday, 'T-BBBB': '02-27T09:00 03-03T18:00' };
    checkPlan(plan, 'T-BBBB', [`${code} tasks/T-BBBB.yaml constraint`], dates);
    return computeSchedule(plan).problems[0]?.message ?? '';
  };
  assert.match(
    pulled('constraint-conflict', { constraint: 'FNLT 2026-03-03' }),
    /held at FNLT 2026-03-03, earlier than the project or its summary allows; move the date$/,
  );
  const dependsOn = ['T-AAAA'];
  assert.match(
    pulled('constraint-conflict', { constraint: 'MFO 2026-03-03', dependsOn }),
    /although what it depends on ends later/,
  );
  // A lead lets it begin so early; that it does is its constraint's doing.
  const lead = { constraint: 'MFO 2026-03-03', dependsOn: ['T-AAAA FS-9d'] };
  assert.match(pulled('date-before-start', lead), /its MFO 2026-03-03 holds it there/);
  const early = computeSchedule(
    buildPlan({
      statusDate: '2026-02-10',
      tasks: {
        'T-AAAA': { duration: '2d', status: 'done' },
        'T-BBBB': { duration: '1d', dependsOn: ['T-AAAA'] },
      },
    }),
  );
  assert.deepEqual(
    early.problems.map(({ message }) => /what it waits for lies there/.test(message)),
    [true],
  );
  const ended = computeSchedule(
    buildPlan({
      tasks: {
        'T-AAAA': { duration: '3d' },
        'T-BBBB': { duration: '2d', dependsOn: ['T-AAAA SF'] },
      },
    }),
  );
  assert.match(ended.problems[0]?.message ?? '', /its SF dependency ends it/);
});

/** Days are counted from 1970; the project starts on day 20514. */
function off(fromDay: number, toDay: number): CalendarException {
  return { title: undefined, fromDay, toDay, shifts: [] };
}

test('[DUR-2] shares of nothing count as one person, and shares of far too much are believed', () => {
  const share = (assignee: string, units: number, expected: string | undefined): void => {
    const words = {
      project: { people: buildPeople({ ada: { units } }) },
      tasks: { 'T-BBBB': { estimate: '3d', assignees: [assignee] } },
    };
    const problems = expected === undefined ? ['horizon-exceeded tasks/T-BBBB.yaml'] : [];
    check(words, problems, expected === undefined ? {} : { 'T-BBBB': expected });
  };
  const threeDays = '03-02T09:00 03-04T18:00';
  share('ada 0%', 1, threeDays);
  share('ada', 0, threeDays);
  share('ada 10000%', 100, '03-02T09:00 03-02T09:14');
  share('ada 10000%', 1, threeDays);
  share('ada 0.0001%', 1, undefined);
  share('ada', 1e-300, undefined);
});

test('[CAL-6] ten years of leave are waited for, endless leave is too long', () => {
  const away = (leave: CalendarException): PlanWords => ({
    project: { people: buildPeople({ ada: { leave: [leave] } }) },
    tasks: { ...three, 'T-BBBB': { ...day, assignees: ['ada'] } },
  });
  const back = '02-15T09:00 02-15T18:00';
  const after = '02-18T09:00 02-18T18:00';
  check(away(off(20_500, 24_150)), [], { ...rest, 'T-BBBB': back, 'T-CCCC': after });
  const late = ['horizon-exceeded tasks/T-BBBB.yaml'];
  check(away(off(0, 90_000)), late, rest);
  check(away(off(-1e9, 1e9)), late, rest);
});

test('[CAL-4] a calendar of 50,000 exceptions is compiled, and thousands on the same days', () => {
  const shifts = [{ from: 540, to: 600 }];
  const held = (exceptions: readonly CalendarException[], expected: string): void => {
    const calendars = new Map([calendar('standard', { exceptions })]);
    check({ project: { calendars }, tasks: { 'T-BBBB': day } }, [], { 'T-BBBB': expected });
  };
  const each = Array.from({ length: 50_000 }, (_, i) => off(20_400 + i, 20_400 + i));
  held(each, '10-01T09:00 10-01T18:00');
  held(
    each.map(() => off(20_514, 20_520)),
    '03-09T09:00 03-09T18:00',
  );
  // Of an hour a day for a century, eight days are a day of work.
  const hours = each
    .slice(0, 9_000)
    .map((_, i) => ({ ...off(20_514 - (i % 500), 57_000), shifts }));
  held(hours, '03-02T09:00 03-09T10:00');
});

test('[CAL-9] hours that never meet are told with everybody whose hours they are', () => {
  const nights = standardCalendar.week.map(() => [{ from: 0, to: 300 }]);
  const words = {
    project: {
      calendars: new Map([calendar('standard', {}), calendar('nights', { week: nights })]),
      people: buildPeople({ ada: {}, bo: {} }),
    },
    tasks: {
      'T-BBBB': { ...day, calendar: 'nights', keepsPeopleHours: true, assignees: ['ada', 'bo'] },
    },
  };
  const problem = 'calendar-empty project.yaml calendars nights';
  check(words, [problem], { 'T-BBBB': '03-03T00:00 03-04T03:00' });
  const [told] = computeSchedule(buildPlan(words)).problems;
  assert.match(told?.message ?? '', /the hours of ada, bo have no time in common/);
});

test('[ACT-3] [CON-9] a constraint holds work before the status date, which is told as what it is', () => {
  const told = (words: TaskWords, project: PlanWords = { tasks: {} }): string | undefined => {
    const tasks = { 'T-AAAA': { duration: '1d' }, 'T-BBBB': { duration: '2d', ...words } };
    const plan = buildPlan({ statusDate: '2026-03-09', ...project, tasks });
    return computeSchedule(plan).problems.find(({ items }) => items[0] === 'T-BBBB')?.message;
  };
  for (const constraint of ['MSO 2026-03-03', 'SNLT 2026-03-03', 'FNLT 2026-03-05']) {
    const before = `"T-BBBB" is held at ${constraint}, which puts it before the status date 2026-03-09`;
    assert.ok(told({ constraint })?.includes(before), told({ constraint }));
    assert.ok(told({ constraint, dependsOn: ['T-AAAA'] })?.includes(before));
  }
  const after = { constraint: 'MSO 2026-03-10', dependsOn: ['T-AAAA FS+9d'] };
  assert.match(told(after) ?? '', /although what it depends on ends later/);
  const still = { tasks: {}, project: { movesOpenWork: false } };
  assert.equal(told({ constraint: 'MSO 2026-03-03' }, still), undefined);
});
