import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeUtf8 } from '../../../src/core/base/utf8.ts';
import type { FileStep } from '../../../src/core/store/fileStep.ts';
import { journalOf, planRecovery } from '../../../src/core/store/planJournal.ts';

const [old, noted, fresh, foreign] = ['old', 'noted', 'fresh', 'foreign'].map(encodeUtf8);
assert.ok(old && noted && fresh && foreign);

/** A removal with a note of what named the item, a new file, and the edit of a third. */
const steps: readonly FileStep[] = [
  { kind: 'write', path: 'tasks/T-AAAA.yaml', before: old, bytes: noted },
  { kind: 'move', from: 'tasks/T-AAAA.yaml', to: '.trash/T-AAAA.yaml', bytes: noted },
  { kind: 'write', path: 'tasks/T-BBBB.yaml', before: undefined, bytes: fresh },
  { kind: 'write', path: 'tasks/T-CCCC.yaml', before: old, bytes: fresh },
];
const change = journalOf('A change', steps);

test('a journal tells what every file goes through, and where a moved one is then', () => {
  assert.deepEqual(change.files, [
    {
      path: 'tasks/T-AAAA.yaml',
      contents: [old, noted, undefined],
      twin: '.trash/T-AAAA.yaml',
    },
    { path: '.trash/T-AAAA.yaml', contents: [undefined, noted], twin: 'tasks/T-AAAA.yaml' },
    { path: 'tasks/T-BBBB.yaml', contents: [undefined, fresh], twin: undefined },
    { path: 'tasks/T-CCCC.yaml', contents: [old, fresh], twin: undefined },
  ]);
});

test('nothing is to be taken back where nothing was done yet', () => {
  const present = new Map(change.files.map(({ path, contents }) => [path, contents[0]]));
  assert.deepEqual(planRecovery(change, present), { writes: [], removals: [], left: [] });
});

test('at any step every file has a way back to what it held', () => {
  const present = new Map(change.files.map(({ path, contents }) => [path, contents.at(-1)]));
  assert.deepEqual(planRecovery(change, present), {
    writes: [
      { path: 'tasks/T-AAAA.yaml', bytes: old, before: undefined },
      { path: 'tasks/T-CCCC.yaml', bytes: old, before: fresh },
    ],
    removals: [
      { path: '.trash/T-AAAA.yaml', bytes: noted, twin: 'tasks/T-AAAA.yaml' },
      { path: 'tasks/T-BBBB.yaml', bytes: fresh, twin: undefined },
    ],
    left: [],
  });
  // In the middle of a move the file may be in both places.
  present.set('tasks/T-AAAA.yaml', noted);
  assert.deepEqual(planRecovery(change, present).writes[0], {
    path: 'tasks/T-AAAA.yaml',
    bytes: old,
    before: noted,
  });
});

test('a file that somebody else has changed is left, and so is what would have gone there', () => {
  const present = new Map(change.files.map(({ path, contents }) => [path, contents.at(-1)]));
  present.set('tasks/T-AAAA.yaml', foreign);
  present.set('tasks/T-CCCC.yaml', foreign);
  const { writes, removals, left } = planRecovery(change, present);
  assert.deepEqual(writes, []);
  assert.deepEqual(
    removals.map(({ path }) => path),
    ['tasks/T-BBBB.yaml'],
  );
  assert.deepEqual(left, ['tasks/T-AAAA.yaml', 'tasks/T-CCCC.yaml', '.trash/T-AAAA.yaml']);
});

test('an item that is moved twice is at the end of its way', () => {
  const twice = journalOf('Twice', [
    { kind: 'move', from: 'tasks/T-AAAA.yaml', to: 'tasks/T-BBBB.yaml', bytes: old },
    { kind: 'move', from: 'tasks/T-BBBB.yaml', to: 'tasks/T-CCCC.yaml', bytes: old },
  ]);
  assert.equal(twice.files[0]?.twin, 'tasks/T-CCCC.yaml');
});
