import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnchorState } from '../../../src/core/anchors/resolution.ts';
import {
  computeCodeMarks,
  describeMark,
  itemsAtLine,
  titlesOfMark,
  type CodeLink,
} from '../../../src/core/language/codeMarks.ts';
import { computeFileWarning } from '../../../src/core/language/fileWarning.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { buildPlan } from '../../support/buildPlan.ts';
import { riskOfNothing } from '../../support/riskRatings.ts';

const plan = {
  ...buildPlan({
    tasks: {
      'T-A': { title: 'Sign-in', estimate: '9d', status: 'doing' },
      'T-B': { title: 'Search', estimate: '1d' },
      'T-C': { title: 'Old', status: 'done' },
    },
  }),
  risks: new Map([['R-A', { ...riskOfNothing, id: 'R-A', title: 'It falls over' }]]),
};
const schedule = computeSchedule(plan);

interface LinkWords {
  readonly endLine?: number | undefined;
  readonly state?: AnchorState;
  readonly quote?: string;
}

function link(
  id: string,
  line: number | undefined,
  { endLine = line, state = 'fresh', quote = 'old();' }: LinkWords = {},
): CodeLink {
  const place = { path: 'a.ts', line, endLine };
  const isFound = state === 'fresh' || state === 'moved';
  const anchor = {
    ...place,
    symbol: undefined,
    quote,
    before: undefined,
    after: undefined,
    prints: undefined,
    commit: undefined,
  };
  const now = {
    state,
    place: isFound ? place : undefined,
    guess: state === 'drifted' ? place : undefined,
    score: 1,
    evidence: 'same' as const,
  };
  return { id, anchor, now };
}

test('a line has one mark for all that is linked there, and closed or unknown items have none', () => {
  const links = [link('T-B', 7), link('T-A', 3), link('R-A', 7), link('T-C', 1), link('T-X', 2)];
  const marks = computeCodeMarks(links, plan);
  assert.deepEqual(
    marks.map(({ line, state, links: own }) => [line, state, own.map(each => each.item.id)]),
    [
      [3, 'fresh', ['T-A']],
      [7, 'fresh', ['T-B', 'R-A']],
    ],
  );
});

test('a file as a whole is marked at its first line, and what is lost too', () => {
  const lost = link('T-B', 4, { state: 'lost' });
  const [mark, ...others] = computeCodeMarks([link('T-A', undefined), lost], plan);
  assert.ok(mark);
  assert.deepEqual(others, []);
  assert.equal(mark.line, 1);
  assert.equal(mark.state, 'lost');
  assert.match(titlesOfMark(mark, schedule)[1]?.text ?? '', /the code that was linked is gone$/);
  const lines = describeMark(mark, { plan, schedule })[1]?.lines ?? [];
  assert.match(lines.at(-1) ?? '', /^Nothing like the code that was linked is left, when it began/);
});

test('the mark of code that moved is its own, and tells where it was linked', () => {
  const [mark] = computeCodeMarks([link('T-A', 5), link('T-B', 5, { state: 'moved' })], plan);
  assert.ok(mark);
  assert.equal(mark.state, 'moved');
  const [, search] = describeMark(mark, { plan, schedule });
  assert.equal(search?.lines.at(-1), 'It was linked at a.ts:5');
});

test('one link that drifted makes the mark of its line uncertain, and tells the old text', () => {
  const links = [link('T-B', 5), link('T-A', 5), link('T-A', 5, { state: 'drifted' })];
  const [mark, ...others] = computeCodeMarks(links, plan);
  assert.ok(mark);
  assert.deepEqual(others, []);
  assert.equal(mark.state, 'drifted');
  assert.deepEqual(titlesOfMark(mark, schedule), [
    { id: 'T-B', text: 'T-B Search, todo', isCertain: true },
    {
      id: 'T-A',
      text: 'T-A Sign-in, doing, critical, the code has changed since it was linked',
      isCertain: false,
    },
  ]);
  const [search, signIn, ...more] = describeMark(mark, { plan, schedule });
  assert.deepEqual(more, []);
  assert.equal(search?.heading, 'T-B Search');
  assert.equal(
    signIn?.lines.at(-1),
    'The code has changed since it was linked, when it began with: old();',
  );
});

test('a line belongs to the items whose code goes over it, not to those of the whole file', () => {
  const links = [
    link('T-A', 2, { endLine: 4 }),
    link('T-A', 3),
    link('T-B', undefined),
    link('R-A', 3, { state: 'drifted' }),
  ];
  const at = (line: number): readonly string[] =>
    itemsAtLine(links, plan, line).map(({ id }) => id);
  assert.deepEqual([at(1), at(2), at(3), at(4), at(5)], [[], ['T-A'], ['T-A'], ['T-A'], []]);
});

test('a file warns of critical tasks and open risks, and of nothing else', () => {
  const about = (...ids: string[]): ReturnType<typeof computeFileWarning> =>
    computeFileWarning(ids, { plan, schedule });
  assert.equal(about('T-B', 'T-C', 'T-X'), undefined);
  assert.deepEqual(about('T-A', 'T-B', 'T-A'), { badge: 'C', text: 'Critical: T-A Sign-in' });
  assert.deepEqual(about('R-A', 'T-A'), {
    badge: 'CR',
    text: 'Critical: T-A Sign-in\nRisk: R-A It falls over',
  });
});

test('a file of many risks names the first few', () => {
  const ids = Array.from({ length: 8 }, (_, i) => `R-${i}`);
  const risks = new Map(ids.map(id => [id, { ...riskOfNothing, id, title: 'Risk' }]));
  const warning = computeFileWarning(ids, { plan: { ...plan, risks }, schedule });
  assert.deepEqual(warning?.text.split('\n').slice(-2), ['Risk: R-4 Risk', 'and 3 more']);
});
