import type { Problem } from '../model/problem.ts';
import type { Snapshot } from '../store/snapshot.ts';

/** What is wrong with each item: with itself, or with its file. Hints are left out. */
export function problemsByItem(
  problems: readonly Problem[],
  { files }: Pick<Snapshot, 'files'>,
): ReadonlyMap<string, readonly Problem[]> {
  const byItem = new Map<string, Problem[]>();
  for (const problem of problems) {
    const blamed = problem.items[0] ?? files.get(problem.file ?? '')?.id;
    if (problem.severity === 'info' || blamed === undefined) continue;
    const known = byItem.get(blamed);
    if (known) known.push(problem);
    else byItem.set(blamed, [problem]);
  }
  return byItem;
}
