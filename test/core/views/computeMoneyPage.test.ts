import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyPlan } from '../../../src/core/model/plan.ts';
import { moneyCsv, moneySvg } from '../../../src/core/views/moneyCurve.ts';
import { moneyPage, paidPlan } from '../../support/moneyPage.ts';

test('money is told in words, each figure with its formula and the numbers in it', () => {
  const page = moneyPage();
  assert.equal(
    page.headline,
    'It will cost 9\u202f360 EUR at this rate, 2\u202f640 EUR less than the budget',
  );
  assert.deepEqual(page.sentences, [
    '3\u202f600 EUR spent by 2026-03-06 for work worth 4\u202f000 EUR; 4\u202f000 EUR was planned.',
    'The budget is 12\u202f000 EUR, 500 EUR are kept for known risks, 300 EUR for what nobody thought of.',
  ]);
  const cpi = page.figures.find(({ key }) => key === 'CPI');
  assert.deepEqual(cpi, {
    key: 'CPI',
    name: 'Cost performance index',
    value: '1.11',
    tone: 'good',
    formula: 'EV ÷ AC',
    reckoned: '4\u202f000 EUR ÷ 3\u202f600 EUR',
  });
  assert.ok(page.figures.every(({ formula }) => formula !== ''));
});

test('another currency is named apart, and a part says what its budget leaves', () => {
  const page = moneyPage();
  assert.match(page.notes[0] ?? '', /^100 USD is in none of the figures/);
  const [milestones] = page.tables;
  assert.deepEqual(
    milestones?.rows.map(({ name, costs, left }) => [name, costs, left]),
    [['Beta', '8\u202f000 EUR', '1\u202f000 EUR over']],
  );
});

test('what was earned and spent ends with the day of the figures', () => {
  const { curve, at } = moneyPage();
  assert.ok(curve.every(point => (point.earned === null) === point.at > at));
  const present = curve.find(point => point.at === at);
  assert.deepEqual(present, { at, planned: 4000_00, earned: 4000_00, actual: 3600_00 });
  assert.equal(curve.at(-1)?.planned, 10_400_00);
});

test('a plan that costs nothing says how to begin', () => {
  const page = moneyPage(emptyPlan);
  assert.equal(page.headline, 'Nothing in the plan costs anything yet');
  assert.match(page.sentences[0] ?? '', /private\.yaml/);
  assert.deepEqual(page.figures, []);
});

test('the curve is saved as a table and as a picture', () => {
  const page = moneyPage();
  const [head, first] = moneyCsv(page).split('\r\n');
  assert.equal(head, 'day,currency,planned,earned,actual');
  assert.equal(first, '2026-03-02,EUR,0,0,0');
  assert.match(moneySvg(page, 'curve'), /^<svg .*Blue: planned; green: earned; red: spent/s);
  assert.match(moneySvg(page, 'burndown'), /work that is left/);
});

test('long titles are shown by their beginnings, and the page takes what is left', () => {
  const plan = paidPlan();
  const long = 'x'.repeat(200_000);
  const milestones = new Map(
    [...plan.milestones].map(([id, each]) => [id, { ...each, title: long }] as const),
  );
  const tasks = new Map(
    [...plan.tasks].map(([id, each]) => [id, { ...each, title: long }] as const),
  );
  const page = moneyPage({ ...plan, milestones, tasks });
  assert.ok(JSON.stringify(page).length < 50_000);
  assert.match(page.tables[0]?.rows[0]?.name ?? '', /^x{1000,}…$/);
});
