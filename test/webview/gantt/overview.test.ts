import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowKind } from '../../../src/core/views/ganttView.ts';
import { computeOutline } from '../../../webview/gantt/outline.ts';
import { frameBox, overviewRange, scrollOf } from '../../../webview/gantt/overviewFrame.ts';
import { layoutOverview } from '../../../webview/gantt/overviewLayout.ts';
import { TimelineView } from '../../../webview/gantt/timelineView.ts';
import { rowsBetween } from './support/rowsBetween.ts';

test('bars fall into the cells of their rows and times, and critical ones are told apart', () => {
  const { rows, range } = rowsBetween(20, [
    { from: 0, to: 5 },
    { from: 5, to: 10, isCritical: true },
    { from: 10, to: 20 },
    { from: 19, to: 20 },
  ]);
  const outline = computeOutline(rows, {
    folded: new Set(),
    matches: undefined,
    onlyMatches: true,
  });
  const cells = layoutOverview({ rows, outline, range }, { width: 20, height: 2 });
  const line = (from: number): string =>
    Array.from(cells.density.subarray(from, from + 20), (density, i) =>
      density === 0 ? '.' : cells.isCritical[from + i] === 1 ? '#' : density > 200 ? '+' : '-',
    ).join('');
  assert.deepEqual([line(0), line(20)], ['-----#####..........', '..........--------++']);
});

test('a hundred thousand rows have a place on forty lines, and one bar among them is seen', () => {
  const { rows, range } = rowsBetween(100, [{ from: 3, to: 4 }]);
  const many = { ...rows, count: 1 };
  const outline = {
    ...computeOutline(many, { folded: new Set(), matches: undefined, onlyMatches: true }),
    visible: new Int32Array(100_000).fill(7),
  };
  outline.visible[50_000] = 0;
  const cells = layoutOverview({ rows: many, outline, range }, { width: 200, height: 40 });
  assert.ok(cells.density.some(density => density > 0));
});

test('the frame lies over what is in sight, and where it is put, the chart goes', () => {
  const timeline = new TimelineView(20, 0);
  timeline.resize(500, 280);
  const plan = { from: 0, to: 200 * 1440 };
  timeline.setRange(plan);
  const strip = { range: overviewRange(plan), rowCount: 100, widthPx: 1000, heightPx: 40 };
  timeline.goTo(100 * 1440, 0);
  timeline.scrollTo(timeline.viewport.leftPx, 28 * 50);
  const box = frameBox(strip, timeline);
  const rounded = [box.left, box.top, box.width, box.height].map(Math.round);
  assert.deepEqual(rounded, [500, 20, 120, 10]);
  const { leftPx, topPx } = timeline.viewport;
  const back = scrollOf(strip, timeline, { x: box.left, y: 20 });
  assert.ok(Math.abs(back.leftPx - leftPx) < 1 && Math.abs(back.topPx - topPx) < 1);
  assert.deepEqual(scrollOf(strip, timeline, { x: -500, y: -50 }), { leftPx: 0, topPx: 0 });
});

test('what is in sight is never too small to be taken hold of', () => {
  const timeline = new TimelineView(400, 0);
  timeline.resize(300, 280);
  timeline.setRange({ from: 0, to: 4000 * 1440 });
  const range = overviewRange({ from: 0, to: 4000 * 1440 });
  const box = frameBox({ range, rowCount: 50_000, widthPx: 800, heightPx: 40 }, timeline);
  assert.deepEqual([box.width, box.height], [10, 10]);
});

test('the day of a milestone is seen, whether its tasks are folded or not', () => {
  const { rows, range } = rowsBetween(100, [
    { from: 0, to: 80 },
    { from: 0, to: 10 },
  ]);
  const group = { ...rows, kind: Uint8Array.of(rowKind.group, rowKind.task) };
  const parent = Int32Array.of(-1, 0);
  const outline = computeOutline(
    { ...group, parent, level: Uint8Array.of(0, 1) },
    { folded: new Set(), matches: undefined, onlyMatches: true },
  );
  const cells = layoutOverview({ rows: group, outline, range }, { width: 100, height: 2 });
  const seen = (x: number): boolean => (cells.density[x] ?? 0) > 0;
  assert.deepEqual([seen(40), seen(80), seen(81)], [false, true, true]);
});
