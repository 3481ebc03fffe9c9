import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLibraryTree } from '../../../src/core/format/libraryTree.ts';
import { newItemText } from '../../../src/core/format/newItemText.ts';
import { readPlainTree } from '../../../src/core/format/plainTree.ts';
import { randomYaml } from './randomYaml.ts';
import { seededRandom } from '../../support/seededRandom.ts';

/** What the quick reader reads, it must read exactly as the package does. Answers whether it read it. */
function check(text: string): boolean {
  const plain = readPlainTree(text);
  if (plain === undefined) return false;
  const library = readLibraryTree(text);
  assert.deepEqual({ root: plain, problems: [] }, library, JSON.stringify(text));
  return true;
}

const ordinary = [
  'title: a\n',
  'title: a',
  '\uFEFFtitle: a b c # d\r\nrank: -1\r\n',
  "title: \"a: b # c\"\nother: 'it''s'\nrank: 1.50\n",
  'title:\nstatus:\n\n\nrank: 0\n',
  'tags:\n  - a\n  - "b"\n\n  # c\n  - c # d\ntitle: x\n',
  'tags:\n- a\n- b\ntitle: x\n',
  'code:\n  - path: a\n    line: 3\n  - b:12\n',
  'response:\n  plan: x\n  tasks:\n  - T-0001\n',
  'description: |\n  a\n\n    b # c\n  c: d\n\nrank: ~\n',
  'description: |-\r\n  a\r\n  b\r\ntitle: x\r\n',
  'acceptance:\n  - |\n    a\n    b\n  - c\n',
  'tags: [a, "b, c", T-0001 SS+2d]\nnone: []\n',
  'current: {probability: 30%, impact: {schedule: 5d..15d, quality: high}}\n',
  'due: 2026-03-01\nat: 12:30\nyes: No\nbig: 12345678901234567890\n',
];

test('the plain block style is read by the quick reader', () => {
  for (const text of ordinary) assert.ok(check(text), text);
  const written = newItemText('task', {
    title: 'Write: "things"',
    description: 'a\n\nb\n',
    dependsOn: ['T-0001 SS+2d'],
    acceptance: [{ text: 'a', done: true }],
    code: [{ path: 'src/a.ts', line: 3 }],
  });
  assert.equal(readPlainTree(written) !== undefined, !written.includes('\\'), written);
});

test('what is out of the ordinary is left to the whole grammar', () => {
  const unusual = [
    '',
    '# a\n',
    '- a\n',
    'a\n',
    'a: b: c\n',
    'a: b\n c\n',
    'a: &x b\n',
    'a: *x\n',
    'a: !!str 1\n',
    '"a": 1\n',
    '? a\n: b\n',
    'a: >\n  b\n',
    'a: |+\n  b\n',
    'a: |2\n   b\n',
    'a: "b\n  c"\n',
    'a: "b\\n"\n',
    'a: [b\n]\n',
    'a: {b}\n',
    'a: [b: c]\n',
    'a: 0x1F\n',
    'a: 1e3\n',
    'a: 1\na: 2\n',
    'a:\tb\n',
    '---\na: b\n',
    'a: b\n---\nc: d\n',
    'a: b\n...\n',
    '%YAML 1.1\n---\na: b\n',
    'a: - b\n',
    'a: @b\n',
    'a: b\rc: d\n',
    ' a: b\n',
    'a:\n  b: c\n d: e\n',
    'a: b #c\n   d\n',
    'a: "b" c\n',
    'a: [b] c\n',
    'a: |\n  b',
    'a: # b\n  c: d\n',
  ];
  for (const text of unusual) assert.equal(readPlainTree(text), undefined, text);
});

test('on any text both readers agree', () => {
  let readByBoth = 0;
  for (let seed = 1; seed <= 800; seed++) {
    if (check(randomYaml(seededRandom(seed)))) readByBoth++;
  }
  assert.ok(readByBoth > 150, `${readByBoth} of 800 were read by the quick reader`);
});
