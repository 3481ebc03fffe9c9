import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cholesky, makeUsable, type Matrix } from '../../../src/core/forecast/correlationMatrix.ts';

const matrixOf = (...rows: readonly (readonly number[])[]): Matrix =>
  rows.map(row => Float64Array.from(row));

const product = (root: Matrix): number[][] =>
  root.map(a => root.map(b => a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0)));

function assertNear(found: readonly (readonly number[])[], expected: Matrix, slack: number): void {
  found.forEach((row, i) => {
    row.forEach((value, j) => {
      assert.ok(Math.abs(value - (expected[i]?.[j] ?? 0)) < slack, `(${i}, ${j}) is ${value}`);
    });
  });
}

test('the root of a matrix that can be is its root', () => {
  const wanted = matrixOf([1, 0.5, -0.2], [0.5, 1, 0.3], [-0.2, 0.3, 1]);
  const { root, repair } = makeUsable(wanted);
  assert.equal(repair, 'none');
  assertNear(product(root), wanted, 1e-12);
});

test('full correlation is one cause', () => {
  const { root, repair } = makeUsable(matrixOf([1, 1], [1, 1]));
  assert.equal(repair, 'none');
  assertNear(
    root.map(row => [...row]),
    matrixOf([1, 0], [1, 0]),
    1e-12,
  );
});

test('a matrix that cannot be is replaced by the nearest that can', () => {
  // The example of Higham (2002), section 4, and the nearest matrix that is printed there.
  const wanted = matrixOf([1, 1, 0], [1, 1, 1], [0, 1, 1]);
  assert.equal(cholesky(wanted), undefined);
  const { matrix, root, repair } = makeUsable(wanted);
  assert.equal(repair, 'nearest');
  const printed = matrixOf([1, 0.7607, 0.1573], [0.7607, 1, 0.7607], [0.1573, 0.7607, 1]);
  assertNear(
    matrix.map(row => [...row]),
    printed,
    1e-4,
  );
  assertNear(product(root), matrix, 1e-7);
  assert.ok(Math.abs(1 - (matrix[0]?.[1] ?? 0) - 0.2393) < 1e-4);
});

test('no matrix of random entries is left without a root', () => {
  let state = 7;
  const next = (): number => ((state = (state * 48271) % 2147483647) / 2147483647) * 2 - 1;
  for (let round = 0; round < 30; round++) {
    const size = 2 + (round % 6);
    const rows = Array.from({ length: size }, () => new Float64Array(size));
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) {
        const value = i === j ? 1 : next();
        (rows[i] as Float64Array)[j] = value;
        (rows[j] as Float64Array)[i] = value;
      }
    }
    const { matrix, root } = makeUsable(rows);
    assertNear(product(root), matrix, 1e-6);
    matrix.forEach((row, i) => {
      assert.ok(Math.abs((row[i] ?? 0) - 1) < 1e-9);
    });
  }
});

test('as many as may be correlated are weakened in a moment where they contradict one another', () => {
  // Of n that all move against one another, none can do so by more than one part in n - 1.
  const size = 200;
  const wanted = Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: size }, (_, j) => (i === j ? 1 : -0.5)),
  );
  const before = performance.now();
  const { matrix, root, repair } = makeUsable(wanted);
  assert.ok(performance.now() - before < 5000);
  assert.equal(repair, 'weakened');
  const found = matrix[3]?.[8] ?? NaN;
  assert.ok(found <= 0 && found >= -1 / (size - 1), `${found}`);
  assertNear(product(root), matrix, 1e-6);
  const two = wanted.map(row => Float64Array.from(row, value => (value === 1 ? 1 : 0)));
  for (const [a, b, value] of [
    [0, 1, 0.9],
    [1, 2, 0.9],
    [0, 2, -0.9],
  ] as const) {
    (two[a] as Float64Array)[b] = value;
    (two[b] as Float64Array)[a] = value;
  }
  // The least eigenvalue of the three is 1 - 2 * 0.9: they may stay by 1 / 1.8.
  assert.ok(Math.abs((makeUsable(two).matrix[0]?.[1] ?? 0) - 0.5) < 1e-3);
});
