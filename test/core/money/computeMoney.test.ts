import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lastStep } from '../../../src/core/base/lastStep.ts';
import { parsePlanDate } from '../../../src/core/model/instant.ts';
import { noRates, type MoneyRules, type Rates } from '../../../src/core/model/moneyRules.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import { formatIndex, indexOf, shareOf } from '../../../src/core/money/amounts.ts';
import { checkMoney } from '../../../src/core/money/checkMoney.ts';
import {
  computeMoney,
  expectedInSteps,
  type MoneyView,
} from '../../../src/core/money/computeMoney.ts';
import { computeLoad } from '../../../src/core/people/computeLoad.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { benchOf } from '../../support/runOnFiles.ts';
import { buildPeople, buildPlan, type TaskWords } from '../../support/buildPlan.ts';

const nothing: MoneyRules = {
  budget: undefined,
  contingency: undefined,
  managementReserve: undefined,
  hourRate: undefined,
  budgets: [],
  costs: [],
  booked: [],
};
const euros = (hundredths: number): { hundredths: number; currency: undefined } => ({
  hundredths,
  currency: undefined,
});
const at = (text: string): number => parsePlanDate(text)?.at ?? NaN;

function planOf(
  tasks: Readonly<Record<string, TaskWords>>,
  money: Partial<MoneyRules> = { hourRate: euros(100_00) },
): Plan {
  const people = buildPeople({ ada: {}, bob: { units: 0.5 } });
  return buildPlan({
    project: { people, currency: 'EUR', money: { ...nothing, ...money } },
    tasks,
  });
}

function moneyOf(plan: Plan, day: string, rates: Rates = noRates): MoneyView {
  return computeMoney(plan, computeSchedule(plan), { rates, at: at(day) });
}

test('the figures of a plan half on its way are those of the textbook', () => {
  // Ten days of one person at 100 an hour: 8,000. After four days half is done for 3,600.
  const plan = planOf({
    'T-0001': {
      duration: '10d',
      assignees: ['ada'],
      started: '2026-03-02',
      progress: 0.5,
      spent: '36h',
    },
  });
  const { figures } = moneyOf(plan, '2026-03-06');
  assert.equal(figures.budgetAtCompletion, 8000_00);
  assert.equal(figures.plannedValue, 3200_00);
  assert.equal(figures.earnedValue, 4000_00);
  assert.equal(figures.actualCost, 3600_00);
  assert.deepEqual(
    [figures.costIndex, figures.scheduleIndex, figures.toCompleteIndex].map(formatIndex),
    ['1.11', '1.25', '0.91'],
  );
  assert.equal(figures.estimateAtCompletion, 7200_00);
  assert.equal(figures.varianceAtCompletion, 800_00);
  assert.deepEqual([figures.earnedMinutes, figures.actualMinutes], [2400, 1920]);
  assert.equal(formatIndex(figures.timeIndex), '1.25');
});

test('while nothing is planned, a plan that is as far as that is on time', () => {
  const plan = planOf({
    'T-0001': { duration: '5d', started: '2026-03-02', progress: 1, cost: '400' },
    'T-0002': { duration: '5d', constraint: 'SNET 2026-03-30', cost: '600' },
  });
  const indexOn = (day: string): number | undefined => moneyOf(plan, day).figures.timeIndex;
  assert.equal(indexOn('2026-03-20'), 10_000);
  assert.ok((indexOn('2026-03-05') ?? 0) > 10_000, 'done before the day');
  assert.ok((indexOn('2026-04-02') ?? 10_000) < 10_000, 'the second task has not begun');
  const begun = planOf({ 'T-0001': { duration: '5d', constraint: 'SNET 2026-03-30', cost: '1' } });
  assert.equal(moneyOf(begun, '2026-03-20').figures.timeIndex, 10_000);
});

test('hours cost the rate of the person, and effort is shared by what each gives', () => {
  const rates = { hourRate: undefined, byPerson: new Map([['ada', euros(90_00)]]) };
  const plan = planOf({ 'T-0001': { estimate: '3d', assignees: ['ada', 'bob'] } });
  // 24 hours, 16 of them by ada and 8 by bob, who has no rate but that of the project.
  assert.equal(
    moneyOf(plan, '2026-03-02', rates).figures.budgetAtCompletion,
    16 * 90_00 + 8 * 100_00,
  );
});

