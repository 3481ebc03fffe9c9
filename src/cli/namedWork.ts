import type { Item } from '../core/model/plan.ts';
import type { NamedWork } from '../git/readWork.ts';

/** By which names the commits of an item are found. */
export function namedWork(item: Item): NamedWork {
  const commits = item.kind === 'task' ? item.commits : [];
  return { ids: new Set([item.id, ...item.formerIds]), commits };
}
