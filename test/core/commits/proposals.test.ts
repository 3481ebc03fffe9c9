import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LinkedCommit } from '../../../src/core/commits/commit.ts';
import { findCommit } from '../../../src/core/commits/commitIndex.ts';
import { changeOfProposal, proposalText } from '../../../src/core/commits/proposalChange.ts';
import { computeProposals, type Proposal } from '../../../src/core/commits/proposals.ts';
import { parsePlanDate } from '../../../src/core/model/instant.ts';
import { buildPlan } from '../../support/buildPlan.ts';
import { commit, indexOf } from './support/commits.ts';

const today = parsePlanDate('2026-03-20')?.at ?? NaN;

const index = indexOf(
  commit('c2', '2026-03-05', { ids: ['T-A', 'T-B'], closes: ['T-A'] }),
  commit('c1', '2026-03-03', { ids: ['T-A'] }),
  commit('c3', '2026-04-01', { ids: ['T-C'] }),
);
const plan = buildPlan({ tasks: { 'T-A': {}, 'T-B': {}, 'T-C': {} } });

test('what commits say is proposed by task, and the future is no evidence', () => {
  const told = computeProposals(plan, index, today).map(each => [each.id, proposalText(each)]);
  assert.deepEqual(told, [
    ['T-A', 'done, started 2026-03-03, finished 2026-03-05'],
    ['T-B', 'doing, started 2026-03-05'],
  ]);
});

test('what is taken back ends nothing, until that is taken back as well', () => {
  const ended = commit('c1', '2026-03-03', { ids: ['T-A'], closes: ['T-A'] });
  const back = commit('c2', '2026-03-04', { reverts: 'c1' });
  const again = commit('c3', '2026-03-05', { reverts: 'c2' });
  const statusIn = (...commits: readonly LinkedCommit[]) =>
    computeProposals(plan, indexOf(...commits), today).map(({ status }) => status);
  assert.deepEqual(statusIn(ended), ['done']);
  assert.deepEqual(statusIn(ended, back), ['doing']);
  assert.deepEqual(statusIn(again, back, ended), ['done']);
});

test('the commits of a proposal are each named once, the oldest first, by former ids too', () => {
  const former = indexOf(
    commit('c2', '2026-03-05', { ids: ['T-A', 'T-OLD'] }),
    commit('c1', '2026-03-03', { ids: ['T-OLD'] }),
  );
  const tasks = new Map(
    [...plan.tasks].map(([id, task]) => [
      id,
      id === 'T-A' ? { ...task, formerIds: ['T-OLD'] } : task,
    ]),
  );
  const [proposal] = computeProposals({ ...plan, tasks }, former, today);
  assert.deepEqual(
    proposal?.commits.map(({ hash }) => hash),
    ['c1', 'c2'],
  );
});

test('accepting writes fields of work that goes on, and completes what has ended', () => {
  const base: Proposal = { id: 'T-A', title: 'A', evidence: [], commits: [] };
  assert.deepEqual(
    changeOfProposal({ ...base, status: 'doing', started: '2026-03-03', progress: 40 }),
    {
      fields: { status: 'doing', started: '2026-03-03', progress: '40%' },
      isComplete: false,
      completedOn: undefined,
    },
  );
  assert.deepEqual(
    changeOfProposal({ ...base, status: 'done', started: '2026-03-03', finished: '2026-03-05' }),
    {
      fields: { started: '2026-03-03' },
      isComplete: true,
      completedOn: parsePlanDate('2026-03-05')?.at,
    },
  );
  assert.deepEqual(changeOfProposal({ ...base, finished: '2026-03-05' }).fields, {
    finished: '2026-03-05',
  });
});

test('a commit is known by the beginning of its name where that is enough', () => {
  const some = indexOf(commit('abc1', '2026-03-03', {}), commit('abc2', '2026-03-03', {}));
  assert.equal(findCommit(some, 'abc1')?.hash, 'abc1');
  assert.equal(findCommit(some, 'abc'), undefined);
  assert.equal(findCommit(some, 'abd'), undefined);
});
