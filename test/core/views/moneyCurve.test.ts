import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOutMoney, moneySvg } from '../../../src/core/views/moneyCurve.ts';
import { moneyPage } from '../../support/moneyPage.ts';

test('amounts of any size have room beside the curve', () => {
  const page = moneyPage();
  const small = layOutMoney({ ...page, total: 90_000, budget: null, curve: [] }, 'curve');
  for (const total of [90_000, 3_755_148_000, 999_999_999_999_00]) {
    const { left, amounts } = layOutMoney({ ...page, total, budget: null }, 'curve');
    const longest = Math.max(...amounts.map(({ label }) => label.length));
    assert.ok(left >= 6.2 * longest + 6, `${left} for ${longest} signs`);
    assert.ok(left >= small.left);
    assert.ok(moneySvg({ ...page, total, budget: null }, 'curve').includes(`M${left} `));
  }
});
