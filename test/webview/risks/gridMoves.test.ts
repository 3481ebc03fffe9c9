import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clampPlace, stepFor, visibleRows } from '../../../webview/risks/gridMoves.ts';

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

test('keys move by cells, by pages and to the ends', () => {
  const size = { pageRows: 8, rows: 100, columns: 10 };
  const check = (key: string, ctrlKey: boolean, expected: string): void => {
    const step = stepFor({ key, ctrlKey, metaKey: false }, size);
    assert.equal(step ? `${step.rows},${step.columns}` : 'none', expected);
  };
  check('ArrowDown', false, '1,0');
  check('ArrowLeft', false, '0,-1');
  check('PageUp', false, '-8,0');
  check('Home', false, '0,-10');
  check('End', true, '100,10');
  check('a', false, 'none');
  assert.deepEqual(
    [-4, 0, 7, 12].map(row => clampPlace(row, 10)),
    [0, 0, 7, 10],
  );
});
