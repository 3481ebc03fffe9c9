import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay, parsePlanDate } from '../../../src/core/model/instant.ts';
import { reviewDates } from '../../../src/core/risks/reviewDates.ts';

test('the next review is counted in days from today, whatever the hour', () => {
  const today = parsePlanDate('2026-12-30T17:45')?.at ?? NaN;
  assert.deepEqual(
    reviewDates(today).map(({ on }) => formatDay(on)),
    ['2027-01-06', '2027-01-13', '2027-01-27', '2027-02-24', '2027-03-31'],
  );
});
