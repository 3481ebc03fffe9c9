import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PastRisk, RiskHistoryView } from '../../../src/core/views/riskHistoryView.ts';
import { historySeries } from '../../../webview/risks/historySeries.ts';
import { stepPath } from '../../../webview/risks/stepChart.ts';
import { ratingAt, riskRow } from '../../support/panelSnapshot.ts';

const past = (id: string, score: number, minutes: number): PastRisk => ({
  id,
  riskKind: minutes < 0 ? 'opportunity' : 'threat',
  isLive: true,
  score,
  minutes,
  hundredths: undefined,
});

const history: RiskHistoryView = {
  points: [
    { commit: 'a', at: 10, risks: [past('R-AAAA', 6, 480)] },
    { commit: 'b', at: 20, risks: [past('R-AAAA', 6, 480)] },
    { commit: 'c', at: 30, risks: [past('R-AAAA', 4, 240), past('R-BBBB', 2, -100)] },
  ],
};
const ratings = { ...riskRow(0).ratings, current: ratingAt(0, 2) };
const row = riskRow(0, {
  id: 'R-AAAA',
  riskKind: 'threat',
  ratings,
  exposureMinutes: 120,
  exposureHundredths: undefined,
});
const now = { rows: [row], at: 40 };

test('the moments are those at which something changed, up to what is shown now', () => {
  assert.deepEqual(
    historySeries(history, now, undefined).map(({ at, threats, gains }) => [
      at,
      threats.minutes,
      gains.minutes,
    ]),
    [
      [10, 480, undefined],
      [30, 240, -100],
      [40, 120, undefined],
    ],
  );
});

test('what is shown now is never before the newest commit', () => {
  const late = historySeries(history, { ...now, at: 15 }, undefined).at(-1);
  assert.deepEqual([late?.commit, late?.at], ['', 30]);
});

test('one risk is looked at from the commit on that brought it', () => {
  const of = (id: string): readonly unknown[] =>
    historySeries(history, now, id).map(({ commit, score }) => [commit, score]);
  assert.deepEqual(of('R-AAAA'), [
    ['a', 6],
    ['c', 4],
    ['', 3],
  ]);
  assert.deepEqual(of('R-BBBB'), [['c', 2]]);
  assert.deepEqual(of('R-ZZZZ'), []);
});

test('values hold until the next, from the left edge to the right', () => {
  const size = { width: 100, height: 50 };
  const steps = [
    { at: 0, value: 10 },
    { at: 5, value: 5 },
  ];
  assert.equal(stepPath(steps, 10, size), 'M0 0H50V25H100');
  assert.equal(stepPath([{ at: 0, value: 0 }], 10, size), 'M0 50H100');
  assert.equal(stepPath([], 10, size), undefined);
  assert.equal(stepPath([{ at: 10, value: 1 }], 10, size), undefined);
});
