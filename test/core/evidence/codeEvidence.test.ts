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
const began = new Map([
  ...quiet.map(({ path }) => [path, '2024-05-01'] as const),
  ['src/parser.ts', '2026-01-07'],
]);
const known = { activity, began: began.set('src/before.ts', '') };
const paths = [...activity.map(({ path }) => path), 'test/a0.test.ts'];

test('what changes far more than the rest is told, and what has no test', () => {
  const ordinary = computeOrdinary(known, paths);
  const lines = new Map([['src/parser.ts', 300]]);
  const evidence = computeEvidence(known, lines, ordinary);
  assert.deepEqual(evidence.findings, [
    'src/parser.ts changed in 30 commits by 900 lines, more than 95 % of the files',
    'src/parser.ts has 4 authors, more than 95 % of the files',
    'src/parser.ts began on 2026-01-07, later than 95 % of the files',
    'src/parser.ts has no test of its name',
  ]);
  assert.deepEqual([evidence.commits, evidence.churn, evidence.lines], [30, 900, 300]);
});

test('what is like the rest is not told of', () => {
  const ordinary = computeOrdinary(known, paths);
  const evidence = computeEvidence(known, new Map([['src/a0.ts', 10]]), ordinary);
  assert.deepEqual(evidence.findings, []);
  assert.deepEqual(evidence.untested, []);
});

test('in a small repository nothing is out of the ordinary', () => {
  assert.equal(computeOrdinary({ activity: [busy], began }, ['src/parser.ts']), undefined);
  assert.deepEqual(
    computeEvidence({ activity: [busy], began }, new Map([['src/parser.ts', 1]]), undefined)
      .findings,
    [],
  );
});

test('the age is that of the oldest file and of the one in the middle, where it is known', () => {
  const ages = (...paths: readonly string[]): readonly (string | undefined)[] => {
    const lines = new Map(paths.map(path => [path, 1]));
    const evidence = computeEvidence(known, lines, undefined);
    return [evidence.began, evidence.medianBegan];
  };
  assert.deepEqual(ages('src/a0.ts', 'src/parser.ts'), ['2024-05-01', '2026-01-07']);
  assert.deepEqual(ages('src/a0.ts', 'src/a1.ts', 'src/before.ts'), [undefined, '2024-05-01']);
  assert.deepEqual(ages('src/parser.ts', 'src/new.ts'), ['2026-01-07', '2026-01-07']);
});
