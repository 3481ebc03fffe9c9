import assert from 'node:assert/strict';
import { test } from 'node:test';
import { branchNameFor, withTrailer } from '../../../src/core/commits/branchName.ts';
import { idsInBranch, idsInTrailers } from '../../../src/core/commits/idsInText.ts';

test('a branch bears the id and the words of the title', () => {
  const check = (title: string, expected: string): void => {
    const name = branchNameFor('T-7KQ3', title);
    assert.equal(name, expected);
    assert.deepEqual(idsInBranch(name), ['T-7KQ3']);
  };
  check('Write the parser', 't-7kq3-write-the-parser');
  check('Café: „quoted“ & more…', 't-7kq3-cafe-quoted-more');
  check('日本', 't-7kq3');
  check('a'.repeat(100), `t-7kq3-${'a'.repeat(48)}`);
});

test('a message gets a trailer once, among those that it has', () => {
  assert.equal(withTrailer('', 'T-7KQ3'), '\n\nTask: T-7KQ3');
  const named = withTrailer('Mend it', 'T-7KQ3');
  assert.equal(named, 'Mend it\n\nTask: T-7KQ3');
  assert.equal(withTrailer(named, 'T-7KQ3'), named);
  assert.deepEqual(idsInTrailers(withTrailer(named, 'T-9F2A')), ['T-7KQ3', 'T-9F2A']);
});
