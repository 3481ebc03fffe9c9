import assert from 'node:assert/strict';
import { test } from 'node:test';
import { varianceText } from '../../../webview/gantt/baselineText.ts';
import { narrowDay, shortDay, spokenDays } from '../../../webview/gantt/dateText.ts';
import { loadPlan } from '../../../webview/gantt/loadedPlan.ts';
import {
  describeRow,
  finishText,
  floatText,
  lengthText,
  spokenRow,
  startText,
  undatedReason,
} from '../../../webview/gantt/rowText.ts';
import type { BaselineChoice } from '../../../webview/gantt/shownBaseline.ts';
import { commitsOf } from './support/commitsOf.ts';
import { at, buildView, snapshotOf, type RowSpec } from './support/buildView.ts';
import { buildHeldSample } from './support/samplePlan.ts';

const parser: RowSpec = {
  id: 'T-2',
  title: 'Parser',
  start: '2026-03-03T08:00',
  finish: '2026-03-14',
  days: 8,
  float: 2,
  progress: 0.4,
  assignees: 'ada',
};

test('a row is spoken in one sentence', () => {
  const check = (spec: RowSpec, after: readonly string[], expected: string): void =>
    assert.equal(spokenRow({ view: buildView([spec]) }, 0, after), expected);
  check(
    parser,
    ['Lexer'],
    'Parser, 3 March to 13 March, 40 percent, 2 days of float, after Lexer, ada',
  );
  check(
    { ...parser, float: 0, flags: ['critical', 'late'], assignees: '' },
    [],
    'Parser, 3 March to 13 March, 40 percent, no float, critical, late',
  );
  check(
    {
      id: 'M-1',
      title: 'Beta',
      kind: 'milestone',
      start: '2027-01-08T16:00',
      finish: '2027-01-08T16:00',
      float: 1,
    },
    [],
    'Beta, milestone, 8 January 2027, 1 day of float',
  );
  check(
    { ...parser, status: 'blocked', deadline: '2026-03-20T16:00' },
    [],
    'Parser, blocked, 3 March to 13 March, 40 percent, 2 days of float, deadline 20 March, ada',
  );
  check(
    { ...parser, deadline: '2026-03-12T16:00', flags: ['late'], assignees: '' },
    [],
    'Parser, 3 March to 13 March, 40 percent, 2 days of float, late for its deadline 12 March',
  );
  check(
    { id: 'T-3', title: 'Old', status: 'dropped' },
    [],
    'Old, Dropped: it takes no time any more',
  );
});

test('dates are short, with the year when it is another one', () => {
  assert.equal(shortDay(at('2026-03-03') / 1440, 2026), '3 Mar');
  assert.equal(shortDay(at('2027-03-03') / 1440, 2026), '3 Mar 2027');
  assert.equal(narrowDay(at('2027-03-03') / 1440, 2026), '3 Mar ’27');
  assert.equal(shortDay(Number.NaN, 2026), '');
});

test('work that ends at midnight belongs to the day before', () => {
  const view = buildView([parser]);
  assert.deepEqual([startText(view, 0), finishText(view, 0)], ['3 Mar', '13 Mar']);
});

test('the length never contradicts the dates beside it', () => {
  const check = (spec: Partial<RowSpec>, expected: string): void => {
    const { view, workingTime } = loadPlan(snapshotOf(buildView([{ ...parser, ...spec }])));
    assert.equal(lengthText(view, 0, workingTime), expected);
  };
  check({ days: 4 }, '4d');
  check({ status: 'done', finish: '2026-03-03T12:00' }, '0.5d');
  check({ start: '2026-03-02', finish: '2026-03-09', days: 21 }, '5d');
  check({ kind: 'milestone' }, '');
  check({ kind: 'group' }, '');
});

test('what is closed has a dash in the place of its float', () => {
  const check = (spec: Partial<RowSpec>, expected: string): void =>
    assert.equal(floatText(buildView([{ ...parser, ...spec }]), 0), expected);
  check({}, '2d');
  check({ status: 'done', flags: ['critical'], float: -3 }, '–');
});

