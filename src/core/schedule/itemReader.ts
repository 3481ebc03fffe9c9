import type { Reach } from './reach.ts';
import type { ItemDates } from './schedule.ts';

/** The dates of nodes as values. */
export interface ItemReader {
  read(node: number): ItemDates | undefined;
  /** What was read so far, to go on with. */
  readonly known: readonly (ItemDates | null | undefined)[];
}

/**
 * Views ask for the dates of an item many times over; each is made into a value once. What a change
 * did not reach keeps the very value it had before, so that views can see that it is the same.
 */
export function readOnce(
  count: number,
  read: (node: number) => ItemDates | undefined,
  kept?: { readonly before: ItemReader; readonly reach: Reach },
): ItemReader {
  // Null for what has no dates, undefined for what nobody asked for yet.
  const known = kept
    ? kept.before.known.map((dates, node) => (kept.reach.isTouched(node) ? undefined : dates))
    : new Array<ItemDates | null | undefined>(count).fill(undefined);
  return {
    known,
    read: node => {
      const value = known[node];
      if (value !== undefined) return value ?? undefined;
      const made = read(node);
      known[node] = made ?? null;
      return made;
    },
  };
}
