import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeCalibrationView } from '../../../src/core/views/computeCalibrationView.ts';
import { calibrationView } from '../../support/pastViews.ts';

test('finished tasks tell in words and numbers how good the estimates are', () => {
  const view = calibrationView();
  assert.deepEqual(view.sentences, [
    'Of 5 finished tasks half took 130% of their estimate or less, and four in five took between 80% and 240%.',
    '3 of 4 (75%) ended inside their range.',
    'So tasks take longer than estimated.',
    'In the last 3 weeks 4 tasks were finished. At that pace the 8 open ones are done by 8 May 2026 half of the time and by 15 May 2026 four times in five, whatever their estimates say.',
  ]);
  assert.deepEqual(
    view.buckets.map(({ count }) => count),
    [1, 0, 1, 0, 1, 1, 1],
  );
  assert.deepEqual(
    view.rows.map(({ by, name, inside }) => [by, name, inside]),
    [
      ['all', 'All finished tasks', '3 of 4'],
      ['person', 'ada', '3 of 4'],
      ['size', 'up to a week', ''],
    ],
  );
  assert.deepEqual(view.dates[2], { share: '80%', corrected: '25 Apr 2026', pace: '15 May 2026' });
});

test('a young project says what is missing', () => {
  const view = computeCalibrationView({
    calibration: undefined,
    corrected: undefined,
    throughput: undefined,
  });
  assert.equal(view.sentences.length, 2);
  assert.match(view.sentences[0] ?? '', /^Too few finished tasks/);
  assert.match(view.sentences[1] ?? '', /^The pace is not told/);
  assert.deepEqual([view.buckets, view.rows, view.weeks], [[], [], []]);
});
