import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  centerHeaderLabel,
  fitHeaderLabels,
  placeHeaderLabel,
} from '../../../webview/gantt/headerLabel.ts';

const measure = (text: string): number => text.length * 7;

function check(cell: { x: number; width: number }, expected: [string, number] | undefined): void {
  const named = { ...cell, label: 'November 2026', shorter: ['Nov 2026', 'Nov'] };
  const placed = placeHeaderLabel(named, 500, measure);
  assert.deepEqual(placed && [placed.text, placed.x], expected, JSON.stringify(cell));
}

test('a label sticks to the left edge, whole while it fits, then shortened, then left out', () => {
  check({ x: 40, width: 120 }, ['November 2026', 46]);
  check({ x: -17, width: 120 }, ['November 2026', 6]);
  check({ x: -18, width: 120 }, ['Nov 2026', 6]);
  check({ x: -60, width: 120 }, ['Nov', 6]);
  check({ x: -88, width: 120 }, undefined);
  check({ x: 440, width: 120 }, ['Nov', 446]);
});

test('a label of the lower tier stands in the middle of its cell, or is left out', () => {
  const centered = (x: number, width: number): number | undefined =>
    centerHeaderLabel({ x, width, label: 'Jan', shorter: [] }, 500, measure)?.x;
  assert.equal(centered(100, 41), 110);
  assert.equal(centered(100, 22), undefined);
  assert.equal(centered(-8, 41), 2);
  assert.equal(centered(-9, 41), undefined);
  assert.equal(centered(468, 41), undefined);
});

test('a label of the lower tier stands beside a flag that covers its middle', () => {
  const beside = (flag: { x: number; width: number }, label = '16 · W47'): unknown => {
    const cell = { x: 100, width: 120, label, shorter: [] };
    const placed = centerHeaderLabel(cell, 500, measure, [flag]);
    return placed && [placed.text, placed.x];
  };
  assert.deepEqual(beside({ x: 0, width: 50 }), ['16 · W47', 132], 'nothing is in the way');
  assert.deepEqual(beside({ x: 90, width: 48 }), ['16 · W47', 153]);
  assert.deepEqual(beside({ x: 170, width: 80 }), ['16 · W47', 105]);
  assert.deepEqual(beside({ x: 135, width: 48 }), ['16', 108.5], 'shortened where it must be');
  assert.equal(beside({ x: 100, width: 120 }), undefined);
});

test('labels of the lower tier are all as short as it takes to stand clear of one another', () => {
  const labels = (width: number): readonly string[] => {
    const shorter = (day: string): string[] => [`${day} · W10`, day];
    const cells = ['2', '16'].map(day => ({
      ...{ x: 0, width, label: `${day} Mar · W10` },
      shorter: shorter(day),
    }));
    return fitHeaderLabels(cells, measure).map(({ label }) => label);
  };
  assert.deepEqual(labels(90), ['2 Mar · W10', '16 Mar · W10']);
  assert.deepEqual(labels(89), ['2 · W10', '16 · W10']);
  assert.deepEqual(labels(61), ['2', '16']);
});
