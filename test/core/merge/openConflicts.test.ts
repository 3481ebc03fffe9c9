import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editText } from '../../../src/core/format/editText.ts';
import type { FileKind } from '../../../src/core/format/fields.ts';
import { readFieldPath, writeFieldPath } from '../../../src/core/merge/fieldText.ts';
import { mergeFile } from '../../../src/core/merge/mergeFile.ts';
import type { Side } from '../../../src/core/merge/mergeValues.ts';
import { afterEdit, editsFor, openConflicts } from '../../../src/core/merge/openConflicts.ts';
import { readPlainFields } from '../../../src/core/merge/plainFields.ts';

interface Texts {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** The text after a merge and a decision for one side in all that it left open. */
function decided(kind: FileKind, texts: Texts, side: Side): string {
  const merged = mergeFile(kind, texts);
  assert.ok(merged.ok, merged.ok ? '' : merged.error.message);
  assert.ok(merged.value.conflicts.length > 0, 'there is nothing to decide');
  return decide(kind, merged.value.text, side);
}

function decide(kind: FileKind, text: string, side: Side): string {
  const fields = readPlainFields(text);
  assert.ok(fields);
  let current = fields;
  const edits = openConflicts(fields).flatMap(conflict => {
    const found = editsFor(kind, current, conflict, side);
    for (const edit of found) current = afterEdit(kind, current, edit);
    return found;
  });
  const done = { kind: 'set', field: ['conflicts'], value: undefined } as const;
  const written = editText(kind, text, [...edits, done]);
  assert.ok(written.ok, written.ok ? '' : written.error.message);
  return written.value;
}

test('of an entry that both sides changed only what both changed is decided', () => {
  const base = 'title: A\nacceptance:\n  - text: one\n    done: false\n    note: x\n    by: eve\n';
  const ours = base.replace('note: x', 'note: o').replace('by: eve', 'by: ada');
  const theirs = base.replace('note: x', 'note: t').replace('false', 'true');
  const merged = base.replace('false', 'true').replace('by: eve', 'by: ada');
  const texts = { base, ours, theirs };
  assert.equal(decided('task', texts, 'ours'), merged.replace('note: x', 'note: o'));
  assert.equal(decided('task', texts, 'theirs'), merged.replace('note: x', 'note: t'));
});

test('actions of a note and views of the project are decided like that', () => {
  const action = 'title: N\nactions:\n  - text: call\n    due: 2026-01-01\n';
  const ours = action.replace('01-01', '01-02');
  const theirs = `${action.replace('01-01', '01-03')}    done: true\n`;
  const texts = { base: action, ours, theirs };
  assert.equal(decided('note', texts, 'theirs'), theirs);
  assert.equal(decided('note', texts, 'ours'), theirs.replace('01-03', '01-02'));
});

test('an entry that was taken out on one side goes or stays as the side says', () => {
  const base = 'title: A\ndependsOn:\n  - T-7KQ3\n  - T-8AAA\n';
  const ours = base.replace('  - T-7KQ3\n', '');
  const theirs = base.replace('T-7KQ3', 'T-7KQ3 SS');
  assert.equal(decided('task', { base, ours, theirs }, 'ours'), ours);
  assert.equal(decided('task', { base, ours, theirs }, 'theirs'), theirs);
  assert.equal(decided('task', { base, ours: theirs, theirs: ours }, 'ours'), theirs);
  assert.equal(decided('task', { base, ours: theirs, theirs: ours }, 'theirs'), ours);
});

test('entries of lists that no table describes are decided by entry, other values whole', () => {
  const base = 'title: A\nown:\n  - name: x\n    n: 1\n  - name: y\n    n: 1\n';
  const ours = base.replace('n: 1', 'n: 2');
  const theirs = base.replace('n: 1', 'n: 3');
  assert.equal(decided('task', { base, ours, theirs }, 'theirs'), theirs);
  const list = 'title: A\nown: [1, 2]\n';
  const text = 'title: A\nown: 5\n';
  const texts = { base: 'title: A\nown: 1\n', ours: list, theirs: text };
  assert.equal(decided('task', texts, 'ours'), list);
  assert.match(decided('task', texts, 'theirs'), /^own:\s+5$/m);
});

test('a key with a dot in it is one step', () => {
  const base = 'name: P\npeople:\n  ada.l: { name: Ada, units: 50% }\n';
  const ours = base.replace('50%', '60%');
  const theirs = base.replace('50%', '70%');
  assert.equal(decided('project', { base, ours, theirs }, 'theirs'), theirs);
  assert.equal(decided('project', { base, ours, theirs }, 'ours'), ours);
  for (const path of [
    ['a.b', 'c'],
    ['"', ''],
    ['a\\".b', '.'],
  ]) {
    assert.deepEqual(readFieldPath(writeFieldPath(path)), path);
  }
  assert.deepEqual(readFieldPath('response.tasks'), ['response', 'tasks']);
});

test('of two notes on one field the later one has the last word', () => {
  const text = `title: A
estimate: 2d
conflicts:
  - field: estimate
    base: 1d
    ours: 2d
    theirs: 3d
  - field: estimate
    base: 3d
    ours: 2d
    theirs: 4d
`;
  assert.equal(decide('task', text, 'theirs'), 'title: A\nestimate: 4d\n');
  assert.equal(decide('task', text, 'ours'), 'title: A\nestimate: 2d\n');
});

test('what an unknown field holds keeps its type', () => {
  for (const value of ["'1e3'", "'null'", "'true'", '7', 'true', "'[1]'", '\'"x"\'', '{ a: 1 }']) {
    const base = 'title: A\nown: old\n';
    const ours = base.replace('old', 'new');
    const theirs = base.replace('old', value);
    const after = readPlainFields(decided('task', { base, ours, theirs }, 'theirs'));
    assert.deepEqual(after, readPlainFields(theirs), value);
  }
});

test('a text of the plan stays a text whatever it reads like', () => {
  const base = 'title: A\ntags: [b]\ndescription: old\n';
  const ours = base.replace('old', 'new');
  const theirs = base.replace('old', '"[1, 2]"');
  assert.equal(decided('task', { base, ours, theirs }, 'theirs'), theirs);
});
