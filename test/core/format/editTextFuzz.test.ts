import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editText, type FieldEdit } from '../../../src/core/format/editText.ts';
import { arePlainEqual, isPlainMap, toPlain } from '../../../src/core/format/plainValue.ts';
import { readYamlTree } from '../../../src/core/format/yamlTree.ts';
import type { PlainValue } from '../../../src/core/model/change.ts';
import { seededRandom } from '../../support/seededRandom.ts';
import { pick, randomYaml } from './randomYaml.ts';

const values: readonly PlainValue[] = [
  'plain',
  'no',
  '12:30',
  '- x',
  'a: b',
  'it’s # it',
  7,
  true,
  'one\ntwo\n',
  '',
  ' padded ',
  '2026-03-01',
  ['a', 'b: c'],
  [],
  { x: 1, y: ['z'] },
  [{ k: 'v' }],
  'tab\there',
  '💡',
  '\ntop',
];

/** The plain value of a text that is understood; undefined for any other. */
function valueOf(text: string): Readonly<Record<string, PlainValue>> | undefined {
  const { root, problems } = readYamlTree(text);
  const value = root && problems.length === 0 ? toPlain(root) : undefined;
  return isPlainMap(value) ? value : undefined;
}

/** Lines of the old text that are not in the new one, counted as often as they stand there. */
function lostLines(before: string, after: string): readonly string[] {
  const left = after.split(/\r?\n/);
  return before.split(/\r?\n/).filter(line => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** True when the lines before and behind a field of a block map are the same, byte for byte. */
function keepsOthers(before: string, after: string, key: string): boolean {
  const { root } = readYamlTree(before);
  if (root?.kind !== 'map' || root.isFlow) return true;
  const entry = root.entries.find(found => found.key === key);
  if (entry === undefined) return isInsertion(before, after);
  const head = before.slice(0, before.lastIndexOf('\n', entry.keyStart) + 1);
  const end = before.indexOf('\n', Math.max(entry.keyEnd, entry.value.end));
  const tail = end < 0 ? '' : before.slice(end + 1);
  const isLast = tail === '' && after.length < before.length;
  return after.startsWith(isLast ? head.trimEnd() : head) && after.endsWith(tail);
}

function isInsertion(before: string, after: string): boolean {
  let at = 0;
  while (at < before.length && before.charAt(at) === after.charAt(at)) at++;
  return after.endsWith(before.slice(at));
}

function withoutKey(value: Readonly<Record<string, PlainValue>>, key: string): PlainValue {
  return Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
}

test('whatever the text, an edit changes its field and nothing else, or is refused', () => {
  let done = 0;
  let refusals = 0;
  for (let seed = 1; seed <= 500; seed++) {
    const random = seededRandom(seed);
    const text = randomYaml(random);
    const before = valueOf(text);
    if (before === undefined) continue;
    const key = random() < 0.8 ? pick(random, Object.keys(before)) : 'fresh';
    const value = random() < 0.2 ? undefined : pick(random, values);
    const edit: FieldEdit = { kind: 'set', field: [key], value };
    const result = editText('task', text, [edit]);
    if (!result.ok) {
      refusals++;
      continue;
    }
    done++;
    const after = valueOf(result.value) ?? {};
    const context = JSON.stringify({ seed, text, key, value, after: result.value });
    assert.ok(arePlainEqual(withoutKey(before, key), withoutKey(after, key)), context);
    assert.equal(result.value.startsWith('\uFEFF'), text.startsWith('\uFEFF'), context);
    if (text.includes('\r\n')) assert.doesNotMatch(result.value, /(?<!\r)\n/, context);
    else assert.ok(!result.value.includes('\r'), context);
    assert.deepEqual(editText('task', result.value, [edit]), result, context);
    assert.ok(keepsOthers(text, result.value, key), context);
  }
  assert.ok(done > 200, `${done} edits were done`);
  assert.ok(refusals < done / 20, `${refusals} edits were refused`);
});

test('a scalar that is replaced in its line costs that line alone', () => {
  let done = 0;
  for (let seed = 1; seed <= 500; seed++) {
    const random = seededRandom(seed);
    const text = randomYaml(random);
    const before = valueOf(text);
    const key = before && Object.keys(before).find(name => isInLine(text, name));
    if (key === undefined) continue;
    const result = editText('task', text, [{ kind: 'set', field: [key], value: 'changed' }]);
    if (!result.ok) continue;
    done++;
    const lost = lostLines(text, result.value);
    assert.ok(lost.length <= 1, JSON.stringify({ seed, text, key, after: result.value }));
  }
  assert.ok(done > 150, `${done} edits were done`);
});

function isInLine(text: string, key: string): boolean {
  const { root } = readYamlTree(text);
  const entry = root?.kind === 'map' ? root.entries.find(found => found.key === key) : undefined;
  if (entry?.value.kind !== 'scalar' || entry.value.style === 'block') return false;
  return !text.slice(entry.keyStart, entry.value.end).includes('\n') && !text.includes('*');
}
