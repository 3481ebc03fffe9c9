import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contingencySteps } from '../../../src/core/risks/contingencySteps.ts';

function check(text: string | undefined, expected: readonly string[]): void {
  assert.deepEqual(contingencySteps(text), expected);
}

test('a sentence is one step, and lines without a list are one each', () => {
  check(undefined, []);
  check('  \n', []);
  check('sign by hand from the safe.', ['Sign by hand from the safe']);
  check('Call the supplier\r\n\r\nsign by hand', ['Call the supplier', 'Sign by hand']);
  check('# Plan B\nCall the supplier', ['Call the supplier']);
});

test('of a list each entry is a step, and the words around it are none', () => {
  check('When it happens:\n\n- call the supplier;\n- sign by hand\n\nThen wait.', [
    'Call the supplier',
    'Sign by hand',
  ]);
  check('1. call\n2) sign\n* wait', ['Call', 'Sign', 'Wait']);
});

test('an entry goes on in the lines that are set in below it', () => {
  check('- call the supplier\n  on the second number\n- sign', [
    'Call the supplier on the second number',
    'Sign',
  ]);
});

test('what is ticked off, empty or said twice is no step', () => {
  check('- [x] call\n  twice\n- [ ] sign\n- \n- sign', ['Sign']);
});
