import assert from 'node:assert/strict';
import { test } from 'node:test';
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
    ['23 Feb', '2 Mar', '9 Mar'],
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
