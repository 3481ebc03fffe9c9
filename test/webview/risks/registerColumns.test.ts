import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RiskRow } from '../../../src/core/views/riskRegisterView.ts';
import { type ColumnKey, sortRows } from '../../../webview/risks/registerColumns.ts';
import { ratingAt, registerView, riskRow } from '../../support/panelSnapshot.ts';

function checkOrder(column: ColumnKey, isFalling: boolean, expected: readonly string[]): void {
  const rows = [
    riskRow(0, { id: 'R-CCCC', title: 'alpha', exposureMinutes: undefined, reviewBy: undefined }),
    riskRow(0, { id: 'R-BBBB', title: 'Beta', exposureMinutes: -480, reviewBy: 1440 }),
    riskRow(0, { id: 'R-AAAA', title: 'gamma', exposureMinutes: 480, reviewBy: 1440 }),
  ];
  const view = registerView(rows);
  assert.deepEqual(
    sortRows(view.rows, { column, isFalling }).map(row => row.id),
    expected,
  );
}

test('rows are sorted by a column, equal ones as the register has them in either direction', () => {
  checkOrder('title', false, ['R-CCCC', 'R-BBBB', 'R-AAAA']);
  checkOrder('title', true, ['R-AAAA', 'R-BBBB', 'R-CCCC']);
  checkOrder('delay', true, ['R-AAAA', 'R-CCCC', 'R-BBBB']);
  checkOrder('review', false, ['R-AAAA', 'R-BBBB', 'R-CCCC']);
});

test('of equal scores the larger exposure comes first, and opportunities come after all threats', () => {
  const at = (id: string, score: number, change: Partial<RiskRow>): RiskRow => {
    const ratings = { ...riskRow(0).ratings, current: ratingAt(0, score - 1) };
    return riskRow(0, { id, riskKind: 'threat', ratings, ...change });
  };
  const rows = [
    at('R-AAAA', 3, { exposureMinutes: 960 }),
    at('R-BBBB', 3, { exposureMinutes: 2400 }),
    at('R-CCCC', 1, { exposureMinutes: 2400 }),
    at('R-DDDD', 5, { exposureMinutes: -480, riskKind: 'opportunity' }),
  ];
  const sorted = (isFalling: boolean): readonly string[] =>
    sortRows(rows, { column: 'current', isFalling }).map(row => row.id.slice(2, 3));
  assert.equal(sorted(true).join(''), 'BACD');
  assert.equal(sorted(false).join(''), 'CBAD');
});
