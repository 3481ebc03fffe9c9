import type { ChangedNetwork } from './changeNetwork.ts';

/** The items with dates: milestones, then tasks, each in the order of their ids. */
export function listDated(
  known: readonly string[],
  { frame, came, went }: ChangedNetwork,
): readonly string[] {
  if (came.length === 0 && went.length === 0) return known;
  const ids = [...known];
  const { milestoneOf } = frame.source;
  const isBefore = (id: string) => (other: string) => milestoneOf.has(other) || other < id;
  for (const id of went) ids.splice(countWhile(ids, isBefore(id)), 1);
  for (const id of came) ids.splice(countWhile(ids, isBefore(id)), 0, id);
  return ids;
}

/** How many at the beginning of a list fulfil what no later one does. */
function countWhile(ids: readonly string[], isBefore: (id: string) => boolean): number {
  let [first, end] = [0, ids.length];
  while (first < end) {
    const middle = (first + end) >> 1;
    if (isBefore(ids[middle] ?? '')) first = middle + 1;
    else end = middle;
  }
  return first;
}
