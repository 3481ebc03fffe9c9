/** What a column of numbers can be: every typed array of the view. */
export type NumberColumn = ArrayLike<number>;

/** The number of a row; NaN beyond the column's end, as for a date that is not there. */
export function numberAt(column: NumberColumn, index: number): number {
  return column[index] ?? Number.NaN;
}

/** The text of a row; empty beyond the column's end. */
export function textAt(column: readonly string[], index: number): string {
  return column[index] ?? '';
}

/** The first index whose value is greater than `value`, in a rising column. */
export function upperBound(column: NumberColumn, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numberAt(column, middle) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
