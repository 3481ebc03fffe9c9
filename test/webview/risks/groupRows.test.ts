import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Grouping, groupRows } from '../../../webview/risks/groupRows.ts';
import { registerView, riskRow } from '../../support/panelSnapshot.ts';

const milestone = { id: 'M-0001', title: 'Beta', state: '' };
const rows = [
  riskRow(0, { id: 'R-AAAA', owner: 'grace', category: 'Zoo', status: 'closed', milestone }),
  riskRow(1, { id: 'R-BBBB', owner: '', category: '', status: 'open', strategy: undefined }),
  riskRow(2, { id: 'R-CCCC', owner: 'ada', category: 'People', status: 'open', strategy: 'avoid' }),
];
const view = registerView(rows);

function lines(group: Grouping | '', folded: readonly string[] = []): readonly string[] {
  return groupRows(rows, view, { group, folded }).map(line =>
    line.kind === 'risk' ? line.id.slice(2) : `${line.title} ${line.rows.length}`,
  );
}

test('without a group the rows stand as they are', () => {
  assert.deepEqual(lines(''), ['AAAA', 'BBBB', 'CCCC']);
});

test('groups stand in the order of the project, and what belongs to none at the end', () => {
  assert.deepEqual(lines('owner'), [
    'Ada Lovelace 1',
    'CCCC',
    'Grace Hopper 1',
    'AAAA',
    'Nobody 1',
    'BBBB',
  ]);
  assert.deepEqual(lines('category'), [
    'People 1',
    'CCCC',
    'Zoo 1',
    'AAAA',
    'Without category 1',
    'BBBB',
  ]);
  assert.deepEqual(lines('status'), ['Open 2', 'BBBB', 'CCCC', 'Closed 1', 'AAAA']);
  assert.deepEqual(lines('strategy').at(-2), 'No response 1');
  assert.equal(lines('milestone')[0], 'Beta (M-0001) 2');
});

test('a folded group keeps its line', () => {
  assert.deepEqual(lines('status', ['group status open']), ['Open 2', 'Closed 1', 'AAAA']);
});
