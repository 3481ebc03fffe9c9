import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followFolder, type NameStep } from '../../../src/core/anchors/followFolder.ts';

const files = ['lib/a.ts', 'lib/in/b.ts', 'lib/c.ts'];

function step(changes: Partial<NameStep>): NameStep {
  return { before: '1', renamed: [], added: [], deleted: [], ...changes };
}

test('a folder whose files go to another place together has moved, twice if need be', () => {
  const first = step({ renamed: files.map(each => [each, `src/${each}`]) });
  const moved = ['a.ts', 'in/b.ts'].map(each => [`src/lib/${each}`, `core/${each}`] as const);
  const second = step({ before: '2', renamed: moved });
  assert.deepEqual(followFolder('lib/', files, [first]), {
    moves: [{ before: '1', to: 'src/lib/' }],
    likely: 'src/lib/',
  });
  const gone = step({ deleted: ['src/lib/c.ts'] });
  assert.deepEqual(followFolder('lib/', files, [first, gone, second]).moves, [
    { before: '1', to: 'src/lib/' },
    { before: '2', to: 'core/' },
  ]);
});

test('what came to the folder since counts too', () => {
  const added = step({ added: ['lib/d.ts', 'lib/e.ts'] });
  const renamed = step({
    renamed: [
      ['lib/d.ts', 'x/d.ts'],
      ['lib/e.ts', 'x/e.ts'],
    ],
  });
  const followed = followFolder('lib/', files.slice(0, 1), [added, renamed]);
  assert.deepEqual(followed.moves, [{ before: '1', to: 'x/' }]);
});

test('less than half of a folder is not the folder, and files that go one by one only make it likely', () => {
  const half = step({ renamed: [['lib/a.ts', 'x/a.ts']], deleted: files.slice(1) });
  assert.deepEqual(followFolder('lib/', files, [half]), { moves: [], likely: 'x/' });
  const steps = files.map(each => step({ renamed: [[each, each.replace('lib/', 'x/')]] }));
  assert.deepEqual(followFolder('lib/', files, steps).likely, 'x/');
});

test('files that went to the top, were renamed or went away', () => {
  const top = step({ renamed: files.map(each => [each, each.slice('lib/'.length)]) });
  assert.deepEqual(followFolder('lib/', files, [top]).moves, [{ before: '1', to: '' }]);
  const others = step({ renamed: [['lib/a.ts', 'x/other.ts']], deleted: files.slice(1) });
  assert.deepEqual(followFolder('lib/', files, [others]), { moves: [], likely: undefined });
});
