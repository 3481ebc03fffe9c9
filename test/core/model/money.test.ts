import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formatMoney,
  isSameTold,
  parseMoney,
  tellMoney,
  type Money,
} from '../../../src/core/model/money.ts';

function euros(hundredths: number): Money {
  return { hundredths, currency: 'EUR' };
}

test('amounts are told in groups of three digits, and written without', () => {
  const check = (hundredths: number, told: string, written: string): void => {
    assert.equal(tellMoney(euros(hundredths)), told);
    assert.equal(formatMoney(euros(hundredths)), written);
  };
  check(0, '0 EUR', '0 EUR');
  check(99_900, '999 EUR', '999 EUR');
  check(120_000, '1\u202f200 EUR', '1200 EUR');
  check(-120_050, '-1\u202f200.50 EUR', '-1200.50 EUR');
  check(1_234_567_805, '12\u202f345\u202f678.05 EUR', '12345678.05 EUR');
  assert.equal(tellMoney({ hundredths: 100_000_000, currency: undefined }), '1\u202f000\u202f000');
});

test('what was told can be typed and pasted back', () => {
  for (const hundredths of [0, 99_900, 120_000, -120_050, 1_234_567_805]) {
    assert.deepEqual(parseMoney(tellMoney(euros(hundredths))), euros(hundredths));
  }
  assert.deepEqual(parseMoney('1\u00a0200\u00a0EUR'), euros(120_000));
  assert.equal(parseMoney('1\u202f20 EUR'), undefined);
});

test('an amount is the same with and without groups, and no other text is', () => {
  assert.ok(isSameTold('1200 EUR', '1\u202f200 EUR'));
  assert.ok(!isSameTold('1200 EUR', '1\u202f300 EUR'));
  assert.ok(!isSameTold('Phase 1 2', 'Phase 12'));
});
