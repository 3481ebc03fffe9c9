import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlanDate } from '../../../src/core/model/instant.ts';
import { noRates } from '../../../src/core/model/moneyRules.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import { computeMoney } from '../../../src/core/money/computeMoney.ts';
import { computeLoad } from '../../../src/core/people/computeLoad.ts';
import { computeReport } from '../../../src/core/report/computeReport.ts';
import { compareReports } from '../../../src/core/report/compareReports.ts';
import { parseFrozen } from '../../../src/core/report/frozenReport.ts';
import { audiences, type Audience, type Report } from '../../../src/core/report/report.ts';
import { reportHtml } from '../../../src/core/report/reportHtml.ts';
import { reportMarkdown } from '../../../src/core/report/reportMarkdown.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { buildPeople, buildPlan } from '../../support/buildPlan.ts';

const hour = { hundredths: 100_00, currency: undefined };

function planOf(): Plan {
  const people = buildPeople({ ada: { name: 'Ada <b>Byron</b>' } });
  const rules = { budget: undefined, contingency: undefined, managementReserve: undefined };
  const money = { ...rules, hourRate: hour, budgets: [], costs: [], booked: [] };
  const plan = buildPlan({
    project: { name: 'Bridge', people, currency: 'EUR', money },
    milestones: {
      'M-0001': { title: 'Foundation', due: '2026-03-06', reached: '2026-03-05' },
      'M-0002': { title: 'Road | deck', due: '2026-03-10' },
      'M-0003': { title: 'Secret trial' },
    },
    tasks: {
      'T-0001': {
        title: 'Dig',
        duration: '4d',
        milestone: 'M-0001',
        assignees: ['ada'],
        status: 'done',
        started: '2026-03-02',
        finished: '2026-03-05',
      },
      'T-0002': {
        title: '<script>alert(1)</script>',
        duration: '10d',
        milestone: 'M-0002',
        assignees: ['ada'],
        dependsOn: ['T-0001'],
      },
      'T-0003': { title: 'Hidden work' },
      'T-0004': { title: 'Hidden part', duration: '1d', parent: 'T-0003' },
      'T-0005': { title: 'Hidden trial run', duration: '1d', milestone: 'M-0003' },
      'T-0006': { title: 'Shown part', duration: '1d', parent: 'T-0003' },
    },
  });
  const hidden = plan.tasks.get('T-0003');
  const shown = plan.tasks.get('T-0006');
  const trial = plan.milestones.get('M-0003');
  if (!hidden || !shown || !trial) throw new Error('the plan has lost its items');
  return {
    ...plan,
    tasks: new Map(plan.tasks)
      .set('T-0003', { ...hidden, visibility: 'internal' })
      .set('T-0006', { ...shown, visibility: 'public' }),
    milestones: new Map(plan.milestones).set('M-0003', { ...trial, visibility: 'internal' }),
  };
}

function reportOf(plan: Plan, audience: Audience): Report {
  const at = parsePlanDate('2026-03-07')?.at ?? 0;
  const schedule = computeSchedule(plan, { today: at });
  const money = computeMoney(plan, schedule, { rates: noRates, at });
  return computeReport({
    plan,
    schedule,
    audience,
    at,
    basis: 'asked',
    money,
    load: computeLoad(plan, schedule),
  });
}

test('a missed promise is red, with its name in a sentence', () => {
  const report = reportOf(planOf(), 'management');
  assert.equal(report.light, 'red');
  assert.equal(
    report.judgements[0]?.sentence,
    'It ends on 2026-03-19, and “Road | deck” will be later than promised.',
  );
  assert.deepEqual(
    report.judgements.map(({ subject }) => subject),
    ['Time', 'Money', 'Risk', 'People'],
  );
});

test('reached milestones are told with the names of those who did the work', () => {
  const report = reportOf(planOf(), 'team');
  const achieved = report.sections.find(({ title }) => title.startsWith('Achieved'));
  assert.deepEqual(achieved?.rows, [
    ['Foundation ★', '2026-03-05', 'Ada <b>Byron</b>'],
    ['Dig', '2026-03-05', 'Ada <b>Byron</b>'],
  ]);
});

test('what is done without a day was not achieved on the day of its schedule', () => {
  const plan = buildPlan({ tasks: { 'T-0001': { duration: '1d', status: 'done' } } });
  const achieved = reportOf(plan, 'team').sections.find(({ title }) =>
    title.startsWith('Achieved'),
  );
  assert.deepEqual(achieved?.rows, []);
  assert.match(achieved.empty, /does not say when/);
});

