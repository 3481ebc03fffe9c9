import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DependencyType } from '../../../src/core/model/dependency.ts';
import { routeLink } from '../../../webview/gantt/linkRoute.ts';

function route(
  type: DependencyType,
  from: [number, number],
  to: [number, number],
): readonly number[] {
  const [[fromX, fromY], [toX, toY]] = [from, to];
  return routeLink({ type, fromX, fromY, toX, toY, toHalfHeight: 7, toWidth: 60, rowHeight: 28 });
}

test('a finish with room before the start goes out, down and in', () => {
  assert.deepEqual(route('FS', [100, 14], [200, 42]), [100, 14, 109, 14, 109, 42, 200, 42]);
});

test('a start right after the finish is entered from above, or from below', () => {
  assert.deepEqual(route('FS', [100, 14], [104, 42]), [100, 14, 109, 14, 109, 35]);
  assert.deepEqual(route('FS', [100, 42], [104, 14]), [100, 42, 109, 42, 109, 21]);
});

test('a start before the finish is reached between the rows', () => {
  assert.deepEqual(
    route('FS', [100, 14], [50, 70]),
    [100, 14, 109, 14, 109, 56, 41, 56, 41, 70, 50, 70],
  );
});

test('starts meet at the left and finishes at the right', () => {
  assert.deepEqual(route('SS', [50, 14], [80, 42]), [50, 14, 41, 14, 41, 42, 80, 42]);
  assert.deepEqual(route('FF', [150, 14], [80, 42]), [150, 14, 159, 14, 159, 42, 80, 42]);
});

test('a start leads to a finish by the mirror image', () => {
  assert.deepEqual(route('SF', [200, 14], [100, 42]), [200, 14, 191, 14, 191, 42, 100, 42]);
});

test('every arrow has right angles only and ends with its head in the right direction', () => {
  for (const type of ['FS', 'SS', 'FF', 'SF'] as const) {
    for (let toX = 0; toX <= 300; toX += 7) {
      for (const toY of [14, 42, 140]) {
        const points = route(type, [150, 70], [toX, toY]);
        for (let i = 2; i < points.length; i += 2) {
          const isLevel = points[i + 1] === points[i - 1];
          assert.ok(isLevel || points[i] === points[i - 2], `${type} ${toX} ${toY}`);
        }
        const isFromSide = points.at(-1) === points.at(-3);
        const dx = (points.at(-2) ?? 0) - (points.at(-4) ?? 0);
        const wanted = type.endsWith('S') ? 1 : -1;
        assert.ok(
          !isFromSide || Math.sign(dx) === wanted,
          `${type} ${toX} ${toY}: ${points.join()}`,
        );
      }
    }
  }
});
