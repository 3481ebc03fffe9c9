import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultDurationScale } from '../../../src/core/model/duration.ts';
import { parsePlanDate } from '../../../src/core/model/instant.ts';
import { filterRows, noneChoice } from '../../../webview/risks/filterRows.ts';
import { openFilter, type RegisterFilter } from '../../../webview/risks/registerUi.ts';
import { ratingAt, registerView, riskRow } from '../../support/panelSnapshot.ts';

const today = parsePlanDate('2026-03-02')?.at ?? 0;
const scale = { today, durationScale: defaultDurationScale };
const rate = (probability: number, impact: number) => ({
  ...riskRow(0).ratings,
  current: ratingAt(probability, impact),
  inherent: ratingAt(4, 4),
});
const plain = { affects: [], isLive: true, status: 'open' } as const;
const view = registerView([
  riskRow(0, { ...plain, id: 'R-AAAA', title: 'Server', owner: 'ada', ratings: rate(4, 4) }),
  riskRow(1, {
    ...plain,
    id: 'R-BBBB',
    title: 'Parser',
    owner: '',
    category: '',
    ratings: rate(0, 0),
  }),
  riskRow(2, {
    ...plain,
    id: 'R-CCCC',
    title: 'Law',
    owner: 'bob',
    status: 'closed',
    isLive: false,
    ratings: rate(4, 4),
  }),
]);

function check(change: Partial<RegisterFilter>, expected: string): void {
  const { rows, hiddenClosed } = filterRows(
    view,
    { ...openFilter, ...change },
    { rating: 'current', kind: 'threat' },
    scale,
  );
  const ids = rows.map(row => row.id.slice(2, 3)).sort();
  assert.equal(`${ids.join('')} ${hiddenClosed}`, expected);
}

test('closed risks are held back and counted, unless they are asked for', () => {
  check({}, 'AB 1');
  check({ isClosedShown: true }, 'ABC 0');
  check({ status: 'closed' }, 'C 0');
  check({ owner: 'ada' }, 'A 0');
  check({ owner: 'bob' }, ' 1');
});

test('words are looked for everywhere, all of them, in any case, as plain text', () => {
  check({ text: 'server' }, 'A 0');
  check({ text: 'r-b' }, 'B 0');
  check({ text: 'LOVELACE ser' }, 'A 0');
  check({ text: 'server parser' }, ' 0');
  check({ text: '.*' }, ' 0');
  check({ text: '  ' }, 'AB 1');
});

test('choices narrow, also to what is missing', () => {
  check({ owner: noneChoice }, 'B 0');
  check({ category: noneChoice }, 'B 0');
  check({ category: 'Supplier' }, 'A 0');
  check({ band: 'low' }, 'B 0');
  check({ band: 'high', isClosedShown: true }, 'AC 0');
});

test('a cell of the heat map narrows by the rating that the map shows, and not the map itself', () => {
  const filter = { ...openFilter, cell: { probability: 4, impact: 4 } };
  const byCurrent = filterRows(view, filter, { rating: 'current', kind: 'threat' }, scale);
  assert.deepEqual(
    byCurrent.rows.map(row => row.id),
    ['R-AAAA'],
  );
  assert.equal(byCurrent.mapped.length, 2);
  assert.equal(
    filterRows(view, filter, { rating: 'inherent', kind: 'threat' }, scale).rows.length,
    2,
  );
});

test('the words are a query: response, rating and review, by values and by dates', () => {
  const day = 1440;
  const answered = registerView([
    riskRow(0, { ...plain, id: 'R-AAAA', strategy: 'reduce', reviewBy: today - day }),
    riskRow(1, { ...plain, id: 'R-BBBB', strategy: 'accept', reviewBy: today + 14 * day }),
    riskRow(2, { ...plain, id: 'R-CCCC', strategy: undefined, reviewBy: undefined }),
    riskRow(3, { ...plain, id: 'R-DDDD', reviewBy: today - day, isLive: false, status: 'closed' }),
  ]);
  const found = (change: Partial<RegisterFilter>): string =>
    filterRows(answered, { ...openFilter, ...change }, { rating: 'current', kind: 'threat' }, scale)
      .rows.map(row => row.id.slice(2, 3))
      .sort()
      .join('');
  assert.equal(found({ text: 'response:mitigate' }), 'A');
  assert.equal(found({ text: 'response:accept,none' }), 'BC');
  assert.equal(found({ text: 'review<today' }), 'A');
  assert.equal(found({ text: 'review<today', isClosedShown: true }), 'AD');
  assert.equal(found({ text: 'review:overdue', isClosedShown: true }), 'A');
  assert.equal(found({ text: 'review:soon' }), 'B');
  assert.equal(found({ text: '-review:set' }), 'C');
  assert.equal(found({ strategy: 'accept' }), 'B');
  assert.equal(found({ strategy: noneChoice }), 'C');
  assert.equal(found({ review: 'overdue' }), 'A');
  assert.equal(found({ review: noneChoice }), 'C');
});

test('a query that cannot be read holds nothing back and says what is wrong', () => {
  const map = { rating: 'current', kind: 'threat' } as const;
  const { rows, problem } = filterRows(view, { ...openFilter, text: 'response:hope' }, map, scale);
  assert.equal(rows.length, 2);
  assert.match(problem, /^response: cannot be "hope"; write one of avoid, reduce/);
});
