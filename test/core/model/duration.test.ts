import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  defaultDurationScale,
  durationMinutes,
  formatDuration,
  formatEstimate,
  parseDuration,
  parseEstimate,
} from '../../../src/core/model/duration.ts';

function checkMinutes(text: string, minutes: number | undefined): void {
  const duration = parseDuration(text);
  assert.equal(duration && durationMinutes(duration, defaultDurationScale), minutes, text);
}

test('a duration counts working time by the scale of the project', () => {
  checkMinutes('90m', 90);
  checkMinutes('4h', 240);
  checkMinutes('1.5d', 720);
  checkMinutes('2w', 4800);
  checkMinutes('1mo', 9600);
  checkMinutes('-2d', -960);
});

test('an elapsed duration counts every hour of the day', () => {
  checkMinutes('3ed', 3 * 1440);
  checkMinutes('1ew', 7 * 1440);
});

test('what is no duration is undefined', () => {
  for (const text of ['', 'd', '3', '3x', '3 days', '1e3d', '--1d', 'NaNd']) {
    assert.equal(parseDuration(text), undefined, text);
  }
});

test('durations and estimates are written as they were read', () => {
  for (const text of ['90m', '4h', '1.5d', '2w', '1mo', '3ed']) {
    const duration = parseDuration(text);
    assert.equal(duration && formatDuration(duration), text);
  }
  for (const text of ['4d', '2d..9d', '2d..4d..9d']) {
    const estimate = parseEstimate(text);
    assert.equal(estimate && formatEstimate(estimate), text);
  }
});
