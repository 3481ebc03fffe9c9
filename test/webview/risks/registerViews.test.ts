import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRegisterUi, openFilter } from '../../../webview/risks/registerUi.ts';
import { choicesOf, describeView, isShown, viewOf } from '../../../webview/risks/registerViews.ts';

const ui = {
  ...defaultRegisterUi,
  filter: {
    ...openFilter,
    text: 'server',
    category: 'Market risk',
    owner: '(none)',
    review: 'due',
  },
  group: 'strategy',
} as const;
const view = {
  surface: 'register',
  name: 'Mine',
  filter: 'open server category:"Market risk" assignee:none review:due',
  sort: { column: 'current', isDescending: true },
  group: 'strategy',
} as const;

test('a view of the register says in the language of lists what its choices say', () => {
  assert.deepEqual(viewOf('Mine', ui), view);
  assert.ok(isShown(view, ui));
});

test('a view comes back as it was kept, closed risks left out or not', () => {
  const back = { ...defaultRegisterUi, ...choicesOf(view, defaultRegisterUi) };
  assert.equal(back.filter.text, 'server category:"Market risk" assignee:none review:due');
  assert.ok(!back.filter.isClosedShown);
  assert.deepEqual(viewOf('Mine', back), view);
  const all = choicesOf({ ...view, filter: 'status:closed' }, defaultRegisterUi);
  assert.deepEqual([all.filter.text, all.filter.isClosedShown], ['status:closed', true]);
  assert.ok(!isShown(view, defaultRegisterUi));
});

test('a view that says nothing of the order leaves it', () => {
  const plain = { ...view, sort: undefined };
  assert.equal(choicesOf(plain, defaultRegisterUi).sort, defaultRegisterUi.sort);
  assert.ok(isShown(plain, ui));
});

test('a view of the register is told in words', () => {
  assert.equal(
    describeView({ ...view, filter: 'open' }),
    'open, sorted by Current, the highest first, by response',
  );
});
