import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMatches, noFilter, readFilter } from '../../../webview/gantt/filterRows.ts';
import { buildView } from './support/buildView.ts';

const view = buildView(
  [
    {
      id: 'M-1',
      title: 'Front end',
      kind: 'group',
      start: '2026-03-02',
      finish: '2026-03-05',
      deadline: '2026-03-09',
    },
    {
      id: 'T-2',
      title: 'Lexer',
      parent: 'M-1',
      milestone: 'M-1',
      start: '2026-03-02T08:00',
      finish: '2026-03-03T16:00',
      days: 2,
      float: 1,
      status: 'doing',
      progress: 0.5,
      assignees: 'ada, bob 50%',
      tags: ['core', 'two words'],
      code: ['src/core/lexer.ts'],
      type: 'feature',
    },
    {
      id: 'T-3',
      title: 'Docs',
      start: '2026-03-12T08:00',
      finish: '2026-03-20T16:00',
      days: 7,
      status: 'todo',
      flags: ['critical', 'late'],
    },
    { id: 'T-4', title: 'Old', status: 'dropped' },
  ],
  { today: '2026-03-10T10:00' },
);

function found(text: string): readonly string[] {
  const matches = findMatches(view, readFilter(text, noFilter).query);
  return Array.from(matches ?? [], row => view.rows.id[row] ?? '');
}

test('a filter asks rows for fields, flags and amounts, and for what must not be', () => {
  assert.deepEqual(found('status:doing,dropped'), ['T-2', 'T-4']);
  assert.deepEqual(found('status:planned'), ['M-1']);
  assert.deepEqual(found('assignee:bob'), ['T-2']);
  assert.deepEqual(found('assignee:none kind:task'), ['T-3', 'T-4']);
  assert.deepEqual(found('milestone:m-1'), ['T-2']);
  assert.deepEqual(found('tag:"two words" code:src/core type:feature'), ['T-2']);
  assert.deepEqual(found('-tag:core open'), ['M-1', 'T-3']);
  assert.deepEqual(found('critical'), ['T-3']);
  assert.deepEqual(found('late'), ['T-3']);
  assert.deepEqual(found('overdue'), ['M-1', 'T-2']);
  assert.deepEqual(found('float<2d kind:task'), ['T-2', 'T-3']);
  assert.deepEqual(found('length>1w'), ['T-3']);
  assert.deepEqual(found('finish>today+1w'), ['T-3']);
  assert.deepEqual(found('finish=2026-03-03'), ['T-2']);
  assert.deepEqual(found('due<2026-03-10'), ['M-1']);
  assert.deepEqual(found('progress>=50%'), ['T-2']);
  assert.deepEqual(found('"ada, bob"'), ['T-2']);
});

test('while a filter cannot be understood the rows stay as they were', () => {
  const good = readFilter('status:doing', noFilter);
  const broken = readFilter('status:doing tag:', good);
  assert.equal(broken.query, good.query);
  assert.match(broken.problem, /tag: needs a value/);
});
