import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '../../../src/core/model/instant.ts';
import { isoWeek } from '../../../webview/gantt/dateText.ts';
import { computeTicks, tiersAt } from '../../../webview/gantt/ticks.ts';
import { at } from './support/buildView.ts';

function check(pxPerDay: number, from: string, to: string, expected: [string[], string[]]): void {
  const scale = { origin: at(from), pxPerDay };
  const span = { from: at(from), to: at(to) };
  const { upper, lower } = tiersAt(pxPerDay);
  const labels = [upper, lower].map(unit =>
    computeTicks(unit, scale, span).map(({ label }) => label),
  );
  assert.deepEqual(labels, expected, `${pxPerDay} px a day`);
}

test('the header has two tiers at every zoom from hours to years', () => {
  check(1440, '2026-03-02T08:00', '2026-03-02T11:00', [
    ['Mon 2 March 2026'],
    ['08:00', '09:00', '10:00'],
  ]);
  check(200, '2026-03-02', '2026-03-02T12:00', [['Mon 2 March 2026'], ['00', '04', '08']]);
  check(50, '2026-02-26', '2026-03-01', [['February 2026'], ['Thu 26', 'Fri 27', 'Sat 28']]);
  check(24, '2026-02-28', '2026-03-02', [
    ['February 2026', 'March 2026'],
    ['28', '1'],
  ]);
  check(8, '2026-02-28', '2026-03-10', [
    ['February 2026', 'March 2026'],
    ['23 · W9', '2 · W10', '9 · W11'],
  ]);
  check(1, '2026-11-20', '2027-01-05', [
    ['2026', '2027'],
    ['Nov', 'Dec', 'Jan'],
  ]);
  check(3, '2026-11-20', '2027-01-05', [
    ['2026', '2027'],
    ['November', 'December', 'January'],
  ]);
  check(0.5, '2026-05-01', '2026-11-01', [['2026'], ['Q2', 'Q3', 'Q4']]);
  check(0.2, '2029-06-01', '2031-01-02', [
    ['2020s', '2030s'],
    ['2029', '2030', '2031'],
  ]);
});

test('cells meet without a gap, also over a leap day and the end of a year', () => {
  for (const pxPerDay of [1440, 400, 200, 24, 8, 1, 0.5, 0.2]) {
    const span = { from: at('2027-12-20'), to: at('2028-03-10') };
    const { upper, lower } = tiersAt(pxPerDay);
    for (const unit of [upper, lower]) {
      const ticks = computeTicks(unit, { origin: 0, pxPerDay }, span);
      ticks.slice(1).forEach((tick, i) => assert.equal(tick.at, ticks[i]?.until));
      assert.ok((ticks[0]?.at ?? Infinity) <= span.from && (ticks.at(-1)?.until ?? 0) >= span.to);
    }
  }
});

test('weeks are numbered as ISO 8601 has it, over the ends of years', () => {
  const week = (text: string): number => isoWeek(dayOf(at(text)));
  const days = ['2026-01-01', '2026-12-31', '2027-01-03', '2027-01-04', '2025-12-29', '2024-12-30'];
  assert.deepEqual(days.map(week), [1, 53, 53, 1, 1, 1]);
});

test('time is counted from the start of the project, without a day zero, and cells meet', () => {
  const start = at('2026-01-30T09:00');
  const labels = (pxPerDay: number, from: string, to: string): readonly string[] => {
    const { lower } = tiersAt(pxPerDay, 'project', start);
    const ticks = computeTicks(lower, { origin: 0, pxPerDay }, { from: at(from), to: at(to) });
    ticks.slice(1).forEach((tick, i) => assert.equal(tick.at, ticks[i]?.until));
    return ticks.map(({ label }) => label);
  };
  assert.deepEqual(labels(24, '2026-01-28', '2026-02-01'), ['−2', '−1', '1', '2']);
  assert.deepEqual(labels(9, '2026-01-29', '2026-02-07'), ['Week −1', 'Week 1', 'Week 2']);
  assert.deepEqual(labels(2.5, '2026-01-29', '2026-04-01'), ['Month 1', 'Month 2', 'Month 3']);
  assert.deepEqual(labels(0.25, '2026-01-29', '2027-02-01'), ['Year 1', 'Year 2']);
});