test('a customer sees no names, no money and nothing internal, in no form of the page', () => {
  const report = reportOf(planOf(), 'customer');
  for (const text of [reportMarkdown(report), reportHtml(report), JSON.stringify(report)]) {
    assert.doesNotMatch(text, /Ada|EUR|Hidden|Secret/);
    assert.match(text, /Dig/);
    assert.match(text, /Shown part/);
  }
});

test('text of a plan is text in every form', () => {
  const report = reportOf(planOf(), 'team');
  assert.doesNotMatch(reportHtml(report), /<script|<b>/);
  const markdown = reportMarkdown(report);
  assert.doesNotMatch(markdown, /[^\\]<script/);
  assert.match(markdown, /Road \\\| deck/);
});

test('the same plan and day give the same bytes', () => {
  assert.equal(reportHtml(reportOf(planOf(), 'team')), reportHtml(reportOf(planOf(), 'team')));
});

test('amounts are told in groups of digits that no line parts, in every form of the page', () => {
  const report = reportOf(planOf(), 'management');
  for (const text of [reportMarkdown(report), reportHtml(report)]) {
    assert.match(text, /\d\u202f\d{3} EUR/);
    assert.doesNotMatch(text, /\d{4,} EUR/);
  }
});

test('texts of any length are told by their beginnings', () => {
  const plan = planOf();
  const endless = 'x'.repeat(1_000_000);
  const task = plan.tasks.get('T-0001');
  const milestone = plan.milestones.get('M-0001');
  assert.ok(task && milestone);
  const long: Plan = {
    ...plan,
    project: { ...plan.project, name: endless, people: buildPeople({ ada: { name: endless } }) },
    tasks: new Map(plan.tasks).set('T-0001', { ...task, title: endless }),
    milestones: new Map(plan.milestones).set('M-0001', { ...milestone, title: endless }),
  };
  for (const audience of audiences) {
    const report = reportOf(long, audience);
    assert.ok(JSON.stringify(report).length < 40_000, audience);
    const before = parseFrozen(reportMarkdown(report), report);
    const section = { title: 'Dates', empty: '', columns: ['Milestone', 'Promised'] };
    const rows = (cell: string) => [{ ...section, rows: [['Road', cell]] }];
    const told = compareReports(
      { ...before, sections: rows(endless) },
      { ...report, sections: rows('soon') },
    );
    assert.ok(told.join('').length < 3000, told.join('').slice(0, 100));
  }
});

test('work for which nobody with the skill has time is told among people', () => {
  const people = buildPeople({ ada: { name: 'Ada' } });
  const tasks = { 'T-0001': { title: 'Dive', duration: '4d', skills: ['dive'] } };
  const judgement = reportOf(buildPlan({ project: { people }, tasks }), 'team').judgements.find(
    ({ subject }) => subject === 'People',
  );
  assert.deepEqual(judgement, {
    subject: 'People',
    light: 'yellow',
    sentence: 'Nobody has the time for all work that needs the skill “dive”.',
  });
});

test('an empty plan has a report that says so', () => {
  const report = reportOf(buildPlan({}), 'steering');
  assert.equal(report.summary, 'The plan has no tasks yet.');
  assert.match(reportMarkdown(report), /No milestone is planned\./);
  assert.match(reportHtml(report), /No decision is waiting\./);
});

test('a plan whose end is past and whose work is not done is none that goes as agreed', () => {
  const tasks = { 'T-0001': { duration: '2d' }, 'T-0002': { duration: '1d' } };
  const past = reportOf(buildPlan({ start: '2026-02-02', tasks }), 'team');
  assert.equal(past.light, 'red');
  assert.match(timeOf(past), /^red .*which is past, and 2 tasks are not done/);
  const going = { ...tasks, 'T-0003': { duration: '40d' } };
  const behind = reportOf(buildPlan({ start: '2026-02-02', tasks: going }), 'team');
  assert.match(timeOf(behind), /^yellow .*2 tasks should be done by now and are not/);
});

function timeOf({ judgements }: Report): string {
  const time = judgements.find(({ subject }) => subject === 'Time');
  return `${time?.light} ${time?.sentence}`;
}

