import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clampPlace, scrollFor, visibleRows } from '../../webview/ui/rowWindow.ts';

function checkVisible(scrollTop: number, count: number, expected: string): void {
  const { from, to } = visibleRows({
    scrollTop,
    clientHeight: 280,
    rowPx: 28,
    spareRows: 4,
    count,
  });
  assert.equal(`${from}-${to}`, expected);
}

test('only the rows in sight and a few beyond are in the page', () => {
  checkVisible(0, 5000, '0-14');
  checkVisible(2800, 5000, '96-114');
  checkVisible(139_720, 5000, '4986-5000');
  checkVisible(0, 3, '0-3');
  checkVisible(0, 0, '0-0');
  checkVisible(2800, 3, '3-3');
});

test('the active row stays between the heads and the last row', () => {
  assert.deepEqual(
    [-Infinity, -4, 0, 7, 12, Infinity].map(row => clampPlace(row, 10)),
    [0, 0, 0, 7, 10, 10],
  );
});

test('a row is scrolled to by as little as brings it into the window', () => {
  const scrolls = [0, 100, 140, 300, 380, 400].map(from =>
    scrollFor({ scroll: 100, room: 300, from, to: from + 40 }),
  );
  assert.deepEqual(scrolls, [0, 100, 100, 100, 120, 140]);
  assert.equal(scrollFor({ scroll: 100, room: 30, from: 200, to: 240 }), 200);
});
