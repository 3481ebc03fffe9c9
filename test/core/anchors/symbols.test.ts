import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSourceText } from '../../../src/core/anchors/sourceText.ts';
import { findSymbols, symbolAround } from '../../../src/core/anchors/symbols.ts';

function check(text: string, expected: readonly string[]): void {
  const found = findSymbols(createSourceText(text));
  assert.deepEqual(
    found.map(({ path, line, endLine }) => `${path} ${line}-${endLine}`),
    expected,
  );
}

test('classes, methods and functions by indentation', () => {
  check(
    'export class Parser {\n  #at = 0;\n  parse(text: string): Task {\n    if (text) {\n      return f();\n    }\n  }\n}\n\nexport async function main() {\n}\n',
    ['Parser 1-8', 'Parser.parse 3-7', 'main 10-11'],
  );
});

test('languages without brackets', () => {
  check(
    'class Plan:\n    def load(self):\n        return 1\n\n    def save(self):\n        pass\n',
    ['Plan 1-6', 'Plan.load 2-4', 'Plan.save 5-6'],
  );
});

test('other languages', () => {
  check('pub fn main() {\n    run();\n}\n', ['main 1-3']);
  check('func (p *Plan) Load() error {\n\treturn nil\n}\n', ['Load 1-3']);
});

test('the innermost declaration is around a line', () => {
  const symbols = findSymbols(createSourceText('class A {\n  b() {\n    c();\n  }\n}\n'));
  assert.equal(symbolAround(symbols, 3)?.path, 'A.b');
  assert.equal(symbolAround(symbols, 5)?.path, 'A');
  assert.equal(symbolAround(symbols, 6), undefined);
});
