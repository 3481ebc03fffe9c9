import { locateField } from '../core/format/locateField.ts';
import { pathOfId } from '../core/model/ids.ts';
import type { Problem } from '../core/model/problem.ts';
import { writtenFieldIn } from '../core/store/rawFields.ts';
import type { Snapshot } from '../core/store/snapshot.ts';

/** Gives problems that know only their item or field the file and the place in it. */
export function locateProblems(
  problems: readonly Problem[],
  { files }: Snapshot,
): readonly Problem[] {
  return problems.map(problem => {
    const [first] = problem.items;
    const file = problem.file ?? (first === undefined ? undefined : pathOfId(first));
    if (file === undefined || problem.range) return problem;
    const present = files.get(file);
    if (present?.text === undefined || !problem.field) return { ...problem, file };
    const field = writtenFieldIn(present, problem.field);
    return { ...problem, file, field, range: locateField(present.text, field) };
  });
}
