import type { Item } from '../model/plan.ts';

/** What one looks for the commits of. */
export interface NamedWork {
  /** The id, with those that it had before. */
  readonly ids: ReadonlySet<string>;
  /** Commits that the item names itself. */
  readonly commits: readonly string[];
}

/** By which names the commits of an item are found. */
export function namedWork(item: Item): NamedWork {
  const commits = item.kind === 'task' ? item.commits : [];
  return { ids: new Set([item.id, ...item.formerIds]), commits };
}
