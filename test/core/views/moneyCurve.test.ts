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

test('round amounts stand beside the curve, the last above all that is drawn', () => {
  const labels = (total: number): readonly string[] =>
    layOutMoney({ ...moneyPage(), total, budget: null, curve: [] }, 'curve').amounts.map(
      ({ label }) => label.replaceAll('\u202f', ' '),
    );
  assert.deepEqual(labels(936_000), ['0', '5 000', '10 000']);
  assert.deepEqual(labels(1_000_000), ['0', '5 000', '10 000']);
  assert.deepEqual(labels(37_551_48), ['0', '10 000', '20 000', '30 000', '40 000']);
  assert.deepEqual(labels(3), ['0', '0.01', '0.02', '0.03']);
  assert.deepEqual(labels(0), ['0', '0.01']);
});
