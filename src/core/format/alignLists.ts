import type { PlainValue } from '../model/change.ts';
import { arePlainEqual } from './plainValue.ts';

/** What becomes of the entries of a list, from the first on; each step speaks of the next place. */
export type ListStep =
  | { readonly kind: 'keep' }
  | { readonly kind: 'set'; readonly value: PlainValue }
  | { readonly kind: 'insert'; readonly value: PlainValue }
  | { readonly kind: 'remove' };

type List = readonly PlainValue[];

/** Beyond so many pairs of entries only those that stand once in each list are looked for. */
const mostPairs = 250_000;

/**
 * The steps from one list to another that keep as many entries as stand in both in the same order
 * (a longest common subsequence; of long lists one of the entries that stand once in each), so that
 * what is written beside them stays. Between those, entries take the place of one another.
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

type Place = readonly [inA: number, inB: number];
type IsSame = (i: number, j: number) => boolean;

/** The places of what both lists have in the same order, in both. */
function commonPlaces(a: List, b: List): readonly Place[] {
  const isSame: IsSame = (i, j) => arePlainEqual(a[i] ?? null, b[j] ?? null);
  const whole = [
    [0, a.length],
    [0, b.length],
  ] as const;
  return commonIn(whole, isSame, ([fromA, toA], [fromB, toB]) => {
    const anchors = commonOnce([a.slice(fromA, toA), fromA], [b.slice(fromB, toB), fromB]);
    let [i, j] = [fromA, fromB];
    return [...anchors, [toA, toB] as const].flatMap(([nextA, nextB]) => {
      const gap: Stretches = [
        [i, nextA],
        [j, nextB],
      ];
      [i, j] = [nextA + 1, nextB + 1];
      const found = commonIn(gap, isSame, () => []);
      return nextA < toA ? [...found, [nextA, nextB] as const] : found;
    });
  });
}

/** What both stretches begin and end with, and what they have in common between. */
function commonIn(
  [[startA, endA], [startB, endB]]: Stretches,
  isSame: IsSame,
  ofMany: (a: Stretch, b: Stretch) => readonly Place[],
): readonly Place[] {
  const shorter = Math.min(endA - startA, endB - startB);
  let head = 0;
  while (head < shorter && isSame(startA + head, startB + head)) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(endA - 1 - tail, endB - 1 - tail)) tail++;
  const a = [startA + head, endA - tail] as const;
  const b = [startB + head, endB - tail] as const;
  const isLong = (a[1] - a[0]) * (b[1] - b[0]) > mostPairs;
  const places: Place[] = [];
  for (let i = 0; i < head; i++) places.push([startA + i, startB + i]);
  for (const place of isLong ? ofMany(a, b) : commonBetween(a, b, isSame)) places.push(place);
  for (let i = tail; i > 0; i--) places.push([endA - i, endB - i]);
  return places;
}

type ListFrom = readonly [list: List, from: number];

/** Entries that stand once in each list, as many of them as are in the same order in both. */
function commonOnce([a, fromA]: ListFrom, [b, fromB]: ListFrom): readonly Place[] {
  const inB = placesOnce(b);
  const shared = [...placesOnce(a)].flatMap(([key, i]): readonly Place[] => {
    const j = inB.get(key);
    return j === undefined ? [] : [[i + fromA, j + fromB]];
  });
  return longestRising(shared);
}

function placesOnce(list: List): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  list.forEach((value, at) => {
    const key = JSON.stringify(value);
    if (places.has(key)) repeated.add(key);
    else places.set(key, at);
  });
  for (const key of repeated) places.delete(key);
  return places;
}

/** Of places in the order of the first list, the most that are in the order of the second too. */
function longestRising(places: readonly Place[]): readonly Place[] {
  /** By length less one, the last place of the row of that length that ends the soonest. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  const inB = (at: number | undefined): number => places[at ?? -1]?.[1] ?? -1;
  places.forEach(([, j], at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inB(ends[middle]) < j) low = middle + 1;
      else high = middle;
    }
    before.push(ends[low - 1]);
    ends[low] = at;
  });
  const row: Place[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at])
    row.push(...places.slice(at, at + 1));
  return row.reverse();
}

type Stretch = readonly [from: number, to: number];
type Stretches = readonly [a: Stretch, b: Stretch];

function commonBetween(
  [fromA, toA]: Stretch,
  [fromB, toB]: Stretch,
  isSame: IsSame,
): readonly Place[] {
  const width = toB - fromB + 1;
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
  const places: Place[] = [];
  for (let [i, j] = [fromA, fromB]; i < toA && j < toB;) {
    if (isSame(i, j)) places.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return places;
}
