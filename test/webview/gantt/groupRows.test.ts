import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ViewGroup } from '../../../src/core/model/savedView.ts';
import { rowFlag, rowKind, type GanttView } from '../../../src/core/views/ganttView.ts';
import { ChartModel } from '../../../webview/gantt/chartModel.ts';
import { groupView } from '../../../webview/gantt/groupRows.ts';
import { defaultGanttUi, type GanttUi } from '../../../webview/gantt/uiState.ts';
import { at, buildView, snapshotOf } from './support/buildView.ts';

const dated = { start: '2026-03-02T08:00', finish: '2026-03-03T16:00', days: 2 };
const view = buildView(
  [
    { id: 'M-1', title: 'Front end', kind: 'group', ...dated },
    { id: 'S-1', title: 'Summary', kind: 'summary', parent: 'M-1', ...dated },
    {
      id: 'T-1',
      parent: 'S-1',
      milestone: 'M-1',
      assignees: 'bob 50%, ada',
      tags: ['core', 'ui'],
      code: ['src/core/lexer/a.ts'],
      status: 'done',
      ...dated,
    },
    {
      id: 'T-2',
      parent: 'M-1',
      milestone: 'M-1',
      assignees: 'ada',
      code: ['README.md'],
      status: 'doing',
      start: '2026-03-04T08:00',
      finish: '2026-03-06T16:00',
      days: 3,
    },
    { id: 'T-3', tags: ['core'] },
  ],
  {
    links: [
      { from: 'T-1', to: 'T-2' },
      { from: 'S-1', to: 'T-3' },
      { from: 'T-2', to: 'T-3' },
    ],
  },
);

function drawn({ rows }: GanttView): readonly string[] {
  return rows.id.map((id, row) => {
    const level = rows.level[row] ?? 0;
    return level === 0 ? (rows.title[row] ?? '') : `  ${id}`;
  });
}

test('tasks are gathered under headings, and what has nothing there comes last', () => {
  const check = (by: ViewGroup, ...lines: readonly string[]): void =>
    assert.deepEqual(drawn(groupView(view, by)), lines, by);
  check('milestone', 'Front end (2)', '  T-1', '  T-2', 'No milestone (1)', '  T-3');
  check('assignees', 'Ada (1)', '  T-2', 'Bob (1)', '  T-1', 'Nobody (1)', '  T-3');
  check('status', 'To do (1)', '  T-3', 'Doing (1)', '  T-2', 'Done (1)', '  T-1');
  check('tags', 'core (2)', '  T-1', '  T-3', 'No tag (1)', '  T-2');
  check('code', 'README.md (1)', '  T-2', 'src/core (1)', '  T-1', 'No code (1)', '  T-3');
});

test('a heading reaches over its rows, and cannot be written', () => {
  const { rows } = groupView(view, 'milestone');
  assert.deepEqual([rows.start[0], rows.finish[0]], [dated.start, '2026-03-06T16:00'].map(at));
  assert.equal(rows.flags[0], rowFlag.readOnly);
  assert.equal(rows.flags[3], rowFlag.readOnly | rowFlag.undated);
  assert.deepEqual([...rows.parent], [-1, 0, 0, -1, 3]);
});

test('links lead between the rows that are shown, and none to what is not', () => {
  const { rows, links } = groupView(view, 'assignees');
  const ends = Array.from(links.from, (from, link) => [
    rows.id[from],
    rows.id[links.to[link] ?? -1],
  ]);
  assert.deepEqual(ends, [
    ['T-1', 'T-2'],
    ['T-2', 'T-3'],
  ]);
});

test('pauses go with their rows', () => {
  const pauses = ['2026-03-02T16:00', '2026-03-03T08:00'];
  const split = buildView([
    { id: 'T-1', ...dated, tags: ['ui'], pauses },
    { id: 'T-2', ...dated, tags: ['core'] },
  ]);
  const grouped = groupView(split, 'tags');
  assert.deepEqual([...(grouped.pauses?.row ?? [])], [grouped.rows.id.indexOf('T-1')]);
  assert.deepEqual([...(grouped.pauses?.to ?? [])], [at('2026-03-03T08:00')]);
});

test('headings count what passes the filter, whether it is folded or not', () => {
  const titles = (ui: Partial<GanttUi>): readonly string[] => {
    const model = new ChartModel({ ...defaultGanttUi, group: 'milestone', ...ui }, () => undefined);
    model.show(snapshotOf(view));
    const { rows } = model.plan?.view ?? view;
    return rows.title.filter((_, row) => rows.kind[row] === rowKind.heading);
  };
  assert.deepEqual(titles({}), ['Front end (2)', 'No milestone (1)']);
  assert.deepEqual(titles({ filter: 't-1' }), ['Front end (1 of 2)', 'No milestone (0 of 1)']);
  assert.deepEqual(titles({ filter: 't-1', onlyMatches: false }), titles({}));
  assert.deepEqual(titles({ isClosedHidden: true, folded: ['group:milestone:M-1'] }), [
    'Front end (1 of 2)',
    'No milestone (1)',
  ]);
});

test('headings count all again when the filter is taken away', () => {
  const model = new ChartModel({ ...defaultGanttUi, group: 'milestone' }, () => undefined);
  model.show(snapshotOf(view));
  model.choose({ filter: 't-1' });
  assert.equal(model.plan?.view.rows.title[0], 'Front end (1 of 2)');
  model.choose({ filter: '' });
  assert.equal(model.plan.view.rows.title[0], 'Front end (2)');
});
