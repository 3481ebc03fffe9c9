import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitConflict } from '../../../src/core/merge/splitConflict.ts';

test('the versions are what stands between the marks, with what is outside of them', () => {
  const text = `title: Draw
<<<<<<< HEAD
status: doing
=======
status: done
>>>>>>> side
estimate: 2d
<<<<<<< HEAD
=======
type: bug
>>>>>>> side
`;
  assert.deepEqual(splitConflict(text), {
    base: 'title: Draw\nestimate: 2d\n',
    ours: 'title: Draw\nstatus: doing\nestimate: 2d\n',
    theirs: 'title: Draw\nstatus: done\nestimate: 2d\ntype: bug\n',
    isBaseWritten: false,
  });
});

test('the ancestor is read where git wrote it down, and line ends stay', () => {
  const text =
    '<<<<<<< ours\r\na: 1\r\n||||||| base\r\na: 0\r\n=======\r\na: 2\r\n>>>>>>> theirs\r\nb: 1';
  assert.deepEqual(splitConflict(text), {
    base: 'a: 0\r\nb: 1',
    ours: 'a: 1\r\nb: 1',
    theirs: 'a: 2\r\nb: 1',
    isBaseWritten: true,
  });
});

test('marks that do not belong together are none of ours to mend', () => {
  for (const text of [
    'title: A\n',
    '<<<<<<< a\nx: 1\n=======\n',
    '<<<<<<< a\n<<<<<<< b\n=======\n>>>>>>> c\n',
    'x: 1\n>>>>>>> c\n',
  ]) {
    assert.equal(splitConflict(text), undefined, text);
  }
});
