import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  exceptionDays,
  isExceptionWithin,
  lastExceptionDay,
} from '../../../src/core/calendar/repeatedDays.ts';
import {
  dayOf,
  firstPlannedDay,
  formatDay,
  lastPlannedDay,
  minutesPerDay,
  parsePlanDate,
} from '../../../src/core/model/instant.ts';
import { formatRepetition, parseRepetition } from '../../../src/core/model/repetition.ts';
import type { CalendarException } from '../../../src/core/model/project.ts';

function dayAt(text: string): number {
  const date = parsePlanDate(text);
  assert.ok(date, text);
  return dayOf(date.at);
}

function repeated(every: string, from: string, until: string, times?: number): CalendarException {
  const pattern = parseRepetition(every);
  assert.ok(pattern, every);
  const range = { fromDay: dayAt(from), toDay: dayAt(until) };
  return { title: undefined, ...range, shifts: [], repeats: { pattern, times } };
}

/** The first days of a rule, from its first day to the end of 2030 unless `range` says else. */
function check(every: string, range: string, ...expected: readonly string[]): void {
  const [from = '', until = '2030-12-31'] = range.split('..');
  const days = [...exceptionDays(repeated(every, from, until))].slice(0, expected.length);
  assert.deepEqual(
    days.map(day => formatDay(day * minutesPerDay)),
    expected,
    every,
  );
}

test('[CAL-10] days repeat by days and by weeks that begin on Sunday', () => {
  check('3 days', '2025-01-01', '2025-01-01', '2025-01-04', '2025-01-07');
  check('week on fri', '2025-01-01', '2025-01-03', '2025-01-10');
  check('2 weeks on mon fri', '2025-01-01', '2025-01-03', '2025-01-13', '2025-01-17', '2025-01-27');
  check('2 weeks on sun', '2025-01-06', '2025-01-19', '2025-02-02');
});

test('[CAL-10] a day that a month does not have is its last', () => {
  check('month on 31', '2025-01-15', '2025-01-31', '2025-02-28', '2025-03-31', '2025-04-30');
  check('year on feb 29', '2024-01-01', '2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28');
});

test('[CAL-10] months are counted from that of the first day, or the next when its number is past', () => {
  check('2 months on 10', '2025-01-10', '2025-01-10', '2025-03-10', '2025-05-10');
  check('2 months on 9', '2025-01-10', '2025-02-09', '2025-04-09');
  check('2 months on first mon', '2026-01-10', '2026-03-02', '2026-05-04');
  check('month on last weekday', '2025-01-01', '2025-01-31', '2025-02-28', '2025-03-31');
  check('month on second weekend day', '2025-02-01', '2025-02-02', '2025-03-02', '2025-04-06');
  check('month on first day', '2025-01-02', '2025-02-01', '2025-03-01');
});

test('[CAL-10] years are counted by date and by weekday', () => {
  check('year on may 1', '2025-05-02', '2026-05-01', '2027-05-01');
  check('year on fourth thu of nov', '2025-01-01', '2025-11-27', '2026-11-26');
  check('year on last mon of may', '2025-01-01', '2025-05-26', '2026-05-25');
});

test('[CAL-10] a repetition ends with its range or after its number of days', () => {
  const thrice = repeated('week on mon', '2026-01-05', '2026-12-31', 3);
  assert.deepEqual([...exceptionDays(thrice)].length, 3);
  assert.equal(lastExceptionDay(thrice), dayAt('2026-01-19'));
  assert.equal(lastExceptionDay(repeated('week on mon', '2026-01-06', '2026-01-11')), undefined);
  assert.equal(isExceptionWithin(thrice, dayAt('2026-01-06'), dayAt('2026-01-11')), false);
  assert.equal(isExceptionWithin(thrice, dayAt('2026-01-06'), dayAt('2026-01-12')), true);
  assert.equal(isExceptionWithin(thrice, dayAt('2026-01-20'), dayAt('2026-12-31')), false);
});

test('a repetition without bounds fills all that a plan can speak of', () => {
  const always = { ...repeated('day', '2026-01-01', '2026-01-01'), fromDay: firstPlannedDay };
  const days = [...exceptionDays({ ...always, toDay: lastPlannedDay })];
  assert.equal(days.length, lastPlannedDay - firstPlannedDay + 1);
});

test('a repetition is written as it is read', () => {
  const forms = [
    'day',
    '10 days',
    'week on fri',
    '2 weeks on mon-wed fri',
    'month on 31',
    '3 months on last fri',
    'month on first weekday',
    'month on second weekend day',
    'month on last day',
    'year on dec 25',
    'year on fourth thu of nov',
  ];
  for (const form of forms) {
    const read = parseRepetition(form);
    assert.ok(read, form);
    assert.equal(formatRepetition(read), form);
  }
  const others = { '1 week on Friday,Monday': 'week on mon fri', 'year on 25 December': forms[9] };
  for (const [text, form] of Object.entries(others)) {
    const read = parseRepetition(text);
    assert.equal(read && formatRepetition(read), form);
  }
  for (const text of [
    '',
    'week',
    'fri',
    'each day',
    'day on mon',
    'year on feb 30',
    'month on 0',
  ]) {
    assert.equal(parseRepetition(text), undefined, text);
  }
});
