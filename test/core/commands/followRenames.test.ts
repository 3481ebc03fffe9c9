import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandTable } from '../../../src/core/commands/commandTable.ts';
import { followRenames } from '../../../src/core/commands/followRenames.ts';
import { loadPlan } from '../../../src/core/store/loadPlan.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';

const files = {
  'project.yaml': 'version: 1\nname: Bridge\nstart: 2026-03-02\n',
  'tasks/T-NEW1.yaml': 'title: Draw\nformerIds: [T-9D01, T-9D02]\n',
  'tasks/T-BBBB.yaml': 'title: Build\ndependsOn: [t-9d01 SS+2d]\nparent: T-9D02\n',
};

test('a former id is told with the present one, and followed everywhere', async () => {
  const snapshot = await loadPlan(memoryFiles(files));
  const told = snapshot.problems.filter(({ code }) => code === 'reference-renamed');
  assert.deepEqual(
    told.map(({ items, field }) => [items, field]),
    [
      [['T-BBBB', 'T-NEW1'], ['parent']],
      [
        ['T-BBBB', 'T-NEW1'],
        ['dependsOn', 0],
      ],
    ],
  );
  assert.deepEqual(followRenames(snapshot), [
    { kind: 'set', id: 'T-BBBB', field: ['dependsOn', 0], value: 'T-NEW1 SS+2d' },
    { kind: 'set', id: 'T-BBBB', field: ['parent'], value: 'T-NEW1' },
  ]);
});

test('a former id is no new one for another item, and may be had back', async () => {
  const snapshot = await loadPlan(memoryFiles(files));
  const context = {
    snapshot,
    schedule: () => assert.fail('No dates are needed'),
    today: 0,
    random: () => 0.5,
    takenIds: new Set(['T-9D01']),
  };
  const rename = (id: string): boolean =>
    commandTable.renameItem.run(context, { id, to: 'T-9D01' }).ok;
  assert.deepEqual([rename('T-BBBB'), rename('T-NEW1')], [false, true]);
});
