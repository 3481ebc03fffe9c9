import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeWindow } from '../../../webview/people/weekWindow.ts';

const view = { firstDay: 0, weeks: 100, today: 70 };

test('the weeks begin with the one before today, and end with the last there is', () => {
  assert.deepEqual(placeWindow(view, { range: 26, from: undefined }), { from: 9, count: 26 });
  assert.deepEqual(placeWindow(view, { range: 26, from: 90 }), { from: 74, count: 26 });
  assert.deepEqual(placeWindow(view, { range: 0, from: undefined }), { from: 0, count: 100 });
  const long = { ...view, today: 7000 };
  assert.deepEqual(placeWindow(long, { range: 13, from: undefined }), { from: 87, count: 13 });
});
