import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amountText, delayText, sentenceOf } from '../../../webview/risks/riskText.ts';
import { riskRow } from '../../support/panelSnapshot.ts';

function checkSentence(cause: string, event: string, effect: string, expected: string): void {
  assert.equal(sentenceOf(riskRow(0, { cause, event, effect })), expected);
}

test('cause, event and effect read as one sentence, whatever is missing', () => {
  checkSentence(
    'it rains',
    'the roof leaks',
    'servers stop',
    'Because it rains, it may happen that the roof leaks, which would mean: servers stop.',
  );
  checkSentence('Because of rain.', '', '', 'Because of rain.');
  checkSentence('', 'the roof leaks.', '', 'It may happen that the roof leaks.');
  checkSentence('', '', 'servers stop', 'The effect: servers stop.');
  checkSentence('', '', '', '');
});

test('exposures are short, and gains have a plus', () => {
  assert.equal(delayText(480, 480), '1 d');
  assert.equal(delayText(-700, 480), '+1.5 d');
  assert.equal(delayText(undefined, 480), '');
  assert.equal(amountText(123_456_789, 'EUR'), '1\u202f234\u202f568 EUR');
  assert.equal(amountText(-5000, undefined), '+50');
  assert.equal(amountText(undefined, 'EUR'), '');
});

test('an effect of a hundred thousand dots is read as fast as others', () => {
  const startedAt = performance.now();
  const effect = `${'.;'.repeat(50_000)}x.;,`;
  const sentence = sentenceOf(riskRow(0, { cause: '', event: '', effect }));
  assert.ok(sentence.endsWith(';x.'));
  assert.ok(performance.now() - startedAt < 1000);
});
