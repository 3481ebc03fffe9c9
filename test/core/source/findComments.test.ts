import assert from 'node:assert/strict';
import { test } from 'node:test';
import { syntaxOf } from '../../../src/core/source/commentSigns.ts';
import { commentsByLine } from '../../../src/core/source/findComments.ts';

/** Of each line what is comment. */
function check(path: string, text: string, expected: readonly string[]): void {
  const lines = text.split('\n');
  const found = commentsByLine(lines, syntaxOf(path)).map((comments, i) =>
    comments.map(({ start, end }) => lines[i]?.slice(start, end)).join('|'),
  );
  assert.deepEqual(found, expected, `${path}: ${text}`);
}

test('comments of many lines are comments in each of them', () => {
  check('a.ts', 'a(); /* one\n  two\n*/ b(); // three', ['/* one', '  two', '*/|// three']);
  check('a.html', '<p>no</p> <!-- one\ntwo --> no', ['<!-- one', 'two -->']);
  check('a.lua', 'x = 1 --[[ one\ntwo ]] y = 2 -- z', ['--[[ one', 'two ]]|-- z']);
  check('a.hs', 'f = 1 {- one {- two -}\nthree -} g = 2', ['{- one {- two -}', 'three -}']);
  check('a.rb', '=begin\none\n=end\nx = "# no" # y', ['=begin', 'one', '=end', '# y']);
  check('a.rs', '/* a /* b */ c */ x', ['/* a /* b */ c */']);
  check('a.ps1', '<# one\ntwo #> x', ['<# one', 'two #>']);
});

test('a text that stands alone in Python is one, and one that is a value is none', () => {
  check('a.py', 'def f():\n  """Does\n  it."""\n  return 1', ['', '"""Does', '  it."""', '']);
  check('a.py', 'x = """\n# no\n"""', ['', '', '']);
  check('a.py', 'call(\n  """no""",\n)', ['', '', '']);
  check('a.py', "y % a['T-7KQ3']  # yes", ['# yes']);
});

test('no comment begins in a string, a pattern or an operator', () => {
  check('a.js', `const a = 'TODO: x // y'; // z`, ['// z']);
  check('a.js', 'const a = `one\n// two\n`; // z', ['', '', '// z']);
  check('a.js', 'const p = /[/"\'`]/g; // z', ['// z']);
  check('a.js', 'const q = a / b; // c / d', ['// c / d']);
  check('a.c', `char c = '"'; // z`, ['// z']);
  check('a.rs', `fn f<'a>(x: &'a str) {} // z`, ['// z']);
  check('a.sh', 'echo ${x#y} "# no" # z', ['# z']);
  check('a.yaml', "key: don't # z", ['# z']);
  check('a.tex', '50\\% of it % z', ['% z']);
  check('a.sql', "select '-- no' -- z", ['-- z']);
  check('a.css', 'a { color: #fff } /* z */', ['/* z */']);
  check('odd.language', 'x "# no" # z', ['# z']);
  check('odd.language', "TODO: y % a['T-7KQ3']", ['']);
});

test('what a line is made of does not make it slow', () => {
  const startedAt = performance.now();
  for (const path of ['a.ts', 'a.py', 'a.hs', 'a.c', 'odd.language']) {
    const syntax = syntaxOf(path);
    for (const part of ["'", "\\'", '"""', '/', '(/[', '`', ' #', '{-', '*', '%', '"\\"']) {
      const line = `${' '.repeat(50_000)}${part.repeat(50_000)}`;
      commentsByLine([line, line], syntax);
    }
  }
  const took = performance.now() - startedAt;
  assert.ok(took < 3000, `${took} ms`);
});
