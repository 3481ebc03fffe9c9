/** The words and signs of a line, without its blanks. */
function partsOf(line: string): readonly string[] {
  return line.match(/[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];
}

/** How alike two lines are: 1 when they differ in blanks alone, 0 when they share nothing. */
export function similarityOf(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  if (left.length === 0 || right.length === 0) return left.length === right.length ? 1 : 0;
  const shared = longestCommon(left, right);
  return (2 * shared) / (total(left) + total(right));
}

function total(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

/** The letters of the longest sequence of parts that both have, in order. */
function longestCommon(left: readonly string[], right: readonly string[]): number {
  let above = new Array<number>(right.length + 1).fill(0);
  for (const part of left) {
    const row = [0];
    for (let j = 0; j < right.length; j++) {
      const kept = Math.max(above[j + 1] ?? 0, row[j] ?? 0);
      const met = right[j] === part ? (above[j] ?? 0) + part.length : 0;
      row.push(Math.max(kept, met));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}

/** True when two lines differ in blanks alone. */
export function isSameButBlanks(a: string, b: string): boolean {
  return a.replace(/\s+/g, '') === b.replace(/\s+/g, '');
}
