import { locateField } from '../core/format/locateField.ts';
import { pathOfId } from '../core/model/ids.ts';
import type { Problem } from '../core/model/problem.ts';
import type { Snapshot } from '../core/store/snapshot.ts';

/** Gives problems that know only their field the place of it in the text. */
export function locateProblems(
  problems: readonly Problem[],
  { files }: Snapshot,
): readonly Problem[] {
  return problems.map(problem => {
    const [first] = problem.items;
    const file = problem.file ?? (first === undefined ? undefined : pathOfId(first));
    if (file === undefined || problem.range || !problem.field) return problem;
    const text = files.get(file)?.text;
    if (text === undefined) return problem;
    return { ...problem, file, range: locateNearest(text, problem.field) };
  });
}

/** A field that is missing is looked for where it would stand: in the map around it. */
function locateNearest(text: string, field: NonNullable<Problem['field']>): Problem['range'] {
  for (let length = field.length; length > 0; length--) {
    const range = locateField(text, field.slice(0, length));
    if (range) return range;
  }
  return undefined;
}
