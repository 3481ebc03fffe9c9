import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOutSlip, slipSize } from '../../../webview/forecast/slipLayout.ts';
import { historyView } from '../../support/pastViews.ts';

test('lines go from commit to commit inside the picture, later dates higher up', () => {
  const { lines, jumps, dates, commits } = layOutSlip(historyView());
  const { width, height, left, right, top, bottom } = slipSize;
  for (const { path } of lines) {
    for (const [, kind, number] of path.matchAll(/([HV])([\d.]+)/g)) {
      const value = Number(number);
      const [least, most] = kind === 'H' ? [left, width - right] : [top, height - bottom];
      assert.ok(value >= least && value <= most, `${kind}${value}`);
    }
  }
  const confident = lines.find(({ kind }) => kind === 'confident')?.path ?? '';
  const [first = 0, second = 0] = [...confident.matchAll(/[MV]([\d.]+)(?: ([\d.]+))?/g)].map(
    ([, a, b]) => Number(b ?? a),
  );
  assert.ok(second < first);
  assert.deepEqual(
    jumps.map(({ place, isLater }) => [place, isLater]),
    [[1, true]],
  );
  assert.ok(dates.length >= 2 && dates.length <= 8);
  assert.deepEqual(
    commits.map(({ label }) => label),
    ['2 Mar', '9 Mar', '10 Mar'],
  );
});

test('words at the ends of the lines do not stand upon one another', () => {
  const view = historyView();
  const points = view.points.map(point => ({
    ...point,
    planned: point.confident,
    p50: point.confident,
  }));
  const places = layOutSlip({ ...view, points }).lines.map(({ y }) => y);
  const sorted = places.toSorted((a, b) => a - b);
  sorted.slice(1).forEach((y, i) => assert.ok(y - (sorted[i] ?? 0) >= 13));
});
