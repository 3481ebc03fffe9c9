import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPlan } from '../../../src/core/store/loadPlan.ts';
import type { Snapshot } from '../../../src/core/store/snapshot.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';

async function read(views: string): Promise<Snapshot> {
  return loadPlan(memoryFiles({ 'project.yaml': `name: Plan\nviews:\n${views}` }));
}

test('a view belongs to the chart, unless it says that it is of the register', async () => {
  const { plan, problems } = await read(
    '  - name: Late\n    filter: late\n    sort: -float\n  - name: Mine\n    surface: register\n    sort: -current\n    group: strategy\n',
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(plan.project.views, [
    {
      surface: 'chart',
      name: 'Late',
      filter: 'late',
      sort: { column: 'float', isDescending: true },
      group: undefined,
      columns: undefined,
    },
    {
      surface: 'register',
      name: 'Mine',
      filter: '',
      sort: { column: 'current', isDescending: true },
      group: 'strategy',
    },
  ]);
});

test('what only the other surface has is told', async () => {
  const { problems } = await read(
    '  - name: A\n    sort: residual\n    group: owner\n  - name: B\n    surface: register\n    sort: -float\n    columns: [float]\n',
  );
  assert.deepEqual(
    problems.map(({ code, message }) => `${code}: ${message}`),
    [
      'field-value: The chart cannot be sorted by residual; write one of title, status, start, finish, length, estimate, due, float, variance, progress, predecessors, assignees, milestone, tags',
      'field-value: The chart cannot be grouped by owner; write one of milestone, assignees, status, tags, code',
      'field-value: The register cannot be sorted by -float; write one of id, title, inherent, current, residual, status, owner, strategy, affects, review, delayInherent, delay, delayResidual, moneyInherent, money, moneyResidual, category, code',
      'field-value: A view of the register has no columns of its own; take columns out',
    ],
  );
});
