import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RowReader } from '../../src/git/rowReader.ts';

test('rows are the same however their text comes in pieces', () => {
  const field = fc.stringMatching(/^[^\0]{0,6}$/);
  const rows = fc.array(fc.tuple(field, field, field), { maxLength: 8 });
  const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });
  fc.assert(
    fc.property(rows, lengths, (written, sizes) => {
      const text = written.map(row => row.map(each => `${each}\0`).join('')).join('');
      const reader = new RowReader(3);
      const read: (readonly string[])[] = [];
      for (let at = 0, i = 0; at < text.length; i++) {
        const end = at + (sizes[i % sizes.length] ?? 1);
        read.push(...reader.take(text.slice(at, end)));
        at = end;
      }
      assert.deepEqual(read, written);
    }),
  );
});
