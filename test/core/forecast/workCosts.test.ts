import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Forecast } from '../../../src/core/forecast/forecast.ts';
import { simulate } from '../../../src/core/forecast/simulate.ts';
import { parseMoney, type Money } from '../../../src/core/model/money.ts';
import { noRates, type MoneyRules, type Rates } from '../../../src/core/model/moneyRules.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import { computeMoney } from '../../../src/core/money/computeMoney.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { planToForecast, type ForecastWords } from '../../support/buildForecast.ts';
import { rate } from '../../support/riskRatings.ts';

const eur = (text: string): Money => parseMoney(text) as Money;

const noMoney: MoneyRules = {
  budget: undefined,
  contingency: undefined,
  managementReserve: undefined,
  hourRate: undefined,
  budgets: [],
  costs: [],
  booked: [],
};

/** Ada costs 100 an hour. */
const rates: Rates = { hourRate: undefined, byPerson: new Map([['ada', eur('100')]]) };

function planOf(words: ForecastWords, money: Partial<MoneyRules> = {}): Plan {
  const plan = planToForecast({ hasOfficeHours: true, ...words });
  return { ...plan, project: { ...plan.project, money: { ...noMoney, ...money } } };
}

function forecastOf(plan: Plan, given: Rates = rates): Forecast {
  const extent = { iterations: 2000, mayStopEarly: false };
  return simulate({ plan, options: {}, seed: 1, extent, rates: given });
}

const tasks = {
  'T-AAAA': { estimate: '2d', assignees: ['ada'], cost: '500' },
  'T-BBBB': { estimate: '2d..4d..12d', dependsOn: ['T-AAAA'], assignees: ['ada 50%'] },
};

test('with every length as planned the cost is that of money', () => {
  const costs = [{ ...oneCost('Licence', '200'), every: 'week' as const }];
  const plan = planOf({ tasks }, { costs });
  const schedule = computeSchedule(plan);
  const { figures } = computeMoney(plan, schedule, { rates, at: schedule.start });
  assert.equal(forecastOf(plan).cost?.planned, figures.budgetAtCompletion);
});

function oneCost(title: string, amount: string): MoneyRules['costs'][number] {
  const none = { on: undefined, every: undefined, until: undefined };
  return { title, amount: eur(amount), ...none, category: undefined, milestone: undefined };
}

test('every hour longer costs the rate of who is on it, so that time and money go together', () => {
  const plan = planOf({ tasks }, { budget: eur('6000') });
  const { cost, finish, joint } = forecastOf(plan);
  assert.ok(cost && joint);
  assert.equal(cost.hasPeople, true);
  // 500 for the task, two days of Ada, and four days of effort at half of her time.
  assert.equal(cost.planned, 50_000 + 6 * 8 * 10_000);
  // The effort of the second is what is drawn: a quantile of its length is one of the cost.
  const beyond = finish.workMinutes.p80.value - finish.workMinutes.p50.value;
  const hundredths = cost.quantiles.p80.value - cost.quantiles.p50.value;
  assert.ok(Math.abs(hundredths - ((beyond / 60) * 10_000) / 2) < 2 * 10_000, `${hundredths}`);
  assert.ok(cost.chanceOfBudget !== undefined && cost.chanceOfBudget > 0.3);
  assert.ok(cost.chanceOfBudget < 0.9);
  // What is late is dear: both together are kept as often as each, and not by the product.
  assert.ok(Math.abs(joint.at - finish.quantiles.p80.value) < 60);
});

test('without rates there is effort alone', () => {
  const plan = planOf({ tasks: { ...tasks, 'T-AAAA': { estimate: '2d', assignees: ['ada'] } } });
  const { cost, effort } = forecastOf(plan, noRates);
  assert.equal(cost, undefined);
  assert.equal(effort?.planned, 6 * 480);
  assert.ok(effort.quantiles.p90.value > effort.quantiles.p50.value);
});

test('hours that were told count as they are, and what is left at its rate', () => {
  const done = { 'T-AAAA': { estimate: '2d', assignees: ['ada'], status: 'done', spent: '30h' } };
  const words = { ...done, 'T-BBBB': { estimate: '1d' } } as ForecastWords['tasks'];
  assert.equal(forecastOf(planOf({ tasks: words })).cost?.planned, 30 * 10_000);
  const half = { 'T-AAAA': { ...done['T-AAAA'], status: 'doing', progress: 0.5 } };
  const open = { ...half, 'T-BBBB': { estimate: '1d' } } as ForecastWords['tasks'];
  assert.equal(forecastOf(planOf({ tasks: open })).cost?.planned, (30 + 8) * 10_000);
});

test('a risk that makes a task longer costs the hours of its people, and recurring costs go on', () => {
  const risks = { 'R-AAAA': { current: rate('100%', { schedule: '5d' }), affects: ['T-AAAA'] } };
  const one = { 'T-AAAA': { estimate: '5d', assignees: ['ada'] } };
  const costs = [{ ...oneCost('Rent', '1000'), every: 'week' as const }];
  const { cost } = forecastOf(planOf({ tasks: one, risks }, { costs }));
  assert.equal(cost?.planned, 40 * 10_000 + 100_000);
  assert.equal(cost.quantiles.p50.value, 80 * 10_000 + 200_000);
});

test('amounts in another currency are left out, and said', () => {
  const foreign: Rates = { hourRate: undefined, byPerson: new Map([['ada', eur('90 USD')]]) };
  const plan = planOf({ tasks });
  const project = { ...plan.project, currency: 'EUR' };
  const { cost, notes } = forecastOf({ ...plan, project }, foreign);
  assert.equal(cost?.planned, 50_000);
  const note = notes.find(({ code }) => code === 'other-currency');
  assert.equal(note?.message, 'The amounts of T-AAAA, T-BBBB are not in EUR, so they are left out');
});
