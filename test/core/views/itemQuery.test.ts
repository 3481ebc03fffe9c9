import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseItemQuery, type QueryTest } from '../../../src/core/views/itemQuery.ts';

function testsOf(text: string): readonly (QueryTest & { readonly isNot?: true })[] {
  const query = parseItemQuery(text);
  assert.ok(query.ok, text);
  return query.value.map(({ isNot, test }) => (isNot ? { ...test, isNot } : test));
}

test('words, phrases, conditions and flags are told apart, and a minus turns them round', () => {
  assert.deepEqual(testsOf('  Parser status:doing,review  Critical assignee:Ada http://x.org '), [
    { kind: 'word', word: 'parser' },
    { kind: 'values', field: 'status', values: ['doing', 'review'] },
    { kind: 'flag', flag: 'critical' },
    { kind: 'values', field: 'assignee', values: ['ada'] },
    { kind: 'word', word: 'http://x.org' },
  ]);
  assert.deepEqual(testsOf('"Two words" -tag:"in doubt" -open -"critical" - a-b ""'), [
    { kind: 'word', word: 'two words' },
    { kind: 'values', field: 'tag', values: ['in doubt'], isNot: true },
    { kind: 'flag', flag: 'open', isNot: true },
    { kind: 'word', word: 'critical', isNot: true },
    { kind: 'word', word: '-' },
    { kind: 'word', word: 'a-b' },
  ]);
  assert.deepEqual(testsOf('"left open'), [{ kind: 'word', word: 'left open' }]);
});

test('dates, lengths and progress are compared', () => {
  const amounts = (text: string): readonly unknown[] =>
    testsOf(text).map(each =>
      each.kind === 'measure' ? [each.measure, each.comparison, each.amount] : each,
    );
  assert.deepEqual(amounts('float<2d Finish<=today+2w due>2026-03-01 start=today'), [
    ['float', '<', { kind: 'duration', duration: { value: 2, unit: 'd', isElapsed: false } }],
    ['finish', '<=', { kind: 'fromToday', days: 14 }],
    ['due', '>', { kind: 'day', day: 20513 }],
    ['start', '=', { kind: 'fromToday', days: 0 }],
  ]);
  assert.deepEqual(amounts('progress>=50% length>0'), [
    ['progress', '>=', { kind: 'share', share: 0.5 }],
    ['length', '>', { kind: 'duration', duration: { value: 0, unit: 'd', isElapsed: false } }],
  ]);
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
  check(
    'size<3',
    /Nothing can be compared by "size"; put it in quotes to look for it, or write one of start, finish/,
  );
  check('float<soon', /float<soon: write a duration of working time as 2d, 4h or 0/);
  check('float<2ed', /write a duration of working time/);
  check('finish<=31.3.', /write a date as 2026-03-31, today/);
  check('progress>half', /write a percentage as 50%/);
});
