import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findOpenNote, findSourceIds, startedId } from '../../../src/core/source/sourceIds.ts';

function check(line: string, expected: readonly string[], isProse = false): void {
  const found = findSourceIds(line, isProse).map(each => {
    assert.equal(line.slice(each.start, each.end), each.id);
    return each.isMeant ? `${each.id}!` : each.id;
  });
  assert.deepEqual(found, expected, line);
}

test('ids are found in comments of many languages', () => {
  check('const a = 1; // see T-7KQ3, R-9F2A', ['T-7KQ3', 'R-9F2A']);
  check(' * @task T-7KQ3', ['T-7KQ3!']);
  check('x = 1  # TODO(T-7KQ3): mend', ['T-7KQ3!']);
  check('-- FIXME: T-7KQ3', ['T-7KQ3!']);
  check('<!-- T-7KQ3 -->', ['T-7KQ3']);
  check('(* T-7KQ3 *)', ['T-7KQ3']);
  check("' T-7KQ3", ['T-7KQ3']);
});

test('what is no comment or no id is left alone', () => {
  check('const T = A-BCDE;', []);
  check('call("T-7KQ3");', []);
  check('// see UTF-8BIT, XT-7KQ3, path/T-7KQ3, T-LOUI and T-7K', []);
  check('T-7KQ3 in prose', ['T-7KQ3'], true);
});

test('notes without an item', () => {
  assert.deepEqual(findOpenNote('  // TODO: mend the parser'), {
    word: 'TODO',
    text: 'mend the parser',
    start: 5,
    end: 9,
  });
  assert.equal(findOpenNote('/* FIXME it leaks */')?.text, 'it leaks');
  assert.equal(findOpenNote('// TODO(T-7KQ3): mend'), undefined);
  assert.equal(findOpenNote('// TODO mend, see T-7KQ3'), undefined);
  assert.equal(findOpenNote('const TODO = 1;'), undefined);
  assert.equal(findOpenNote('// TODOs are listed'), undefined);
});

test('an id is offered where one begins', () => {
  assert.equal(startedId('// @task '), '');
  assert.equal(startedId('# TODO('), '');
  assert.equal(startedId('// see T-7'), 'T-7');
  assert.equal(startedId('const a = T-7'), undefined);
  assert.equal(startedId('// see '), undefined);
});

test('a line of a hundred thousand characters takes no longer than others', () => {
  const startedAt = performance.now();
  assert.equal(findSourceIds(`// ${'T-7KQ3 '.repeat(20_000)}`).length, 20_000);
  const blanks = ' '.repeat(100_000);
  assert.equal(findOpenNote(`// TODO: a${blanks}b */`)?.text, `a${blanks}b`);
  assert.ok(performance.now() - startedAt < 1000);
});

test('a note ends where its line does, however much blank stands before that', () => {
  const blanks = ' '.repeat(1000);
  const startedAt = performance.now();
  for (const end of ['\r', '\u2028', `\u2029x`, ':\r']) {
    assert.equal(findOpenNote(`// TODO${blanks}${end}`)?.text, '');
  }
  assert.equal(findOpenNote(`// ${'TODO '.repeat(200)}\u2028`)?.word, 'TODO');
  assert.equal(findOpenNote('// FIXME: mend it\r')?.text, 'mend it');
  assert.ok(performance.now() - startedAt < 200);
});
