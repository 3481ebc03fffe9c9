import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createProblem } from '../../../src/core/model/problem.ts';
import { problemsByItem } from '../../../src/core/views/problemsByItem.ts';

/** The items that are marked for a problem of two tasks. */
function check(file: string | undefined, expected: readonly string[]): void {
  const items = ['T-AAAA', 'T-BBBB'];
  const problem = createProblem('quality-limit', 'x', { file, items });
  const found = problemsByItem([problem], { files: new Map() });
  assert.deepEqual([...found.keys()], expected);
}

test('a problem marks the item to blame, a finding about the whole plan none of those it names', () => {
  check(undefined, ['T-AAAA']);
  check('tasks/T-AAAA.yaml', ['T-AAAA']);
  check('project.yaml', []);
});
