import { diff3Merge } from 'node-diff3';
import { linesOf } from './textLines.ts';

export interface TextSides {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** Lines that merge by themselves, or those of either side where both changed the same ones. */
export type MergedRegion =
  | { readonly kind: 'merged'; readonly lines: readonly string[] }
  | {
      readonly kind: 'conflict';
      readonly ours: readonly string[];
      readonly theirs: readonly string[];
    };

/** Steps of the comparison that take about a fifth of a second. */
const mostSteps = 1e8;

/**
 * Merges three texts line by line. Lines that repeat thousands of times are not compared with each
 * other, because that takes time in the cube of their number: what lies between the lines that all
 * three begin and end with is then one conflict, or the side that alone was changed.
 */
export function mergeRegions(sides: TextSides): readonly MergedRegion[] {
  const base = linesOf(sides.base);
  const ours = linesOf(sides.ours);
  const theirs = linesOf(sides.theirs);
  const shortest = Math.min(base.length, ours.length, theirs.length);
  const isShared = (a: number, b: number, c: number): boolean =>
    base[a] === ours[b] && base[a] === theirs[c];
  let head = 0;
  while (head < shortest && isShared(head, head, head)) head += 1;
  let tail = 0;
  while (
    tail < shortest - head &&
    isShared(base.length - 1 - tail, ours.length - 1 - tail, theirs.length - 1 - tail)
  ) {
    tail += 1;
  }
  const middle = mergeMiddle(
    base.slice(head, base.length - tail),
    ours.slice(head, ours.length - tail),
    theirs.slice(head, theirs.length - tail),
  );
  return [
    { kind: 'merged', lines: ours.slice(0, head) },
    ...middle,
    { kind: 'merged', lines: ours.slice(ours.length - tail) },
  ];
}

type Lines = readonly string[];

function mergeMiddle(base: Lines, ours: Lines, theirs: Lines): readonly MergedRegion[] {
  if (areEqual(ours, theirs) || areEqual(base, theirs)) return [{ kind: 'merged', lines: ours }];
  if (areEqual(base, ours)) return [{ kind: 'merged', lines: theirs }];
  if (stepsBetween(base, ours) + stepsBetween(base, theirs) > mostSteps) {
    return [{ kind: 'conflict', ours, theirs }];
  }
  const regions = diff3Merge([...ours], [...base], [...theirs], { excludeFalseConflicts: true });
  return regions.map(({ ok, conflict }) =>
    conflict
      ? { kind: 'conflict', ours: conflict.a, theirs: conflict.b }
      : { kind: 'merged', lines: ok ?? [] },
  );
}

function areEqual(a: Lines, b: Lines): boolean {
  return a.length === b.length && a.every((line, at) => line === b[at]);
}

/** Each pair of equal lines is looked for among the pairs that were found before. */
function stepsBetween(a: Lines, b: Lines): number {
  const counts = new Map<string, number>();
  for (const line of a) counts.set(line, (counts.get(line) ?? 0) + 1);
  const pairs = b.reduce((sum, line) => sum + (counts.get(line) ?? 0), 0);
  return pairs * Math.min(a.length, b.length);
}
