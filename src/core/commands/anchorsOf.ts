import type { Anchor } from '../model/anchor.ts';
import type { Item } from '../model/plan.ts';

/** The places in the code that an item is about; undefined for the kinds that have none. */
export function anchorsOf(item: Item): readonly Anchor[] | undefined {
  switch (item.kind) {
    case 'task':
    case 'risk':
    case 'decision':
      return item.code;
    case 'milestone':
    case 'note':
      return undefined;
  }
}
