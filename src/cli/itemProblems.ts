import { pathOfId } from '../core/model/ids.ts';
import type { Problem } from '../core/model/problem.ts';
import type { Snapshot } from '../core/store/snapshot.ts';

/** What is wrong with the item itself, so that a slip is seen at once. */
export function problemsOf({ files, problems }: Snapshot, id: string): readonly Problem[] {
  const file = pathOfId(id) ?? `${id}.yaml`;
  const own = files.get(file)?.problems ?? [];
  const others = problems.filter(problem => problem.file === file || problem.items[0] === id);
  return [...new Set([...own, ...others])];
}
