import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant } from '../../../src/core/model/instant.ts';
import { createWorkingTime } from '../../../webview/gantt/workingTime.ts';
import { at, nightsAndWeekends } from './support/buildView.ts';

const range = { from: at('2026-03-02'), to: at('2026-03-27') };
const time = createWorkingTime(nightsAndWeekends(range.from, range.to), range);

test('working minutes are counted over nights, weekends and beyond what is known', () => {
  const check = (from: string, to: string, minutes: number): void =>
    assert.equal(time.workBetween(at(from), at(to)), minutes, `${from} to ${to}`);
  check('2026-03-02T08:00', '2026-03-02T16:00', 480);
  check('2026-03-02T12:00', '2026-03-03T09:00', 300);
  check('2026-03-06T08:00', '2026-03-09T16:00', 960);
  check('2026-03-07', '2026-03-09', 0);
  check('2026-03-09T16:00', '2026-03-06T08:00', -960);
  check('2036-03-03T08:00', '2036-03-10T08:00', 2400);
  check('2016-03-07T08:00', '2016-03-14T08:00', 2400);
});

test('work ends at the end of a period and starts at the beginning of one', () => {
  const check = (actual: number, expected: string): void =>
    assert.equal(formatInstant(actual), expected);
  check(time.addWork(at('2026-03-02T08:00'), 480), '2026-03-02T16:00');
  check(time.addWork(at('2026-03-06T08:00'), 481), '2026-03-09T08:01');
  check(time.addWork(at('2026-03-09T12:00'), -480), '2026-03-06T12:00');
  check(time.nextWork(at('2026-03-07T10:00')), '2026-03-09T08:00');
  check(time.nextWork(at('2026-03-09T08:00')), '2026-03-09T08:00');
  check(time.nextWork(at('2026-03-06T16:00')), '2026-03-09T08:00');
  check(time.previousWork(at('2026-03-08T10:00')), '2026-03-06T16:00');
  check(time.addWork(at('2040-06-01T08:00'), 4800), '2040-06-14T16:00');
});

test('without any known stretch every minute is working time', () => {
  const always = createWorkingTime(new Float64Array(), range);
  assert.equal(always.addWork(at('2026-03-07'), 90), at('2026-03-07T01:30'));
  assert.equal(always.nextWork(at('2026-03-07')), at('2026-03-07'));
});
