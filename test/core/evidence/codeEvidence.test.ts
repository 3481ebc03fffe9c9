import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeEvidence, computeOrdinary } from '../../../src/core/evidence/codeEvidence.ts';

const quiet = Array.from({ length: 40 }, (_, i) => ({
  path: `src/a${i}.ts`,
  commits: 2,
  churn: 20,
  authors: 1,
}));
const busy = { path: 'src/parser.ts', commits: 30, churn: 900, authors: 4 };
const activity = [...quiet, busy];
const paths = [...activity.map(({ path }) => path), 'test/a0.test.ts'];

test('what changes far more than the rest is told, and what has no test', () => {
  const ordinary = computeOrdinary(activity, paths);
  const lines = new Map([['src/parser.ts', 300]]);
  const evidence = computeEvidence(activity, lines, ordinary);
  assert.deepEqual(evidence.findings, [
    'src/parser.ts changed in 30 commits by 900 lines, more than 95 % of the files',
    'src/parser.ts has 4 authors, more than 95 % of the files',
    'src/parser.ts has no test of its name',
  ]);
  assert.deepEqual([evidence.commits, evidence.churn, evidence.lines], [30, 900, 300]);
});

test('what is like the rest is not told of', () => {
  const ordinary = computeOrdinary(activity, paths);
  const evidence = computeEvidence(activity, new Map([['src/a0.ts', 10]]), ordinary);
  assert.deepEqual(evidence.findings, []);
  assert.deepEqual(evidence.untested, []);
});

test('in a small repository nothing is out of the ordinary', () => {
  assert.equal(computeOrdinary([busy], ['src/parser.ts']), undefined);
  assert.deepEqual(
    computeEvidence([busy], new Map([['src/parser.ts', 1]]), undefined).findings,
    [],
  );
});
