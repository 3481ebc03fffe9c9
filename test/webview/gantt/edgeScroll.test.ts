import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edgeSpeed } from '../../../webview/gantt/edgeScroll.ts';

const side = { from: 0, to: 600 };

test('the nearer a drag is to an edge, the faster it scrolls', () => {
  const speeds = [-50, 0, 16, 32, 300, 568, 584, 600, 900].map(at => edgeSpeed(at, 300, side));
  assert.deepEqual(speeds, [-1, -1, -0.5, 0, 0, 0, 0.5, 1, 1]);
});

test('what is taken near an edge scrolls only once it goes nearer', () => {
  assert.deepEqual(
    [20, 10, 6, -22].map(at => edgeSpeed(at, 10, side)),
    [0, 0, -0.125, -1],
  );
});

test('along an axis without edges nothing scrolls', () => {
  assert.equal(edgeSpeed(-400, 10, { from: -Infinity, to: Infinity }), 0);
});
