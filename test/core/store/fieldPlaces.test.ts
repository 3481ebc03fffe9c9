import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlanFile } from '../../../src/core/model/planFile.ts';
import { FieldPlaces } from '../../../src/core/store/fieldPlaces.ts';
import { ProjectStore } from '../../../src/core/store/projectStore.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';

test('a field is found behind entries that were not understood, and what has no text nowhere', async () => {
  const files = memoryFiles({
    'project.yaml': 'name: Demo\n',
    'tasks/T-AAAA.yaml': 'title: A\ndependsOn:\n  - 7 x\n  - T-BBBB\n',
  });
  const { snapshot } = await ProjectStore.open(files);
  const places = new FieldPlaces(snapshot);
  assert.deepEqual(places.find('tasks/T-AAAA.yaml', ['dependsOn', 0]), {
    field: ['dependsOn', 1],
    range: { start: { line: 3, character: 4 }, end: { line: 3, character: 10 } },
  });
  assert.equal(places.find('tasks/T-ZZZZ.yaml', ['title']), undefined);
});

test('a file with many problems is read once for all of them', () => {
  let reads = 0;
  const file: PlanFile = {
    path: 'tasks/T-AAAA.yaml',
    id: 'T-AAAA',
    isWritable: true,
    problems: [],
    get text() {
      reads++;
      return `title: A\ndependsOn:\n${'  - T-BBBB\n'.repeat(100)}`;
    },
  };
  const places = new FieldPlaces({ files: new Map([[file.path, file]]) });
  const lines = Array.from({ length: 100 }, (_, i) => {
    reads = 0;
    const place = places.find(file.path, ['dependsOn', i]);
    // To see that there is one, and to parse it.
    assert.ok(reads <= (i === 0 ? 2 : 1));
    return place?.range?.start.line;
  });
  assert.deepEqual(lines.slice(0, 3), [2, 3, 4]);
  assert.equal(lines.at(-1), 101);
});
