import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileKind } from '../../../src/core/format/fields.ts';
import { newItemText } from '../../../src/core/format/newItemText.ts';
import { parsePlanFile } from '../../../src/core/format/parsePlanFile.ts';
import { encodeUtf8 } from '../../../src/core/base/utf8.ts';
import type { PlainValue } from '../../../src/core/model/change.ts';

function check(kind: FileKind, fields: Readonly<Record<string, PlainValue>>, text: string): void {
  assert.equal(newItemText(kind, fields), text);
}

test('a new file has its fields in the order of the table', () => {
  check(
    'task',
    {
      mine: 'x',
      estimate: '2d..4d..9d',
      status: 'todo',
      title: 'Read: the files',
      dependsOn: ['T-0001', 'T-0002 SS+2d'],
      deadline: '2026-03-01',
      tags: [],
      priority: null,
      description: 'One\n\nTwo\n',
      acceptance: [{ done: true, text: 'It works' }, 'It is fast'],
      rank: '3',
    },
    `title: "Read: the files"
description: |
  One

  Two
status: todo
rank: 3
dependsOn:
  - T-0001
  - T-0002 SS+2d
estimate: 2d..4d..9d
deadline: 2026-03-01
acceptance:
  - text: It works
    done: true
  - It is fast
mine: x
`,
  );
});

test('nested fields follow their table too', () => {
  check(
    'risk',
    { current: { impact: { cost: '1000', schedule: '5d..9d' }, probability: '30%' }, title: 'A' },
    'title: A\ncurrent:\n  probability: 30%\n  impact:\n    schedule: 5d..9d\n    cost: 1000\n',
  );
  check(
    'project',
    {
      name: 'A',
      version: 1,
      calendars: { standard: { exceptions: [{ title: 'Feast', on: '2026-12-25' }] } },
    },
    'version: 1\nname: A\ncalendars:\n  standard:\n    exceptions:\n      - "on": 2026-12-25\n        title: Feast\n',
  );
});

test('what is written is read back', () => {
  const text = newItemText('task', {
    title: ' odd: "title" ',
    description: '\n  starts blank\ttab\n\n',
    tags: ['yes', '12:30', '- dash', '#hash', 'a, b', '', "it's", '💡', 'tail:', '{x}'],
    code: [{ path: 'src/a.ts', quote: 'if (a) {\n  b();\n}\n', line: 3 }],
  });
  const { value, file } = parsePlanFile('tasks/T-7KQ3.yaml', encodeUtf8(text));
  assert.deepEqual(file.problems, []);
  assert.ok(value && 'kind' in value && value.kind === 'task');
  assert.equal(value.title, 'odd: "title"');
  assert.equal(value.description, '\n  starts blank\ttab\n\n');
  assert.deepEqual(value.tags, [
    'yes',
    '12:30',
    '- dash',
    '#hash',
    'a, b',
    '',
    "it's",
    '💡',
    'tail:',
    '{x}',
  ]);
  assert.equal(value.code[0]?.quote, 'if (a) {\n  b();\n}\n');
});

test('a long run of digits that ends as a text is written as soon as any text', () => {
  const title = `${'0'.repeat(100_000)}x`;
  const startedAt = performance.now();
  assert.equal(newItemText('task', { title }), `title: ${title}\n`);
  assert.ok(performance.now() - startedAt < 1500);
});
