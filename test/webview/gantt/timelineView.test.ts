import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TimelineView } from '../../../webview/gantt/timelineView.ts';
import { clampZoom, toInstant, toPx } from '../../../webview/gantt/timeScale.ts';
import { at } from './support/buildView.ts';

const range = { from: at('2026-03-02'), to: at('2026-05-29') };

function create(): TimelineView {
  const timeline = new TimelineView(26, 0);
  timeline.resize(900, 500);
  timeline.setRange(range);
  return timeline;
}

test('an instant becomes a pixel and back', () => {
  const scale = { origin: at('2026-01-01'), pxPerDay: 37.5 };
  for (const text of ['2026-01-01', '2026-03-02T08:30', '2031-12-31T23:59']) {
    assert.equal(Math.round(toInstant(scale, toPx(scale, at(text)))), at(text));
  }
});

test('zooming keeps what is under the pointer', () => {
  const timeline = create();
  timeline.goTo(at('2026-04-01'), 0.3);
  const under = (): number => toInstant(timeline.scale, timeline.viewport.leftPx + 300);
  const before = under();
  for (let step = 0; step < 6; step += 1) timeline.zoomTo(timeline.scale.pxPerDay * 1.4, 300);
  assert.ok(Math.abs(under() - before) < 1);
});

test('zoom stays between hours and years, and content never grows beyond what browsers lay out', () => {
  assert.equal(clampZoom(1e9, { from: 0, to: 1440 * 30 }), 1440);
  assert.equal(clampZoom(0, { from: 0, to: 1440 * 30 }), 0.1);
  const centuries = { from: 0, to: 1440 * 365 * 200 };
  assert.ok(clampZoom(1e9, centuries) * 365 * 200 <= 16_000_000);
});

test('the whole plan fits into the width', () => {
  const timeline = create();
  timeline.fit();
  const left = toPx(timeline.scale, range.from) - timeline.viewport.leftPx;
  const right = toPx(timeline.scale, range.to) - timeline.viewport.leftPx;
  assert.ok(left >= 0 && right <= 900, `${left} to ${right}`);
  assert.ok(left < 20 && right > 740, `little room is left at the sides: ${left} to ${right}`);
});

test('a plan that grows to the left leaves what is seen in place', () => {
  const timeline = create();
  timeline.goTo(at('2026-04-15'), 0);
  timeline.setRange({ from: at('2025-06-01'), to: range.to });
  assert.ok(Math.abs(timeline.leftAt - at('2026-04-15')) < 1);
});

test('a date outside of the plan can be gone to', () => {
  const timeline = create();
  timeline.goTo(at('2028-01-01'), 0.35);
  const x = toPx(timeline.scale, at('2028-01-01')) - timeline.viewport.leftPx;
  assert.ok(x > 0 && x < 900, String(x));
});

test('there is always more time to the right of a drag, and an end on all other sides', () => {
  const view = new TimelineView(20, 0);
  view.setRange({ from: 0, to: 30 * 1440 });
  view.resize(400, 300);
  for (let step = 0; step < 100; step += 1) view.panBy(100, 0, 500);
  assert.ok(view.viewport.leftPx >= 10_000, String(view.viewport.leftPx));
  assert.equal(view.panBy(0, 900, 500), true);
  assert.equal(view.viewport.topPx, 500);
  assert.equal(view.panBy(0, 10, 500), false);
  view.panBy(-20_000, -900, 500);
  assert.deepEqual([view.viewport.leftPx, view.viewport.topPx], [0, 0]);
  assert.equal(view.panBy(-10, -10, 500), false);
});
