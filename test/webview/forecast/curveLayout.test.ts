import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePlanDate } from '../../../src/core/model/instant.ts';
import { curveSize, layOutCurve, shareAt } from '../../../webview/forecast/curveLayout.ts';

const at = (text: string): number => parsePlanDate(text)?.at ?? NaN;
const view = {
  curve: [
    { at: at('2026-03-10T17:00'), share: 0.1 },
    { at: at('2026-03-12T17:00'), share: 0.5 },
    { at: at('2026-03-20T17:00'), share: 1 },
  ],
  histogram: [
    { from: at('2026-03-10'), to: at('2026-03-15'), count: 50 },
    { from: at('2026-03-15'), to: at('2026-03-21'), count: 50 },
  ],
  planned: at('2026-03-11T17:00'),
  due: undefined,
  confident: { at: at('2026-03-18T17:00'), share: 0.8, label: '80%' },
};

test('everything lies within the picture, and the curve rises', () => {
  const { bars, path, marks, dates, from, to } = layOutCurve(view);
  assert.ok(from < at('2026-03-10') && to > at('2026-03-21'));
  const { width, height, left, right, bottom } = curveSize;
  for (const bar of bars) {
    assert.ok(bar.x >= left && bar.x + bar.width <= width - right);
    assert.ok(bar.height > 0 && bar.y + bar.height <= height - bottom + 0.01);
  }
  const points = [...path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(match =>
    match.slice(1).map(Number),
  );
  points.forEach(([x = 0, y = 0], i) => {
    const [beforeX = 0, beforeY = Infinity] = points[i - 1] ?? [];
    assert.ok(x >= beforeX && y <= beforeY);
  });
  assert.deepEqual(
    marks.map(({ kind, label }) => [kind, label]),
    [
      ['planned', 'Schedule 11 Mar'],
      ['confident', '80% 18 Mar'],
    ],
  );
  assert.ok(dates.length >= 2 && dates.length <= 7);
});

test('words keep clear of one another and of the edges, in a narrow panel too', () => {
  const day = { ...view, due: view.planned, confident: { ...view.confident, at: view.planned } };
  const { marks, shares } = layOutCurve(day);
  const wordHeight = 16;
  assert.deepEqual(
    marks.map(({ line }) => line),
    [0, 1, 2],
  );
  assert.ok(curveSize.top >= 3 * wordHeight + 4);
  assert.ok(curveSize.left >= 6 + 4 * 11);
  const rows = shares.map(({ y }) => y).toSorted((a, b) => a - b);
  rows.slice(1).forEach((y, i) => assert.ok(y - (rows[i] ?? 0) >= wordHeight));
});

test('a promise far away stands at the edge and leaves the curve its room', () => {
  const near = layOutCurve({ ...view, due: at('2026-03-25T17:00') });
  const far = layOutCurve({ ...view, due: at('2028-03-25T17:00') });
  assert.ok(far.to < at('2026-04-10'));
  const x = far.marks.find(({ kind }) => kind === 'due')?.x;
  assert.equal(x, curveSize.width - curveSize.right);
  assert.notEqual(near.marks.find(({ kind }) => kind === 'due')?.x, x);
});

test('a certain finish is a picture too', () => {
  const certain = at('2026-03-10T17:00');
  const layout = layOutCurve({
    ...view,
    curve: [{ at: certain, share: 1 }],
    histogram: [{ from: at('2026-03-10'), to: at('2026-03-11'), count: 200 }],
    planned: certain,
    confident: { ...view.confident, at: certain },
  });
  assert.ok(layout.to > layout.from && !layout.path.includes('NaN'));
});

test('the share at a moment is that of the last point before it', () => {
  const shares = ['2026-03-01', '2026-03-11', '2026-03-12T17:00', '2026-05-01'].map(text =>
    shareAt(view.curve, at(text)),
  );
  assert.deepEqual(shares, [0, 0.1, 0.5, 1]);
});
