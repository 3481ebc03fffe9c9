/** A line by its words and signs, without its blanks. */
export interface LineParts {
  readonly parts: readonly string[];
  /** The letters of all of them. */
  readonly size: number;
}

export function partsOf(line: string): LineParts {
  const parts: readonly string[] = line.match(/[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];
  return { parts, size: parts.reduce((sum, part) => sum + part.length, 0) };
}

/** How alike two lines are: 1 when they differ in blanks alone, 0 when they share nothing. */
export function similarityOf(left: LineParts, right: LineParts): number {
  if (left.size === 0 || right.size === 0) return left.size === right.size ? 1 : 0;
  return shareOf(longestCommon(left.parts, right.parts), left, right);
}

/** So much of two lines is the same when they have so many letters in common. */
export function shareOf(shared: number, left: LineParts, right: LineParts): number {
  return (2 * shared) / (left.size + right.size);
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
  return withoutBlanks(a) === withoutBlanks(b);
}

export function withoutBlanks(line: string): string {
  return line.replace(/\s+/g, '');
}
