import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDependency, parseDependency } from '../../../src/core/model/dependency.ts';

function check(text: string, expected: string | undefined): void {
  const parsed = parseDependency(text);
  assert.equal(parsed && formatDependency(parsed), expected, text);
}

test('a dependency is an id, perhaps with a type and a lag', () => {
  check('T-7KQ3', 'T-7KQ3');
  check(' t-7kq3 ', 'T-7KQ3');
  check('M-4XK2', 'M-4XK2');
  check('T-7KQ3 FS', 'T-7KQ3');
  check('T-7KQ3 SS', 'T-7KQ3 SS');
  check('T-7KQ3 ss+2d', 'T-7KQ3 SS+2d');
  check('T-7KQ3 FF-1ed', 'T-7KQ3 FF-1ed');
  check('T-7KQ3 FS+50%', 'T-7KQ3 FS+50%');
  check('T-7KQ3 +2d', 'T-7KQ3 FS+2d');
  check('T-7KQ3+2d', 'T-7KQ3 FS+2d');
  check('T-7KQ3-2d', 'T-7KQ3 FS-2d');
  check('T-7KQ3 SS + 2d', 'T-7KQ3 SS+2d');
});

test('anything else is no dependency', () => {
  for (const text of [
    '',
    'T',
    'T-',
    'X-7KQ3',
    'T-7KQ3 XX',
    'T-7KQ3 SS+',
    'T-7KQ3 SS+2x',
    'T-7KQI',
  ]) {
    check(text, undefined);
  }
});