test('halves of days are told, and rounding leaves no minus before a zero', () => {
  assert.equal(spokenDays(240, 480), '0.5 days');
  assert.equal(spokenDays(480, 480), '1 day');
  assert.equal(spokenDays(-1, 480), '0 days');
});

test('the tooltip leaves out what there is nothing to say about', () => {
  const view = buildView([{ ...parser, deadline: '2026-03-12T16:00', flags: ['late'] }]);
  const facts = describeRow(loadPlan(snapshotOf(view)), 0);
  assert.deepEqual(
    facts.map(({ name, value }) => `${name}: ${value}`),
    [
      'Dates: 3 Mar – 13 Mar',
      'Length: 8d',
      'Float: 2d',
      'Progress: 40%',
      'Id: T-2',
      'Status: To do',
      'Estimate: 8d',
      'People: ada',
      'Deadline: 12 Mar, missed',
    ],
  );
});

test('a row without dates says why, in the words of its problem where it has one', () => {
  const view = buildView([{ id: 'T-1', flags: ['hasProblem'] }, { id: 'T-2' }]);
  const circle = 'T-1 and T-2 wait for each other';
  const told = { ...view, rows: { ...view.rows, problem: [circle, ''] } };
  assert.equal(undatedReason(told, 0), `Not scheduled, see its problem: ${circle}`);
  assert.equal(undatedReason(view, 0), 'Not scheduled: see its problem');
  assert.equal(undatedReason(told, 1), 'Not scheduled: the plan does not say enough to place it');
});

test('a row tells how far it is from its baseline, in the column, the tooltip and aloud', () => {
  const view = buildHeldSample();
  const newest = { isBaselineShown: true, baseline: undefined };
  const told = (id: string, choice: BaselineChoice = newest): readonly string[] => {
    const { baseline, ...plan } = loadPlan(snapshotOf(view), choice);
    const row = view.rows.id.indexOf(id);
    const fact = describeRow({ ...plan, baseline }, row).find(({ name }) => name === 'Baseline');
    const spoken = spokenRow({ view, baseline }, row, []).split(', ');
    const heard = spoken.filter(part => part.includes('baseline')).join();
    return [varianceText(view, baseline, row), fact?.value ?? '', heard];
  };
  assert.deepEqual(told('T-2PAR'), [
    '+3d',
    '3d later than in Second (9 Mar – 13 Mar)',
    '3 days later than the baseline',
  ]);
  assert.deepEqual(told('T-3AST'), [
    '−1d',
    '1d earlier than in Second (10 Mar – 12 Mar)',
    '1 day earlier than the baseline',
  ]);
  assert.deepEqual(told('T-1LEX'), ['0d', 'As in Second (2 Mar – 6 Mar)', 'as in the baseline']);
  assert.deepEqual(told('T-4FUZ'), ['new', 'Not in Second', 'not in the baseline']);
  assert.deepEqual(told('T-9OLD'), ['', '9 Mar – 11 Mar in Second', '']);
  const first = { isBaselineShown: true, baseline: '2026-02-01-first' };
  assert.equal(told('T-2PAR', first)[1], '3d later than in First (9 Mar – 13 Mar)');
  assert.deepEqual(told('T-2PAR', { ...newest, isBaselineShown: false }), ['', '', '']);
});

test('what holds a row by hand is told by its day, in the tooltip and for the ear', () => {
  const check = (constraint: string, shown: string, spoken: string): void => {
    const view = buildView([{ ...parser, constraint }]);
    const facts = describeRow(loadPlan(snapshotOf(view)), 0);
    assert.equal(facts.find(({ name }) => name === 'Constraint')?.value, shown);
    assert.ok(spokenRow({ view }, 0, []).endsWith(`2 days of float, ${spoken}, ada`));
  };
  check('SNET 2026-03-03T08:00', 'Starts no earlier than 3 Mar', 'starts no earlier than 3 March');
  check('FNLT 2026-03-14', 'Finishes no later than 13 Mar', 'finishes no later than 13 March');
  check('MSO 2027-03-03T08:00', 'Must start on 3 Mar 2027', 'must start on 3 March 2027');
  check('MFO 2026-03-13T16:00', 'Must finish on 13 Mar', 'must finish on 13 March');
  check('ALAP', 'As late as possible', 'as late as possible');
  check('pinned 2026-03-03T08:00', 'Pinned to 3 Mar', 'pinned to 3 March');
});

