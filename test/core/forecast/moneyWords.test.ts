import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  tellDrawnMoney,
  tellMoneySpan,
  wholeMoney,
} from '../../../src/core/forecast/moneyWords.ts';

/** Of whole units, as a person reads it. */
const drawn = (amount: number, low: number, high: number): readonly string[] => {
  const bounds = [low * 100, high * 100] as const;
  const told = [tellDrawnMoney(amount * 100, bounds, 'EUR'), tellMoneySpan(bounds, 'EUR')];
  return told.map(text => text.replaceAll('\u202f', ' '));
};

test('money that was drawn is told in no more digits than its bounds allow', () => {
  assert.deepEqual(drawn(12_345, 12_201, 12_489), ['12 300 EUR', '12 200 to 12 500 EUR']);
  assert.deepEqual(drawn(1_234_567, 1_224_000, 1_245_000), [
    '1 230 000 EUR',
    '1 220 000 to 1 250 000 EUR',
  ]);
  assert.deepEqual(drawn(37, 30, 44), ['37 EUR', '30 to 44 EUR']);
  assert.deepEqual(drawn(-3, -40, 35), ['0 EUR', '-40 to 40 EUR']);
  assert.deepEqual(drawn(9_876, 9_876, 9_876), ['9 876 EUR', '9 876 EUR']);
});

test('an amount that somebody stated is told to whole units', () => {
  assert.equal(wholeMoney(123_456_49, undefined), '123\u202f456');
});
