import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editText } from '../../../src/core/format/editText.ts';
import type { PlainValue } from '../../../src/core/model/change.ts';

function check(before: string, [key, value]: readonly [string, PlainValue], after: string): void {
  const result = editText('task', before, [{ kind: 'set', field: [key], value }]);
  assert.equal(result.ok ? result.value : `refused: ${result.error.message}`, after);
}

test('keys behind question marks stay as they are when another field is added', () => {
  check(
    '? title\n: x\nstatus: todo\n',
    ['estimate', '2d'],
    '? title\n: x\nstatus: todo\nestimate: 2d\n',
  );
  check('? title\n: x\n', ['estimate', '2d'], '? title\n: x\nestimate: 2d\n');
  check('? tags\n: - a\n', ['title', 'x'], 'title: x\n? tags\n: - a\n');
  check('? rank\n', ['title', 'x'], 'title: x\n? rank\n');
  check('? title\n:\n', ['status', 'done'], '? title\n:\nstatus: done\n');
  check('? title # k\n: x\n', ['status', 'done'], '? title # k\n: x\nstatus: done\n');
  check('? !!str title\n: x\n', ['status', 'done'], '? !!str title\n: x\nstatus: done\n');
  check(
    '? title\n: x\n# c\n? tags\n: [a]\n',
    ['priority', 'high'],
    '? title\n: x\npriority: high\n# c\n? tags\n: [a]\n',
  );
});

test('a field behind a question mark is set and removed alone', () => {
  const text = '? title\n: x\n# c\n? status # why\n: todo\nrank: 1\n';
  check(text, ['status', 'done'], '? title\n: x\n# c\n? status # why\n: done\nrank: 1\n');
  check(text, ['status', null], '? title\n: x\n# c\nrank: 1\n');
  check('? status\n# c\n:\nrank: 1\n', ['status', 'done'], '? status\n# c\n: done\nrank: 1\n');
  check(
    '? title\n: |\n  a\n# c\n? rank\n: 1\n',
    ['title', 'x\ny\n'],
    '? title\n: |\n  x\n  y\n# c\n? rank\n: 1\n',
  );
  check('? tags\n: - a\n  - b\n', ['tags', ['b']], '? tags\n: - b\n');
});