test('tasks are counted once: no summaries, and nothing that is part of what was given up', () => {
  const tasks = {
    'T-0001': { title: 'Summary', milestone: 'M-0001' },
    'T-0002': {
      duration: '1d',
      parent: 'T-0001',
      assignees: ['ada'],
      status: 'done',
      started: '2026-03-02',
      finished: '2026-03-02',
    },
    'T-0003': { duration: '9d', parent: 'T-0001' },
    'T-0004': { title: 'Given up', status: 'dropped' },
    'T-0005': { duration: '1d', parent: 'T-0004', status: 'blocked' },
    'T-0006': { duration: '1d', milestone: 'M-0002' },
  } as const;
  const milestones = {
    'M-0001': { title: 'Ship', due: '2026-03-04', reached: '2026-03-05' },
    'M-0002': { title: 'Sail', due: '2026-03-01' },
  };
  const report = reportOf(buildPlan({ tasks, milestones }), 'team');
  assert.match(report.summary, /1 of 3 tasks is done\./);
  assert.deepEqual(report.celebrations, ['“Ship” was reached on 2026-03-05, by the work of ada.']);
  assert.deepEqual(report.sections.find(({ title }) => title === 'Blocked')?.rows, []);
  const dates = report.sections.find(({ title }) => title === 'Dates');
  assert.match(JSON.stringify(dates?.rows), /1 day late/);
});

test('of hundreds of dates a page tells what is late, then what comes next, and how many more there are', () => {
  const milestones = Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => {
      const id = `M-${String(1000 + i)}`;
      const day = `2026-${String(1 + Math.floor(i / 28)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
      const isReached = i < 40;
      return [id, { title: `Stone ${i}`, due: day, ...(isReached ? { reached: day } : {}) }];
    }),
  );
  const late = { title: 'Late', due: '2026-03-04' };
  const tasks = { 'T-0001': { duration: '220d', milestone: 'M-9999' } };
  const plan = buildPlan({ tasks, milestones: { ...milestones, 'M-9999': late } });
  const report = reportOf(plan, 'team');
  const dates = report.sections.find(({ title }) => title === 'Dates')?.rows ?? [];
  assert.equal(dates.length, 24);
  assert.deepEqual(dates[0]?.[0], 'Stone 40');
  assert.deepEqual(dates.at(-2)?.[0], 'Late');
  assert.deepEqual(dates.at(-1), ['and 278 more', '', '', '']);
  assert.equal(report.bars.length, 24);
  assert.ok(report.bars.every(({ progress }) => progress === 0));
  assert.equal(report.bars.at(-1)?.title, 'Late');
  const spare = report.judgements.find(({ subject }) => subject === 'Time')?.sentence ?? '';
  assert.ok(spare.length < 200, spare);
});

test('a milestone whose work is done is drawn as reached when somebody has said so', () => {
  const tasks = {
    'T-0001': { duration: '1d', milestone: 'M-0001', status: 'done', finished: '2026-03-02' },
  } as const;
  const [bar] = reportOf(buildPlan({ tasks, milestones: { 'M-0001': {} } }), 'team').bars;
  assert.equal(bar?.progress, 0);
});

test('money that is not counted and parts that cost too much are told, and many names are cut', () => {
  const people = buildPeople(
    Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`p${i}`, { name: `P${i}` }])),
  );
  const rules = { contingency: undefined, managementReserve: undefined, hourRate: hour };
  const budgets = [{ part: 'people', amount: hour }];
  const budget = { hundredths: 9e9, currency: undefined };
  const money = { ...rules, budget, budgets, costs: [], booked: [] };
  const plan = buildPlan({
    project: { people, currency: 'EUR', money },
    tasks: Object.fromEntries(
      Array.from({ length: 18 }, (_, i) => [
        `T-00${10 + i}`,
        { duration: '1d', assignees: [`p${i % 9}`], ...(i === 0 ? { cost: '70 CHF' } : {}) },
      ]),
    ),
  });
  const { judgements } = reportOf(plan, 'management');
  const told = judgements.find(({ subject }) => subject === 'Money');
  assert.equal(told?.light, 'yellow');
  assert.match(told.sentence, /“people” cost more than was set aside for it\./);
  assert.match(told.sentence, /70 CHF in other currencies is not counted in this\./);
  const load = judgements.find(({ subject }) => subject === 'People');
  assert.equal(load?.sentence, 'P0, P1, P2, P3, P4 and 4 more have more to do than time.');
});
