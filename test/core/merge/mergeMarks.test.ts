import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeMarks, type Ancestor } from '../../../src/core/merge/mergeMarks.ts';

const mark = (ours: string, theirs: string): string =>
  `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> side\n`;

function mended(text: string, ancestor?: Ancestor): string {
  const merged = mergeMarks('task', text, ancestor);
  assert.ok(merged?.ok);
  return merged.value.text;
}

const taken = `title: B\n${mark('status: doing\n', 'status: done\nestimate: 5d\n')}`;

test('with the ancestor what a side took out is gone, or a conflict', () => {
  const base = 'title: B\nstatus: todo\nestimate: 1d\n';
  const text = mended(taken, { text: base });
  assert.match(text, /^title: B\nstatus: doing\nconflicts:/);
  assert.match(text, /field: estimate\n {4}base: 1d\n {4}theirs: 5d/);
  const alone = `title: B\n${mark('status: doing\n', 'status: done\npriority: low\n')}`;
  const kept = mended(alone, { text: 'title: B\nstatus: todo\npriority: low\n' });
  assert.doesNotMatch(kept, /priority/);
});

test('without an ancestor all that differs is left to be decided', () => {
  const text = mended(taken);
  assert.match(text, /^title: B\nstatus: doing\nconflicts:/);
  assert.match(text, /field: status\n {4}ours: doing\n {4}theirs: done/);
  assert.match(text, /field: estimate\n {4}theirs: 5d/);
  const lists = mended(`title: B\n${mark('tags: [a]\n', 'tags: [a, b]\n')}`);
  assert.match(lists, /^tags: \[a, b\]\nconflicts:\n {2}- field: tags\n {4}theirs: b\n$/m);
});

test('two items that were made under one id are both kept', () => {
  const both = mark('title: Ours thing\nestimate: 3d\n', 'title: Theirs thing\nestimate: 3d\n');
  const kept =
    /^title: Ours thing\nestimate: 3d\nconflicts:\n {2}- item: \|\n {6}title: Theirs thing/;
  assert.match(mended(both), kept);
  assert.match(mended(both, { text: undefined }), kept);
  const partly = 'estimate: 3d\n';
  const shared = mark('title: Ours thing\n', 'title: Theirs thing\n') + partly;
  assert.match(mended(shared, { text: undefined }), /- item: \|/);
  assert.match(mended(shared), /- field: title/);
});

test('an ancestor that git wrote into the marks is taken', () => {
  const text = 'title: B\n<<<<<<< a\nstatus: doing\n||||||| b\nstatus: todo\n=======\n>>>>>>> c\n';
  assert.match(mended(text), /field: status\n {4}base: todo\n {4}ours: doing\n$/);
});
