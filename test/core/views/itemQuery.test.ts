import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseItemQuery } from '../../../src/core/views/itemQuery.ts';

test('words, conditions and flags are told apart', () => {
  const query = parseItemQuery('  Parser status:doing,review  Critical assignee:Ada http://x.org ');
  assert.ok(query.ok);
  assert.deepEqual(query.value, {
    words: ['parser', 'http://x.org'],
    filters: [
      { field: 'status', values: ['doing', 'review'] },
      { field: 'assignee', values: ['ada'] },
    ],
    flags: new Set(['critical']),
  });
});

test('a condition that nothing can be found by is refused', () => {
  const check = (text: string, message: RegExp): void => {
    const query = parseItemQuery(text);
    assert.ok(!query.ok, text);
    assert.match(query.error.message, message);
  };
  check('colour:red', /Nothing can be listed by "colour"; use one of kind, status/);
  check('status:', /status: needs a value/);
  check('kind:thing', /cannot be "thing"; write one of task, milestone/);
});