test('hours cost the rate of those who work while somebody is away', async () => {
  const planned = async (work: string, by = { ada: 20, bob: 60 }) => {
    const bench = await benchOf({
      'project.yaml':
        'name: Demo\nstart: 2026-03-02\ncurrency: EUR\npeople:\n  ada: { leave: 2026-03-02..2026-03-06 }\n  bob: Bob\n',
      'tasks/T-AAAA.yaml': `title: A\n${work}\nassignees: [ada, bob]\n`,
    });
    const { plan } = bench.store.snapshot;
    const schedule = computeSchedule(plan);
    const hours = computeLoad(plan, schedule).people.map(each => [each.person, each.work / 60]);
    assert.deepEqual(Object.fromEntries(hours), by);
    const byPerson = new Map([
      ['ada', euros(100_00)],
      ['bob', euros(50_00)],
    ]);
    const rates = { hourRate: undefined, byPerson };
    const { id = '' } = await bench.run('takeBaseline', { title: 'Agreed' });
    const agreed = Object.entries(by).flatMap(([key, each]) =>
      each > 0 ? [`      ${key}: ${each * 60}`] : [],
    );
    assert.ok(bench.files.text(`baselines/${id}.yaml`)?.includes(agreed.join('\n')));
    return computeMoney(plan, schedule, { rates, at: at('2026-03-02') }).planned;
  };
  assert.equal(await planned('estimate: 10d'), 5000_00);
  assert.equal(await planned('duration: 5d', { ada: 0, bob: 40 }), 2000_00);
});

test('recurring costs fall due on the last day of months that are shorter', () => {
  const licence = {
    title: 'Licence',
    amount: euros(10_00),
    on: { at: at('2026-01-31'), hasTime: false },
    every: 'month' as const,
    until: { at: at('2026-04-30'), hasTime: false },
    category: 'tools',
    milestone: undefined,
  };
  const plan = planOf({}, { costs: [licence] });
  const { lines, categories, figures } = moneyOf(plan, '2026-03-01');
  assert.deepEqual(
    lines.map(({ from }) => from),
    ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'].map(at),
  );
  assert.deepEqual(categories, [
    { key: 'tools', budget: undefined, planned: 40_00, earned: 20_00 },
  ]);
  assert.equal(figures.actualCost, 20_00);
});

test('another currency stays apart, and is told', () => {
  const plan = planOf({
    'T-0001': { duration: '1d', cost: '100 USD' },
    'T-0002': { duration: '1d', cost: '50' },
  });
  const money = moneyOf(plan, '2026-03-02');
  assert.equal(money.figures.budgetAtCompletion, 50_00);
  assert.deepEqual(money.others, [{ currency: 'USD', hundredths: 100_00 }]);
  const found = checkMoney(plan, computeSchedule(plan), { rates: noRates, at: 0 });
  assert.deepEqual(
    found.map(({ code }) => code),
    ['currency-mixed'],
  );
});

test('a budget of nothing, a rate without a currency and a cost before the start are told', () => {
  const early = {
    title: 'Stamp',
    amount: euros(1),
    on: { at: at('2026-02-01'), hasTime: false },
    every: undefined,
    until: undefined,
    category: undefined,
    milestone: undefined,
  };
  const plan = buildPlan({
    project: { money: { ...nothing, budget: euros(0), hourRate: euros(1), costs: [early] } },
  });
  const found = checkMoney(plan, computeSchedule(plan), { rates: noRates, at: 0 });
  assert.deepEqual(
    found.map(({ code }) => code),
    ['currency-missing', 'budget-exceeded', 'cost-before-start'],
  );
});

test('a plan that costs nothing has figures of nothing, and no index', () => {
  const { figures } = moneyOf(buildPlan({}), '2026-03-02');
  assert.equal(figures.budgetAtCompletion, 0);
  assert.deepEqual(
    [figures.costIndex, figures.scheduleIndex, figures.estimateAtCompletion],
    [undefined, undefined, undefined],
  );
});