test('what really happened is told with the work that it took', () => {
  const check = (actual: RowSpec['actual'], shown: string, spoken: string): void => {
    const view = buildView([{ ...parser, ...(actual ? { actual } : {}) }]);
    const facts = describeRow(loadPlan(snapshotOf(view)), 0);
    assert.equal(facts.find(({ name }) => name === 'Actual')?.value ?? '', shown);
    assert.ok(spokenRow({ view }, 0, []).endsWith(`2 days of float${spoken}, ada`));
  };
  const stretch = { from: '2026-03-03T08:00', to: '2026-03-10T10:00' };
  check(stretch, 'Since 3 Mar', ', under way since 3 March');
  check(
    { ...stretch, spent: '3d', remaining: '2d' },
    'Since 3 Mar, 3d spent, 2d remaining',
    ', under way since 3 March, 3d spent, 2d remaining',
  );
  check(
    { ...stretch, isOver: true, spent: '6d' },
    '3 Mar – 10 Mar, 6d spent',
    ', as it happened, 6d spent',
  );
  check({ spent: '3d' }, '3d spent', ', 3d spent');
  check(undefined, '', '');
});

test('of hundreds of predecessors the first few are spoken, and of a long title its beginning', () => {
  const view = buildView([parser, { ...parser, id: 'T-3', title: 'x'.repeat(10_000) }]);
  const names = Array.from({ length: 500 }, (_, place) => `Task ${place + 1}`);
  const spoken = spokenRow({ view }, 0, names);
  assert.ok(
    spoken.includes('after Task 1 and Task 2 and Task 3 and Task 4 and Task 5 and 495 more'),
  );
  assert.ok(spokenRow({ view }, 0, names.slice(0, 6)).includes('Task 5 and Task 6, ada'));
  assert.ok(spokenRow({ view }, 1, ['y'.repeat(10_000)]).length < 500);
});

test('a row tells its commits and how far they are from the plan, in the tooltip and aloud', () => {
  const view = buildView([
    parser,
    { ...parser, id: 'T-3' },
    { ...parser, id: 'T-4', status: 'done' },
  ]);
  const commits = commitsOf({
    'T-2': ['2026-03-05', '2026-03-16*4'],
    'T-3': ['2026-03-03'],
    'T-4': ['2026-03-02', '2026-03-12'],
  });
  const plan = { ...loadPlan(snapshotOf(view)), commits };
  const factOf = (shown: typeof plan, row: number): string | undefined =>
    describeRow(shown, row).find(({ name }) => name === 'Commits')?.value;
  assert.equal(
    factOf(plan, 0),
    [
      '5 commits on 2 days, 5 Mar – 16 Mar',
      'First commit 2 calendar days after the planned start',
      'Last commit 3 calendar days after the planned finish',
    ].join('\n'),
  );
  // Work that goes on is not early because its last commit is not the last one yet.
  assert.equal(factOf(plan, 1), '1 commit on 1 day, 3 Mar');
  assert.match(
    factOf(plan, 2) ?? '',
    /start\nLast commit 1 calendar day before the planned finish$/,
  );
  assert.equal(factOf({ ...plan, commits: commitsOf({}) }, 0), undefined);
  const spoken =
    '5 commits on 2 days, 5 March to 16 March, first commit 2 calendar days after the planned start';
  assert.ok(spokenRow(plan, 0, []).includes(spoken));
  assert.ok(!spokenRow({ view }, 0, []).includes('commit'));
});

test('where a baseline is shown, commits are held against it', () => {
  const view = buildHeldSample();
  const choice = { isBaselineShown: true, baseline: undefined };
  const commits = commitsOf({ 'T-2PAR': ['2026-03-10'] });
  const plan = { ...loadPlan(snapshotOf(view), choice), commits };
  const told = spokenRow(plan, view.rows.id.indexOf('T-2PAR'), []);
  assert.match(told, /first commit 1 calendar day after the planned start in Second/);
});
