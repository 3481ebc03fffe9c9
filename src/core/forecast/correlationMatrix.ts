/** A square matrix, row by row. */
export type Matrix = readonly Float64Array[];

/** A correlation matrix that can be drawn from, and how far it is from what was asked for. */
export interface UsableMatrix {
  /** The lower triangle whose product with its own transpose is the matrix. */
  readonly root: Matrix;
  readonly matrix: Matrix;
  /**
   * What was done to one that cannot be, because no quantities move together like that: it was replaced
   * by the nearest that can, or all of its entries were weakened alike.
   */
  readonly repair: 'none' | 'nearest' | 'weakened';
}

const slack = 1e-10;
const leastEigenvalue = 1e-8;

/** The nearest matrix is looked for up to this size: its cost grows with the third power, many times. */
const mostNearest = 24;

/**
 * The root of a correlation matrix by Cholesky's method. A matrix that is not positive definite is
 * replaced by the nearest one that is, by alternating projections with Dykstra's correction (Higham,
 * "Computing the nearest correlation matrix", IMA Journal of Numerical Analysis 22, 2002); a large one
 * is brought towards no correlation for as far as it takes (Higham, Strabić and Šego, "Restoring
 * definiteness via shrinking", SIAM Review 58, 2016).
 */
export function makeUsable(wanted: Matrix): UsableMatrix {
  const root = cholesky(wanted);
  if (root) return { root, matrix: wanted, repair: 'none' };
  const repair = wanted.length > mostNearest ? 'weakened' : 'nearest';
  const matrix = repair === 'nearest' ? nearestCorrelation(wanted) : weakened(wanted);
  return { root: cholesky(matrix) ?? identity(wanted.length), matrix, repair };
}

/** Halves the bounds of the share that may stay until it is known to a thousandth of a correlation. */
function weakened(wanted: Matrix): Matrix {
  const of = (share: number): Matrix =>
    wanted.map((row, i) => row.map((value, j) => (i === j ? 1 : value * share)));
  let [usable, tooMuch] = [0, 1];
  while (tooMuch - usable > 1e-3) {
    const middle = (usable + tooMuch) / 2;
    if (cholesky(of(middle))) usable = middle;
    else tooMuch = middle;
  }
  return of(usable);
}

/** Undefined for a matrix that is not positive semidefinite. */
export function cholesky(matrix: Matrix): Matrix | undefined {
  const size = matrix.length;
  const root = zeros(size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = at(matrix, i, j);
      for (let k = 0; k < j; k++) sum -= at(root, i, k) * at(root, j, k);
      const row = root[i];
      if (!row) continue;
      if (i === j) {
        if (sum < -slack) return undefined;
        row[i] = Math.sqrt(Math.max(0, sum));
      } else {
        const pivot = at(root, j, j);
        if (pivot > Math.sqrt(slack)) row[j] = sum / pivot;
        else if (Math.abs(sum) > Math.sqrt(slack)) return undefined;
      }
    }
  }
  return root;
}

function nearestCorrelation(wanted: Matrix): Matrix {
  let current = wanted.map(row => row.slice());
  let correction = zeros(wanted.length);
  for (let round = 0; round < 100; round++) {
    const shifted = current.map((row, i) => row.map((value, j) => value - at(correction, i, j)));
    const lifted = liftEigenvalues(shifted);
    correction = lifted.map((row, i) => row.map((value, j) => value - at(shifted, i, j)));
    const next = lifted.map((row, i) => row.map((value, j) => (i === j ? 1 : value)));
    const change = next.reduce(
      (most, row, i) =>
        row.reduce((best, value, j) => Math.max(best, Math.abs(value - at(current, i, j))), most),
      0,
    );
    current = next;
    if (change < 1e-9) break;
  }
  return withUnitDiagonal(liftEigenvalues(current));
}

function withUnitDiagonal(matrix: Matrix): Matrix {
  const sizes = matrix.map((row, i) => Math.sqrt(Math.max(leastEigenvalue, row[i] ?? 1)));
  return matrix.map((row, i) =>
    row.map((value, j) => (i === j ? 1 : value / ((sizes[i] ?? 1) * (sizes[j] ?? 1)))),
  );
}

/** The same matrix with every eigenvalue at least a little above zero. */
function liftEigenvalues(matrix: Matrix): Float64Array[] {
  const { values, vectors } = eigenvalues(matrix);
  const size = matrix.length;
  const lifted = zeros(size);
  for (let k = 0; k < size; k++) {
    const value = Math.max(leastEigenvalue, values[k] ?? 0);
    for (let i = 0; i < size; i++) {
      const row = lifted[i];
      const left = at(vectors, i, k) * value;
      if (!row || left === 0) continue;
      for (let j = 0; j < size; j++) row[j] = (row[j] ?? 0) + left * at(vectors, j, k);
    }
  }
  return lifted;
}

/** Of a symmetric matrix, by Jacobi's rotations (1846), which need nothing but roots. */
function eigenvalues(matrix: Matrix): { values: readonly number[]; vectors: Matrix } {
  const size = matrix.length;
  const work = matrix.map(row => row.slice());
  const vectors = identity(size);
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        off += Math.abs(at(work, p, q));
        rotate(work, vectors, p, q);
      }
    }
    if (off < 1e-12) break;
  }
  return { values: work.map((row, i) => row[i] ?? 0), vectors };
}

function rotate(work: Float64Array[], vectors: Float64Array[], p: number, q: number): void {
  const apart = at(work, p, q);
  if (Math.abs(apart) < 1e-15) return;
  const theta = (at(work, q, q) - at(work, p, p)) / (2 * apart);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const size = work.length;
  for (let k = 0; k < size; k++) turnPair(work[k], p, q, { c, s });
  const [first, second] = [work[p], work[q]];
  for (let k = 0; k < size; k++) {
    const a = first?.[k] ?? 0;
    const b = second?.[k] ?? 0;
    if (first) first[k] = c * a - s * b;
    if (second) second[k] = s * a + c * b;
  }
  for (let k = 0; k < size; k++) turnPair(vectors[k], p, q, { c, s });
}

function turnPair(
  row: Float64Array | undefined,
  p: number,
  q: number,
  { c, s }: { readonly c: number; readonly s: number },
): void {
  if (!row) return;
  const a = row[p] ?? 0;
  const b = row[q] ?? 0;
  row[p] = c * a - s * b;
  row[q] = s * a + c * b;
}

export function identity(size: number): Float64Array[] {
  return zeros(size).map((row, i) => {
    row[i] = 1;
    return row;
  });
}

function zeros(size: number): Float64Array[] {
  return Array.from({ length: size }, () => new Float64Array(size));
}

function at(matrix: Matrix, row: number, column: number): number {
  return matrix[row]?.[column] ?? 0;
}