test('shares are exact, round halves away from zero, and parts of a whole lie within it', () => {
  assert.equal(shareOf(5, 1, 2), 3);
  assert.equal(shareOf(-5, 1, 2), -3);
  assert.equal(shareOf(1, 1, 3), 0);
  assert.equal(shareOf(9_007_199_254_740_991, 999_999, 1_000_000), 9_007_190_247_541_736);
  assert.equal(indexOf(1, 0), undefined);
  fc.assert(
    fc.property(fc.nat(1_000_000_000), fc.nat(1_000_000), (amount, part) => {
      const share = shareOf(amount, part, 1_000_000);
      assert.ok(share >= 0 && share <= amount);
      assert.ok(Math.abs(share + shareOf(amount, 1_000_000 - part, 1_000_000) - amount) <= 1);
    }),
    { seed: 8, numRuns: 300 },
  );
});

test('a share is the same whether its numbers are small or large', () => {
  const whole = fc.integer({ min: -60_000_000, max: 60_000_000 });
  fc.assert(
    fc.property(whole, whole, whole, (amount, part, of) => {
      // As many times as large on both sides it goes another way, and comes out the same.
      const scale = 2 ** 26;
      assert.equal(shareOf(amount, part, of), shareOf(amount, part * scale, of * scale));
    }),
    { seed: 8, numRuns: 2000 },
  );
});

test('a part with a budget is told of before anything costs it, and when it costs too much', () => {
  const dollars = { hundredths: 900_00, currency: 'USD' };
  const plan: Plan = {
    ...planOf(
      { 'T-0001': { duration: '1d', assignees: ['ada'] }, 'T-0002': { duration: '1d' } },
      {
        hourRate: euros(100_00),
        contingency: dollars,
        budgets: [
          { part: 'M-0001', amount: euros(50_00) },
          { part: 'T-0001', amount: euros(799_99) },
          { part: 'T-0002', amount: euros(1_00) },
          { part: 'tools', amount: euros(2_00) },
          { part: 'people', amount: dollars },
          { part: 'M-0009', amount: euros(1_00) },
        ],
        booked: [
          { title: 'Desk', amount: dollars, on: undefined, category: undefined, task: undefined },
        ],
        costs: [
          {
            title: 'Lost',
            amount: euros(5_00),
            on: parsePlanDate('2026-05-01'),
            every: 'month',
            until: parsePlanDate('2026-04-01'),
            category: undefined,
            milestone: undefined,
          },
        ],
      },
    ),
    milestones: buildPlan({ milestones: { 'M-0001': { title: 'Later' } } }).milestones,
  };
  const schedule = computeSchedule(plan);
  const money = computeMoney(plan, schedule, { rates: noRates, at: at('2026-03-06') });
  const told = [money.milestones, money.components, money.categories].map(parts =>
    parts.map(({ key, planned, budget }) => [key, planned, budget]),
  );
  assert.deepEqual(told, [
    [['M-0001', 0, 50_00]],
    [
      ['T-0001', 800_00, 799_99],
      ['T-0002', 0, 1_00],
    ],
    [
      ['people', 800_00, undefined],
      ['tools', 0, 2_00],
    ],
  ]);
  const problems = checkMoney(plan, schedule, { rates: noRates, at: at('2026-03-06') });
  assert.deepEqual(
    problems.map(({ code, field }) => `${code} ${field?.join('.') ?? ''}`),
    [
      'currency-mixed money.contingency',
      'currency-mixed money.budgets.4.amount',
      'currency-mixed money.booked.0.amount',
      'budget-exceeded money.budgets.1.for',
      'reference-unknown money.budgets.5.for',
      'cost-never-due money.costs.0.until',
    ],
  );
});

const unbooked = { on: undefined, category: undefined, task: undefined };
const rent = {
  title: 'Rent',
  amount: euros(5000_00),
  on: undefined,
  every: undefined,
  until: undefined,
  category: 'office',
  milestone: undefined,
};

