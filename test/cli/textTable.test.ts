import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPaint, manyLines, oneLine } from '../../src/cli/terminalText.ts';
import { formatTable, type Column } from '../../src/cli/textTable.ts';

type Row = readonly [name: string, count: string];

const columns: readonly Column<Row>[] = [
  { title: 'name', text: ([name]) => name, isFlexible: true },
  { title: 'count', text: ([, count]) => count, align: 'right' },
];

function check(rows: readonly Row[], width: number | undefined, ...lines: readonly string[]): void {
  const style = { heading: (text: string) => text, columns: width };
  const expected = lines.length === 0 ? '' : `${lines.join('\n')}\n`;
  assert.equal(formatTable(rows, columns, style), expected);
}

test('columns are as wide as their widest text, counted in code points', () => {
  check([], undefined);
  check(
    [
      ['a', '1'],
      ['bcdef', '200'],
    ],
    undefined,
    'name   count',
    'a          1',
    'bcdef    200',
  );
  check(
    [
      ['桥梁', '1'],
      ['e\u0301', '2'],
    ],
    undefined,
    'name  count',
    '桥梁        1',
    'e\u0301         2',
  );
});

test('a column without a text is left out', () => {
  check([['a', '']], undefined, 'name', 'a');
});

test('a narrow terminal cuts the flexible column alone', () => {
  check(
    [['a title that is much too long', '12']],
    25,
    'name                count',
    'a title that is m…     12',
  );
});

test('control characters, line ends and marks of direction are made harmless', () => {
  const check = (text: string, expected: string): void => assert.equal(oneLine(text), expected);
  check('a\nb\tc', 'a b c');
  check('\u001b[31mred', '\ufffd[31mred');
  check('a\u202eb\u2066c', 'a\ufffdb\ufffdc');
  check('\u009b31m', '\ufffd31m');
  check('plain – text', 'plain – text');
  assert.equal(manyLines('a\r\nb\u0007'), 'a\nb\ufffd');
});

test('colour is for terminals, and NO_COLOR switches it off', () => {
  const check = (
    isTerminal: boolean,
    environment: Record<string, string>,
    expected: string,
  ): void => assert.equal(createPaint(isTerminal, environment).red('x'), expected);
  check(true, {}, '\u001b[31mx\u001b[39m');
  check(false, {}, 'x');
  check(true, { NO_COLOR: '1' }, 'x');
  check(true, { NO_COLOR: '' }, '\u001b[31mx\u001b[39m');
  check(true, { TERM: 'dumb' }, 'x');
});
