import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlanDate } from '../../../src/core/model/instant.ts';
import { formatShortDay, formatSpan, formatWork } from '../../../src/core/views/dayText.ts';

function at(text: string): number {
  const date = parsePlanDate(text);
  assert.ok(date, text);
  return date.at;
}

test('a day says its year only when it is not the present one', () => {
  assert.equal(formatShortDay(at('2026-03-03'), at('2026-11-22')), '3 Mar');
  assert.equal(formatShortDay(at('2027-03-03'), at('2026-11-22')), '3 Mar 2027');
});

test('a span is as short as it can be, and midnight belongs to the day before', () => {
  const check = (from: string, to: string, expected: string): void =>
    assert.equal(formatSpan(at(from), at(to), at('2026-11-22')), expected);
  check('2026-03-02T09:00', '2026-03-02T18:00', '2 Mar');
  check('2026-03-02T09:00', '2026-03-06T18:00', '2–6 Mar');
  check('2026-03-02T00:00', '2026-03-07T00:00', '2–6 Mar');
  check('2026-03-30T09:00', '2026-04-02T18:00', '30 Mar – 2 Apr');
  check('2026-12-30T09:00', '2027-01-04T18:00', '30 Dec – 4 Jan 2027');
  check('2027-01-04T09:00', '2027-01-05T18:00', '4–5 Jan 2027');
  check('2026-03-02T18:00', '2026-03-02T18:00', '2 Mar');
});

test('working time is said in the largest unit that stays readable', () => {
  const check = (minutes: number, expected: string): void =>
    assert.equal(formatWork(minutes, 480), expected);
  check(0, '0h');
  check(45, '45m');
  check(120, '2h');
  check(480, '1d');
  check(720, '1.5d');
  check(-960, '-2d');
});
