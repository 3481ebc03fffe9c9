import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedPlan, comparedVersions, viewOfVersions } from '../../support/comparedVersions.ts';
import { barsOfComparison } from '../../../src/core/comparison/comparisonBars.ts';
import { compareVersions } from '../../../src/core/comparison/compareVersions.ts';
import { tellBaseline } from '../../../src/core/comparison/tellBaseline.ts';
import { noRates } from '../../../src/core/model/moneyRules.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { parseComparison } from '../../../src/protocol/parseComparison.ts';
import { comparisonSvg, layOutComparison } from '../../../src/core/views/comparisonPicture.ts';

test('the project comes first, then milestones, then tasks that moved, came and went', () => {
  const { bars, title, revision } = changedPlan(3);
  assert.deepEqual(
    [revision, title],
    [
      3,
      'Bridge, HEAD (0123456789 of 2026-03-01) to the files as they are'.replace(
        '0123456789',
        '012345678',
      ),
    ],
  );
  assert.deepEqual(
    bars.map(bar => [bar.id, bar.title, bar.words, bar.tone]),
    [
      ['', 'Project', '2 working days later', 'later'],
      ['M-AAAA', 'Open', '2 working days later', 'later'],
      ['T-AAAA', '<b>Draw</b>', '2 working days later', 'later'],
      ['', 'Fence', 'gone', 'other'],
      ['T-DDDD', 'Gate', 'new', 'other'],
      ['T-BBBB', 'Build', '2 working days later', 'later'],
    ],
  );
});

test('rows open what is in the plan now, and nothing else', () => {
  const rows = Object.fromEntries(
    changedPlan(3).tables.map(({ title, rows: all }) => [title, all]),
  );
  assert.deepEqual(rows['Removed'], [
    { id: '', cells: ['T-CCCC', 'task', 'Fence', '1 working day'] },
  ]);
  assert.equal(rows['Tasks that moved']?.[0]?.id, 'T-AAAA');
});

test('all lanes lie within the picture, and its text is text', () => {
  const { bars } = changedPlan(3);
  const { lanes, finishBefore = 0, finishAfter = 0 } = layOutComparison(bars);
  for (const place of lanes.flatMap(lane => [lane.before, lane.after])) {
    if (place) assert.ok(place.x >= 0 && place.x + place.width <= 1.000001);
  }
  assert.ok(finishBefore < finishAfter);
  const svg = comparisonSvg(changedPlan(3));
  assert.doesNotMatch(svg, /<b>/);
  assert.match(svg, /&lt;b&gt;Draw/);
});

const agreed = {
  'project.yaml': 'name: Bridge\nstart: 2026-03-02\npeople:\n  ada: { name: Ada }\n',
  'milestones/M-AAAA.yaml': 'title: Open\n',
  'tasks/T-AAAA.yaml': 'title: Draw\nduration: 4d\nassignees: [ada]\n',
  'tasks/T-BBBB.yaml': 'title: Build\nduration: 3d\nmilestone: M-AAAA\ndependsOn: [T-AAAA]\n',
};

test('the same plan has no picture', () => {
  const versions = comparedVersions(agreed, agreed);
  const comparison = compareVersions(versions, { today: 0, rates: noRates });
  assert.deepEqual(barsOfComparison(comparison), []);
  assert.deepEqual(layOutComparison([]).lanes, []);
});

test('a baseline is told by milestone, task, person and beside the others', () => {
  const baseline = (title: string, finish: string): string =>
    `title: ${title}\ntakenOn: 2026-03-01\nreason: Agreed with the town\nitems:\n  T-AAAA: 2026-03-02..${finish}\n  M-AAAA: 2026-03-06..2026-03-06\n  T-ZZZZ: 2026-03-02..2026-03-03\n`;
  const { after: version } = comparedVersions(
    {},
    {
      ...agreed,
      'baselines/2026-03-01-first.yaml': baseline('First', '2026-03-04'),
      'baselines/2026-03-02-second.yaml': baseline('Second', '2026-03-05'),
    },
  );
  const { plan } = version.snapshot;
  const first = plan.baselines.get('2026-03-01-first');
  assert.ok(first);
  const options = { baseline: first, at: 0, rates: noRates };
  const { text, bars } = tellBaseline(plan, computeSchedule(plan), options);
  const titles = text.sections.map(({ title }) => title);
  assert.deepEqual(titles, [
    'Milestones that moved',
    'Tasks that moved',
    'Added since',
    'No longer planned',
    'Moved work of people',
    'Baselines beside one another',
  ]);
  assert.equal(text.sentences.at(-1), 'It was taken because: Agreed with the town');
  assert.deepEqual(
    text.sections.at(-1)?.rows.map(row => row[0]),
    ['First', 'Second'],
  );
  assert.deepEqual(
    bars.map(({ id }) => id),
    ['', 'M-AAAA', 'T-AAAA'],
  );
});

test('texts of any length are shown by their beginnings, and keep nothing else from being shown', () => {
  const project = 'name: P\nstart: 2026-03-02\n';
  const titled = (title: string): Readonly<Record<string, string>> => ({
    'project.yaml': project,
    'tasks/T-AAAA.yaml': `title: ${title}\nduration: ${title.length % 7}d\n`,
  });
  const view = viewOfVersions(comparedVersions(titled('a'), titled('x'.repeat(200_000))));
  assert.ok(parseComparison(JSON.parse(JSON.stringify(view))));
  const cells = view.tables.flatMap(({ rows }) => rows.flatMap(row => row.cells));
  assert.ok(cells.some(cell => cell.endsWith('x…')));
});
