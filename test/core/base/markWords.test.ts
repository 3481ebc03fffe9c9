import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markWords } from '../../../src/core/base/markWords.ts';

const glossary = [
  ['risk', 'may happen'],
  ['milestone', 'a point in time'],
] as const;

function check(text: string, expected: readonly string[]): void {
  const pieces = markWords(text, glossary);
  assert.equal(pieces.map(piece => piece.text).join(''), text);
  assert.deepEqual(
    pieces.filter(({ meaning }) => meaning !== undefined).map(piece => piece.text),
    expected,
  );
}

test('a word of the glossary is found once, whole or in the plural, in any case', () => {
  check('Risks and risk', ['Risks']);
  check('Each milestone has a risk', ['milestone', 'risk']);
  check('A brisk asterisk, risky', []);
  check('', []);
});
