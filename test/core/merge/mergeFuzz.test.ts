import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editText, type FieldEdit } from '../../../src/core/format/editText.ts';
import {
  arePlainEqual,
  isPlainMap,
  toPlain,
  type PlainMap,
} from '../../../src/core/format/plainValue.ts';
import { readYamlTree } from '../../../src/core/format/yamlTree.ts';
import { mergeFile } from '../../../src/core/merge/mergeFile.ts';
import type { PlainValue } from '../../../src/core/model/change.ts';
import { seededRandom } from '../../support/seededRandom.ts';

const start = `# About this task
title: Read the tables # what they are
status: todo

estimate: 3d  # a guess
duration: 4d
dependsOn:
  # the lexer comes first
  - T-7KQ3
  - T-8AAA SS+2d
assignees: [ada, bob 50%]
tags: [parser, "no"]
acceptance:
  - text: A file with a BOM is read
    done: false
  - Nothing is lost
description: |
  One line
  Another line
  A third line
ownField: {kept: yes, list: [1, 2]}
`;

const scalars: Readonly<Record<string, readonly PlainValue[]>> = {
  title: ['Read them', 'Read: them', '# Read', 'no'],
  status: ['doing', 'done', 'blocked'],
  estimate: ['5d', '2d..4d..9d'],
  duration: ['1w', '2d'],
  milestone: ['M-4XK2', 'M-5AAA'],
  priority: ['high', 'low'],
};
const lists: Readonly<Record<string, readonly PlainValue[]>> = {
  dependsOn: ['T-7KQ3', 'T-7KQ3 FF', 'T-8AAA', 'T-9BBB', 'T-5CCC SS'],
  assignees: ['ada', 'ada 20%', 'bob', 'eve'],
  tags: ['parser', 'no', 'ui', 'later'],
};

function pick<Item>(random: () => number, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  assert.ok(item !== undefined);
  return item;
}

interface Side {
  readonly text: string;
  readonly fields: ReadonlySet<string>;
}

/** One to four edits of fields; what they touched is told. */
function editAtRandom(random: () => number): Side {
  const edits: FieldEdit[] = [];
  for (let count = 1 + Math.floor(random() * 4); count > 0; count -= 1) {
    edits.push(drawEdit(random));
  }
  const edited = editText('task', start, edits);
  assert.ok(edited.ok, edited.ok ? '' : edited.error.message);
  const text = random() < 0.3 ? edited.value.replace('# About', '# More about') : edited.value;
  return { text, fields: new Set(edits.map(({ field }) => String(field[0]))) };
}

function drawEdit(random: () => number): FieldEdit {
  const isScalar = random() < 0.6;
  const table = isScalar ? scalars : lists;
  const field = pick(random, Object.keys(table));
  const choices = table[field] ?? [];
  if (field !== 'title' && random() < 0.15)
    return { kind: 'set', field: [field], value: undefined };
  const value = isScalar ? pick(random, choices) : choices.filter(() => random() < 0.5);
  return { kind: 'set', field: [field], value };
}

function fieldsOf(text: string): PlainMap {
  const { root, problems } = readYamlTree(text);
  assert.deepEqual(problems, [], text);
  const value = root && toPlain(root);
  return isPlainMap(value) ? value : {};
}

const same = (a: PlainValue | undefined, b: PlainValue | undefined): boolean =>
  arePlainEqual(a ?? null, b ?? null) || (isNothing(a) && isNothing(b));
const isNothing = (value: PlainValue | undefined): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

test('no edit of another field is lost, every conflict is seen, and the result can be read', () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    const random = seededRandom(seed);
    const [ours, theirs] = [editAtRandom(random), editAtRandom(random)];
    const result = mergeFile('task', { base: start, ours: ours.text, theirs: theirs.text });
    assert.ok(result.ok, `seed ${seed}`);
    const after = fieldsOf(result.value.text);
    const [before, here, there] = [fieldsOf(start), fieldsOf(ours.text), fieldsOf(theirs.text)];
    const told = new Set(result.value.conflicts.map(({ field }) => String(field[0])));
    for (const field of new Set([...ours.fields, ...theirs.fields, ...Object.keys(before)])) {
      const [b, o, t] = [before[field], here[field], there[field]];
      const at = `seed ${seed}, ${field}\n${result.value.text}`;
      const isAgreed = same(o, b) || same(t, b) || same(o, t);
      if (isAgreed) assert.ok(!told.has(field) && same(after[field], same(o, b) ? t : o), at);
      else if (field in scalars) assert.ok(told.has(field) && same(after[field], o), at);
    }
    assert.equal(after['conflicts'] === undefined, told.size === 0, `seed ${seed}`);
    for (const comment of ['# what they are', '# About', '# More about']) {
      const isOnBoth = ours.text.includes(comment) && theirs.text.includes(comment);
      if (isOnBoth) assert.ok(result.value.text.includes(comment), `seed ${seed} ${comment}`);
    }
  }
});

test('the same is told whichever side is ours', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const random = seededRandom(seed);
    const [one, two] = [editAtRandom(random).text, editAtRandom(random).text];
    const tell = (ours: string, theirs: string): readonly string[] => {
      const result = mergeFile('task', { base: start, ours, theirs });
      assert.ok(result.ok);
      const { conflicts } = result.value;
      return conflicts
        .map(({ field, base }) => `${field.join('.')} ${JSON.stringify(base)}`)
        .sort();
    };
    assert.deepEqual(tell(one, two), tell(two, one), `seed ${seed}`);
  }
});
