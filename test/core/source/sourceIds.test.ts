import assert from 'node:assert/strict';
import { test } from 'node:test';
import { syntaxOf } from '../../../src/core/source/commentSigns.ts';
import { commentsAlone } from '../../../src/core/source/findComments.ts';
import { findOpenNote, findSourceIds, startedId } from '../../../src/core/source/sourceIds.ts';

const commentsOf = (line: string, path = 'a.ts') => commentsAlone(line, syntaxOf(path));
const noteIn = (line: string, path?: string) => findOpenNote(line, commentsOf(line, path));

function check(line: string, expected: readonly string[], path = 'a.ts'): void {
  const found = findSourceIds(line, commentsOf(line, path)).map(each => {
    assert.equal(line.slice(each.start, each.end), each.id);
    return each.isMeant ? `${each.id}!` : each.id;
  });
  assert.deepEqual(found, expected, line);
}

test('ids are found in comments of many languages', () => {
  check('const a = 1; // see T-7KQ3, R-9F2A', ['T-7KQ3', 'R-9F2A']);
  check(' * @task T-7KQ3', ['T-7KQ3!']);
  check('x = 1  # TODO(T-7KQ3): mend', ['T-7KQ3!'], 'a.py');
  check('-- FIXME: T-7KQ3', ['T-7KQ3!'], 'a.sql');
  check('<!-- T-7KQ3 -->', ['T-7KQ3'], 'a.html');
  check('(* T-7KQ3 *)', ['T-7KQ3'], 'a.ml');
  check("' T-7KQ3", ['T-7KQ3'], 'a.vb');
});

test('what is no comment or no id is left alone', () => {
  check('const T = A-BCDE;', []);
  check('call("T-7KQ3");', []);
  check('// see UTF-8BIT, XT-7KQ3, path/T-7KQ3, T-LOUI and T-7K', []);
  assert.equal(findSourceIds('T-7KQ3 in prose', [{ start: 0, end: 15 }]).length, 1);
});

test('notes without an item', () => {
  assert.deepEqual(noteIn('  // TODO: mend the parser'), {
    word: 'TODO',
    text: 'mend the parser',
    start: 5,
    end: 9,
    bracket: undefined,
  });
  assert.equal(noteIn('/* FIXME it leaks */')?.text, 'it leaks');
  assert.equal(noteIn('// TODO(T-7KQ3): mend'), undefined);
  assert.equal(noteIn('// TODO mend, see T-7KQ3'), undefined);
  assert.equal(noteIn('const TODO = 1;'), undefined);
  assert.equal(noteIn('// TODOs are listed'), undefined);
});

test('a name in brackets is no item', () => {
  const note = noteIn('  // TODO(alice): mend it, FIXME');
  assert.deepEqual([note?.text, note?.start, note?.bracket], ['mend it, FIXME', 5, 9]);
  assert.equal(noteIn('# FIXME(bob): it leaks', 'a.py')?.text, 'it leaks');
  assert.equal(noteIn('// TODO(T-7KQ3, alice): mend'), undefined);
  check('// TODO(T-7KQ3, alice): mend', ['T-7KQ3!']);
});

test('an id is offered where one begins', () => {
  assert.equal(startedId('// @task '), '');
  assert.equal(startedId('# TODO('), '');
  assert.equal(startedId('// see T-7'), 'T-7');
  assert.equal(startedId('// see '), undefined);
});

test('a line of a hundred thousand characters takes no longer than others', () => {
  const startedAt = performance.now();
  const long = `// ${'T-7KQ3 '.repeat(20_000)}`;
  assert.equal(findSourceIds(long, commentsOf(long)).length, 20_000);
  const blanks = ' '.repeat(100_000);
  assert.equal(noteIn(`// TODO: a${blanks}b */`)?.text, `a${blanks}b`);
  assert.ok(performance.now() - startedAt < 1000);
});

test('a note ends where its line does, however much blank stands before that', () => {
  const blanks = ' '.repeat(1000);
  const startedAt = performance.now();
  for (const end of ['\r', '\u2028', `\u2029x`, ':\r']) {
    assert.equal(noteIn(`// TODO${blanks}${end}`)?.text, '');
  }
  assert.equal(noteIn(`// ${'TODO '.repeat(200)}\u2028`)?.word, 'TODO');
  assert.equal(noteIn('// FIXME: mend it\r')?.text, 'mend it');
  assert.ok(performance.now() - startedAt < 200);
});
