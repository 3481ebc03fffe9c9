import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChartModel } from '../../../webview/gantt/chartModel.ts';
import { lastPage, linkPage, pageSize, planPage } from '../../../webview/gantt/tablePage.ts';
import { defaultGanttUi, type GanttUi } from '../../../webview/gantt/uiState.ts';
import { buildView, snapshotOf } from './support/buildView.ts';
import { buildSample } from './support/samplePlan.ts';

function modelOf(ui: Partial<GanttUi> = {}, view = buildSample()): ChartModel {
  const model = new ChartModel({ ...defaultGanttUi, ...ui }, () => undefined);
  model.show(snapshotOf(view));
  return model;
}

test('a row says its level in words, its columns and its sentence', () => {
  const { caption, heads, rows } = planPage(modelOf(), 0);
  assert.equal(caption, 'Plan, 11 rows');
  assert.deepEqual(heads, [
    'Level',
    'Start',
    'Finish',
    'Length',
    'Float',
    'Done',
    'People',
    'In words',
  ]);
  const parser = rows.find(({ id }) => id === 'T-2PAR');
  assert.deepEqual(parser, {
    id: 'T-2PAR',
    title: 'Parser with error recovery',
    cells: [
      '2, task, in “Compiler front end”',
      '9 Mar',
      '18 Mar',
      '8d',
      '0d',
      '40%',
      'ada, bob 50%',
      'Parser with error recovery, 9 March to 18 March, 40 percent, no float, critical, after Lexer, ada, bob 50%',
    ],
    linkCount: 3,
  });
  assert.equal(rows[0]?.cells[0], '1, milestone, holds 4');
});

test('the table follows filter, order, groups and folds of the chart, and says so', () => {
  const captionOf = (ui: Partial<GanttUi>): string => planPage(modelOf(ui), 0).caption;
  assert.equal(captionOf({ filter: 'lexer' }), 'Plan, 2 rows: 1 row matches “lexer”');
  assert.equal(
    captionOf({ filter: 'lexer', onlyMatches: false, isClosedHidden: true }),
    'Plan, 9 rows: 0 rows match “lexer”, the others are shown too, 2 done or dropped hidden',
  );
  assert.equal(
    captionOf({ sort: { column: 'finish', isDescending: true }, folded: ['M-4XK2'] }),
    'Plan, 7 rows: sorted by Finish, falling, some rows folded',
  );
  const grouped = planPage(modelOf({ group: 'status' }), 0);
  assert.match(grouped.caption, /grouped by status$/);
  assert.equal(grouped.rows[0]?.id, '');
  assert.match(grouped.rows[0].cells[0] ?? '', /^1, heading, holds \d+$/);
  assert.equal(
    planPage(modelOf({ folded: ['M-4XK2'] }), 0).rows[0]?.cells[0],
    '1, milestone, folded',
  );
});

test('a long plan is shown a page at a time, and no page lies beyond the last', () => {
  const specs = Array.from({ length: 2 * pageSize + 1 }, (_, place) => ({ id: `T-${place}` }));
  const model = modelOf({}, buildView(specs));
  assert.equal(planPage(model, 1).rows[0]?.id, `T-${pageSize}`);
  assert.equal(planPage(model, 1).caption, 'Plan, rows 51 to 100 of 101');
  assert.deepEqual(
    planPage(model, 99).rows.map(({ id }) => id),
    [`T-${2 * pageSize}`],
  );
  assert.equal(lastPage(0), 0);
});

test('an item that waits for many names a few of them', () => {
  const specs = [{ id: 'T-0' }, ...Array.from({ length: 500 }, (_, i) => ({ id: `T-A${i}` }))];
  const links = specs.slice(1).map(({ id }) => ({ from: id, to: 'T-0' }));
  const { rows } = planPage(modelOf({}, buildView(specs, { links })), 0);
  assert.match(rows[0]?.cells.at(-1) ?? '', /after T-A0 and T-A1 and T-A2 and 497 more$/);
  assert.equal(rows[0]?.linkCount, 500);
});

test('dependencies are told in words, each from the side of the item', () => {
  const page = linkPage(modelOf(), 'T-2PAR', 0);
  assert.equal(
    page?.caption,
    'Dependencies of Parser with error recovery (T-2PAR): waits for 1, holds up 2',
  );
  assert.deepEqual(
    page.rows.map(({ id, cells }) => [id, ...cells]),
    [
      ['T-1LEX', 'Before', 'This starts after it is finished', '2 March to 6 March', 'Critical'],
      ['T-4FUZ', 'After', 'It starts after this is finished', '19 March to 20 March', 'Critical'],
      ['T-7REF', 'After', 'It finishes after this is finished', '12 March to 17 March', ''],
    ],
  );
  assert.equal(linkPage(modelOf(), 'T-NONE', 0), undefined);
});

test('a lag is told as the least distance, a lead as the most', () => {
  const view = buildView([{ id: 'T-1' }, { id: 'T-2' }, { id: 'T-3' }], {
    links: [
      { from: 'T-1', to: 'T-2', type: 'SS' },
      { from: 'T-2', to: 'T-3', type: 'SF' },
    ],
  });
  const links = { ...view.links, lag: ['+2d', '-1d'] };
  const page = linkPage(modelOf({}, { ...view, links }), 'T-2', 0);
  assert.deepEqual(
    page?.rows.map(({ cells }) => cells[1]),
    [
      'This starts after it has started, at least 2d later',
      'It finishes after this has started, up to 1d earlier',
    ],
  );
});