test('what is booked stands for the costs that it names, and all others count as planned', () => {
  const figuresOf = (...booked: MoneyRules['booked']) => {
    const done = {
      duration: '1d',
      status: 'done' as const,
      started: '2026-03-02',
      finished: '2026-03-02',
    };
    const plan = planOf({ 'T-0001': { ...done, cost: '5000' } }, { costs: [rent], booked });
    return moneyOf(plan, '2026-03-06').figures;
  };
  const told = (...booked: MoneyRules['booked']) => {
    const { actualCost, withoutBooking } = figuresOf(...booked);
    return [actualCost / 100, withoutBooking];
  };
  const pay = (title: string, amount: number, more: object = {}) => ({
    ...unbooked,
    title,
    amount: euros(amount * 100),
    ...more,
  });
  assert.deepEqual(told(), [10_000, ['T-0001', 'Rent']]);
  assert.deepEqual(told(pay('Coffee', 1)), [10_001, ['T-0001', 'Rent']], 'on top of all');
  assert.deepEqual(told(pay('Server', 6000, { task: 'T-0001' })), [11_000, ['Rent']]);
  assert.deepEqual(told(pay('rent ', 5200)), [10_200, ['T-0001']]);
  assert.deepEqual(told(pay('Landlord', 5500, { category: 'office' })), [10_500, ['T-0001']]);
  assert.deepEqual(told(pay('Rent', 400)), [10_000, ['T-0001', 'Rent']], 'the rest is to be paid');
  assert.equal(formatIndex(figuresOf(pay('Coffee', 1)).costIndex), '1.00');
});

test('no booking makes less of what was spent', () => {
  const some = fc.record({
    title: fc.constantFrom('Rent', 'Coffee'),
    amount: fc.integer({ min: 0, max: 900_00 }).map(euros),
    on: fc.constantFrom(undefined, parsePlanDate('2026-03-03'), parsePlanDate('2026-03-05')),
    category: fc.constantFrom(undefined, 'office', 'task', 'people'),
    task: fc.constantFrom(undefined, 'T-0001', 'T-0009'),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 6 }), some, (booked, more) => {
      const spentWith = (all: MoneyRules['booked']): readonly number[] => {
        const costs = [rent, { ...rent, title: 'Tea', amount: euros(70_00) }];
        const plan = planOf(
          { 'T-0001': { duration: '5d', cost: '400', started: '2026-03-02', progress: 0.5 } },
          { costs, booked: all },
        );
        const { figures, curve } = moneyOf(plan, '2026-03-06');
        const points = curve.flatMap(({ actual }) => (actual === undefined ? [] : [actual]));
        return [figures.actualCost, ...points];
      };
      const after = spentWith([...booked, more]);
      spentWith(booked).forEach((spent, place) => {
        assert.ok((after[place] ?? 0) >= spent);
      });
      assert.equal(after[0], after.at(-1), 'the curve ends where the figures are');
    }),
    { seed: 8, numRuns: 60 },
  );
});

test('what is earned is the share that was told, however short the task is', () => {
  // A third of three minutes is one of them; of a purchase nobody counts minutes.
  const task = { cost: '1000', started: '2026-03-02', progress: 0.33 };
  const plan = planOf({
    'T-0001': { ...task, duration: '7m' },
    'T-0002': { ...task, duration: '0d' },
    'T-0003': { ...task, progress: 0.5, duration: '4d', remaining: '6d' },
  });
  const { lines, figures } = moneyOf(plan, '2026-03-06');
  assert.deepEqual(
    lines.map(({ earned }) => earned),
    [330_000, 330_000, 250_000],
  );
  assert.equal(figures.earnedValue, 330_00 + 330_00 + 250_00);
});

test('what the plan is expected to cost is told alone as all of its money tells it', () => {
  const begun = { duration: '4d', assignees: ['ada'], started: '2026-03-02', progress: 0.25 };
  const plans = [
    planOf({ 'T-0001': { ...begun, spent: '20h' }, 'T-0002': { duration: '1d', cost: '70 USD' } }),
    planOf({ 'T-0001': { duration: '4d', assignees: ['ada'], constraint: 'SNET 2026-04-01' } }),
    planOf({}),
  ];
  for (const plan of plans) {
    const { figures, others } = moneyOf(plan, '2026-03-06');
    const options = { rates: noRates, at: at('2026-03-06') };
    const alone = lastStep(expectedInSteps(plan, computeSchedule(plan), options));
    assert.deepEqual(alone, {
      expected: figures.estimateAtCompletion ?? figures.budgetAtCompletion,
      others,
    });
  }
});
