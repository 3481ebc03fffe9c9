import type { PlainValue } from '../model/change.ts';
import { arePlainEqual } from './plainValue.ts';

/** What becomes of the entries of a list, from the first on; each step speaks of the next place. */
export type ListStep =
  | { readonly kind: 'keep' }
  | { readonly kind: 'set'; readonly value: PlainValue }
  | { readonly kind: 'insert'; readonly value: PlainValue }
  | { readonly kind: 'remove' };

type List = readonly PlainValue[];

/** Beyond so many pairs of entries only what both lists begin and end with is kept. */
const mostPairs = 250_000;

/**
 * The steps from one list to another that keep as many entries as stand in both in the same order
 * (a longest common subsequence), so that what is written beside them stays. Between those, entries
 * take the place of one another.
 */
export function alignLists(old: List, value: List): readonly ListStep[] {
  const steps: ListStep[] = [];
  let [a, b] = [0, 0];
  for (const [i, j] of [...commonPlaces(old, value), [old.length, value.length] as const]) {
    steps.push(...fillGap(old.slice(a, i), value.slice(b, j)));
    if (i < old.length) steps.push({ kind: 'keep' });
    [a, b] = [i + 1, j + 1];
  }
  return steps;
}

function fillGap(gone: List, come: List): readonly ListStep[] {
  return [
    ...come.map((value, i) => ({ kind: i < gone.length ? 'set' : 'insert', value }) as const),
    ...gone.slice(come.length).map(() => ({ kind: 'remove' }) as const),
  ];
}

/** The places of what both lists have in the same order, in both. */
function commonPlaces(a: List, b: List): readonly (readonly [number, number])[] {
  const shorter = Math.min(a.length, b.length);
  const isSame = (i: number, j: number): boolean => arePlainEqual(a[i] ?? null, b[j] ?? null);
  let head = 0;
  while (head < shorter && isSame(head, head)) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(a.length - 1 - tail, b.length - 1 - tail)) tail++;
  const places: (readonly [number, number])[] = [];
  for (let i = 0; i < head; i++) places.push([i, i]);
  places.push(...commonBetween([head, a.length - tail], [head, b.length - tail], isSame));
  for (let i = tail; i > 0; i--) places.push([a.length - i, b.length - i]);
  return places;
}

type Stretch = readonly [from: number, to: number];

function commonBetween(
  [fromA, toA]: Stretch,
  [fromB, toB]: Stretch,
  isSame: (i: number, j: number) => boolean,
): readonly (readonly [number, number])[] {
  const width = toB - fromB + 1;
  if ((toA - fromA) * (toB - fromB) > mostPairs) return [];
  // By both places: how many entries from there on can be kept.
  const kept = new Int32Array((toA - fromA + 1) * width);
  const at = (i: number, j: number): number => kept[(i - fromA) * width + j - fromB] ?? 0;
  for (let i = toA - 1; i >= fromA; i--) {
    for (let j = toB - 1; j >= fromB; j--) {
      kept[(i - fromA) * width + j - fromB] = isSame(i, j)
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const places: (readonly [number, number])[] = [];
  for (let [i, j] = [fromA, fromB]; i < toA && j < toB;) {
    if (isSame(i, j)) places.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return places;
}
