import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followRenames } from '../../../src/core/commands/followRenames.ts';
import { joinTwins } from '../../../src/core/commands/joinTwins.ts';
import { loadPlan } from '../../../src/core/store/loadPlan.ts';
import type { Snapshot } from '../../../src/core/store/snapshot.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';

const start = { 'project.yaml': 'version: 1\nname: Bridge\nstart: 2026-03-02\n' };

function planOf(tasks: Readonly<Record<string, string>>): Promise<Snapshot> {
  const files: Record<string, string> = { ...start };
  for (const [id, text] of Object.entries(tasks)) files[`tasks/${id}.yaml`] = text;
  return loadPlan(memoryFiles(files));
}

const codesOf = (snapshot: Snapshot): readonly string[] =>
  snapshot.problems.map(({ code }) => code).filter(code => code.startsWith('former-id'));

test('two items with one former id are told, and joined into the first by id', async () => {
  const snapshot = await planOf({
    'T-YYYY': 'title: A\nformerIds: [T-AAAA]\nstatus: doing\n',
    'T-ZZZZ': 'title: A\nformerIds: [T-AAAA]\nestimate: 2d\n',
    'T-BBBB': 'title: B\ndependsOn: [T-AAAA]\n',
  });
  assert.deepEqual(codesOf(snapshot), ['former-id-shared']);
  assert.deepEqual(joinTwins(snapshot, new Map([['T-AAAA', 'title: A\n']])), {
    kept: 'T-YYYY',
    other: 'T-ZZZZ',
    changes: [
      { kind: 'set', id: 'T-YYYY', field: ['formerIds'], value: ['T-AAAA', 'T-ZZZZ'] },
      { kind: 'set', id: 'T-YYYY', field: ['estimate'], value: '2d' },
      { kind: 'remove', id: 'T-ZZZZ' },
    ],
  });
  assert.deepEqual(followRenames(snapshot), [
    { kind: 'set', id: 'T-BBBB', field: ['dependsOn', 0], value: 'T-YYYY' },
  ]);
});

test('what a list names under both ids stands there once', async () => {
  const snapshot = await planOf({
    'T-YYYY': 'title: A\nformerIds: [T-AAAA, T-ZZZZ]\n',
    'T-BBBB': 'title: B\ndependsOn: [T-ZZZZ, T-CCCC, T-YYYY, T-AAAA SS]\n',
    'T-CCCC': 'title: C\n',
  });
  assert.deepEqual(followRenames(snapshot), [
    { kind: 'set', id: 'T-BBBB', field: ['dependsOn', 3], value: 'T-YYYY SS' },
    { kind: 'set', id: 'T-BBBB', field: ['dependsOn', 0], value: undefined },
  ]);
});

test('without an ancestor what differs is left to be decided', async () => {
  const snapshot = await planOf({
    'T-AAAA': 'title: A\nstatus: doing\n',
    'T-ZZZZ': 'title: A\nformerIds: [T-AAAA]\nstatus: done\n',
  });
  assert.deepEqual(codesOf(snapshot), ['former-id-alive']);
  const conflicts = [{ field: 'status', ours: 'done', theirs: 'doing' }];
  assert.deepEqual(joinTwins(snapshot, new Map())?.changes, [
    { kind: 'set', id: 'T-ZZZZ', field: ['conflicts'], value: conflicts },
    { kind: 'remove', id: 'T-AAAA' },
  ]);
});

test('two items stay two, and are told until somebody says so', async () => {
  const snapshot = await planOf({
    'T-AAAA': 'title: Paint\n',
    'T-ZZZZ': 'title: Draw\nformerIds: [T-AAAA]\n',
  });
  assert.equal(joinTwins(snapshot, new Map()), undefined);
  const [told] = snapshot.problems.filter(({ code }) => code === 'former-id-alive');
  assert.match(told?.message ?? '', /take T-AAAA out of formerIds where they are two/);
  assert.equal(told?.range?.start.line, 1);
});
