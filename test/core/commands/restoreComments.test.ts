import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benchOf } from '../../support/runOnFiles.ts';

const texts = {
  'project.yaml': 'name: Demo\n',
  'tasks/T-AAAA.yaml': 'title: A\n',
  'tasks/T-CCCC.yaml': 'title: C\n',
  'tasks/T-BBBB.yaml':
    'title: B\nparent: T-AAAA # a part\ndependsOn:\n  - T-CCCC # first\n  - T-AAAA SS+2d # why: "it" shares\n  - T-DDDD # last\n',
  'tasks/T-DDDD.yaml': 'title: D\ndependsOn:\n  - T-AAAA # alone\n',
  'risks/R-AAAA.yaml': 'title: R\naffects: [T-CCCC, T-AAAA] # both\n',
};

test('what is said of the entries that named a removed item is said of them again', async () => {
  const bench = await benchOf(texts);
  await bench.run('removeItem', { id: 'T-AAAA' });
  assert.match(
    bench.files.text('tasks/T-BBBB.yaml') ?? '',
    /^title: B\ndependsOn:\n.*first\n.*last\n$/,
  );
  await bench.run('restoreItem', { id: 'T-AAAA' });
  for (const [path, text] of Object.entries(texts))
    assert.equal(bench.files.text(path), text, path);
});

test('a comment of a note that could break the file is left out', async () => {
  const lost = (comment: string): string =>
    `title: A\nremovedFrom:\n  - item: T-DDDD\n    field: dependsOn.0\n    value: T-AAAA\n    entryOf: dependsOn\n    comment: ${comment}\n`;
  for (const comment of ['"# x\\ntitle: Z"', '"title: Z"', '"# x\\u2028y"', '[1]']) {
    const bench = await benchOf({
      'project.yaml': 'name: Demo\n',
      'tasks/T-DDDD.yaml': 'title: D\n',
      '.trash/T-AAAA.yaml': lost(comment),
    });
    await bench.run('restoreItem', { id: 'T-AAAA' });
    assert.equal(
      bench.files.text('tasks/T-DDDD.yaml'),
      'title: D\ndependsOn:\n  - T-AAAA\n',
      comment,
    );
  }
});
