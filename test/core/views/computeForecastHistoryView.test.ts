import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyProject } from '../../../src/core/model/project.ts';
import { computeForecastHistoryView } from '../../../src/core/views/computeForecastHistoryView.ts';
import { parseForecastHistory } from '../../../src/protocol/parsePastForecast.ts';
import { historyPoints, historyView } from '../../support/pastViews.ts';

test('commits that moved nothing are left out between the first and the last', () => {
  const { headline, label, points } = historyView();
  assert.equal(
    headline,
    'Since 2 March 2026 the date that holds four times in five has moved 10 days later: from 8 April 2026 to 22 April 2026.',
  );
  assert.equal(label, '80%');
  assert.deepEqual(
    points.map(({ commit, confidentDay, moved, causes }) => [
      commit,
      confidentDay,
      moved,
      ...causes.map(({ text }) => text),
    ]),
    [
      ['aaaaaaaa', '8 Apr 2026', ''],
      ['cccccccc', '22 Apr 2026', '10 days later', '9 days later by “Build”: estimate'],
      ['', '22 Apr 2026', ''],
    ],
  );
});

test('a plan that moved nowhere, and one without a past, say so', () => {
  const still = computeForecastHistoryView(historyPoints.slice(0, 2), emptyProject);
  assert.match(still.headline, /has come back to where it was, or never moved: 8 April 2026\.$/);
  const young = computeForecastHistoryView(historyPoints.slice(3), emptyProject);
  assert.match(young.headline, /^Git knows no commit that touched the plan/);
});

test('the subject of a commit may be of any length', () => {
  const long = historyPoints.map(point => ({ ...point, subject: 'x'.repeat(200_000) }));
  const view = computeForecastHistoryView(long, emptyProject);
  assert.ok(parseForecastHistory(JSON.parse(JSON.stringify(view))));
});
