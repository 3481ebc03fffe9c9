/** Further than any moment that a plan can speak of, and still exact in the sums below. */
export const farAway = 2 ** 50;

/**
 * The lesser of two whole numbers, without a branch: in the innermost loops each of the two is as
 * likely, and a branch that is foretold wrongly costs more than all of the look-ups before it.
 */
export function lesser(a: number, b: number): number {
  return (a + b - Math.abs(a - b)) * 0.5;
}

/** The greater of two, likewise. */
export function greater(a: number, b: number): number {
  return (a + b + Math.abs(a - b)) * 0.5;
}
