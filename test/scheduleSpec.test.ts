// Holds the rules of the schedule and the tests together: no rule without a test, no test of a rule
// that there is not.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';
import { eachNode, readSourceFiles, type SourceFile } from './support/sourceFile.ts';

const root = process.cwd();
const place = 'src/core/schedule/SPEC.md';
const spec = readFileSync(place, 'utf8');
const files = readSourceFiles(root, ['src', 'webview', 'test']);

/** The ids in square brackets; ranges do not count, because nobody can tell what they leave out. */
function idsIn(text: string): readonly string[] {
  return [...text.matchAll(/\[([A-Z]{2,6}-\d+)\]/g)].map(([, id = '']) => id);
}

const rules = [...spec.matchAll(/\*\*\[([A-Z]{2,6}-\d+)\]\*\*/g)].map(([, id = '']) => id);

/** What a test file says of itself: the names of its tests, and its comments. */
function toldBy(file: SourceFile): readonly string[] {
  const told = file.text.split('\n').filter(line => /^\s*(\/\/|\/?\*)/.test(line));
  eachNode(file, node => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'test') return;
    const [name] = node.arguments;
    if (name && ts.isStringLiteralLike(name)) told.push(name.text);
  });
  return told;
}

test('every rule of the schedule is named by a test, by its own id', () => {
  const tests = files.filter(({ path }) => path.endsWith('.test.ts'));
  const tested = new Set(tests.flatMap(toldBy).flatMap(idsIn));
  assert.ok(rules.length > 80, 'The rules were not found');
  assert.deepEqual(
    rules.filter(id => !tested.has(id)),
    [],
    `${place} has rules that no test names`,
  );
});

test('every rule that code or a test names stands in the specification, once', () => {
  const known = new Set(rules);
  const unknown = files.flatMap(({ path, text }) =>
    idsIn(text)
      .filter(id => !known.has(id))
      .map(id => `${path}: [${id}]`),
  );
  assert.deepEqual(unknown, []);
  assert.deepEqual(
    idsIn(spec).filter(id => !known.has(id)),
    [],
    `${place} refers to rules that it does not have`,
  );
  assert.deepEqual(
    rules.filter((id, i) => rules.indexOf(id) !== i),
    [],
    `${place} has two rules of one id`,
  );
});
