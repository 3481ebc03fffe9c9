import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRiskHistory } from '../../src/protocol/parseRiskHistory.ts';

const risk = { id: 'R-AAAA', riskKind: 'threat', isLive: true, score: 6, minutes: 480 };
const history = { points: [{ commit: 'abc', at: 1440, risks: [risk] }] };

test('a history comes through as it was sent, with what is unknown left out', () => {
  assert.deepEqual(parseRiskHistory(history), {
    points: [{ commit: 'abc', at: 1440, risks: [{ ...risk, hundredths: undefined }] }],
  });
});

test('anything else is no history', () => {
  const wrong: readonly unknown[] = [
    null,
    {},
    { points: [null] },
    { points: [{ commit: 'abc', at: 'now', risks: [] }] },
    { points: [{ commit: 'abc', at: 1, risks: [{ ...risk, riskKind: 'hope' }] }] },
    { points: [{ commit: 'abc', at: 1, risks: [{ ...risk, minutes: '480' }] }] },
    { points: [{ commit: 'abc', at: 1, risks: [{ ...risk, score: -1 }] }] },
  ];
  for (const value of wrong) assert.equal(parseRiskHistory(value), undefined);
});
