import assert from 'node:assert/strict';
import { test } from 'node:test';
import { locateField } from '../../../src/core/format/locateField.ts';
import type { FieldPath } from '../../../src/core/model/problem.ts';

function check(text: string, field: FieldPath, expected: string | undefined): void {
  const range = locateField(text, field);
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const found =
    range &&
    (range.start.line === range.end.line
      ? `${range.start.line}:${lines[range.start.line]?.slice(range.start.character, range.end.character) ?? ''}`
      : `${range.start.line}-${range.end.line}`);
  assert.equal(found, expected);
}

test('a field is found at its value', () => {
  check('title: a\nstatus: done # x\n', ['status'], '1:done');
  check('\uFEFFtitle: a\r\nstatus: "done"\r\n', ['status'], '1:"done"');
  check('\uFEFFtitle: abc\n', ['title'], '0:abc');
  check('tags: [a, bc]\n', ['tags', 1], '0:bc');
  check('response:\n  strategy: avoid\n', ['response', 'strategy'], '1:avoid');
  check('tags:\n  - a\n  - b\ntitle: x\n', ['tags'], '1-2');
});

test('a field without a value is found at its key, a missing one at what is around it', () => {
  check('title: a\nstatus:\n', ['status'], '1:status');
  check('title: a\nresponse:\n  plan: x\n', ['response', 'strategy'], '1:response');
  check('# x\ntitle: a\n', ['owner'], '1:title: a');
  check('dependsOn:\n  - T-0001\n', ['dependsOn', 4], '0:dependsOn');
  check('', ['title'], undefined);
  check('# only\n', ['title'], undefined);
});
