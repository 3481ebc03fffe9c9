import type { Problem } from '../model/problem.ts';
import type { Snapshot } from '../store/snapshot.ts';

const projectFile = 'project.yaml';

/** What is wrong with each item: with itself, or with its file. Hints are left out. */
export function problemsByItem(
  problems: readonly Problem[],
  { files }: Pick<Snapshot, 'files'>,
): ReadonlyMap<string, readonly Problem[]> {
  const byItem = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (problem.severity === 'info') continue;
    for (const blamed of blamedOf(problem, files)) {
      const known = byItem.get(blamed);
      if (known) known.push(problem);
      else byItem.set(blamed, [problem]);
    }
  }
  return byItem;
}

/** The item at fault; of a circle, everything in it. */
function blamedOf({ code, items, file }: Problem, files: Snapshot['files']): readonly string[] {
  if (code === 'dependency-cycle' || code === 'parent-cycle') return items;
  // A finding about the plan as a whole names items without blaming one of them.
  if (file === projectFile) return [];
  const [blamed = files.get(file ?? '')?.id] = items;
  return blamed === undefined ? [] : [blamed];
}
