import { fieldSpecAt, fieldTables, type FileKind } from '../format/fields.ts';
import { createProblem, type FieldPath, type Problem } from '../model/problem.ts';

/**
 * Why an edit may not set this field: the tables do not know it. Unknown fields that stand in a file
 * are kept, but a command that makes one is a slip of the pen.
 */
export function refuseUnknownField(kind: FileKind, field: FieldPath): Problem | undefined {
  if (field.length > 0 && fieldSpecAt(kind, field)) return undefined;
  const known = fieldTables[kind].map(spec => spec.key);
  const name = field.join('.');
  const likely = nearest(String(field[0] ?? ''), known);
  const hint =
    likely === undefined || field.length > 1
      ? `use one of ${known.join(', ')}`
      : `did you mean ${likely}?`;
  const message = `A ${kind} has no field ${name}; ${hint}`.replace(/\?$/, '');
  return createProblem('field-unknown', message, { field });
}

/** The known name at no more than two slips from what was written. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  let best: { readonly name: string; readonly slips: number } | undefined;
  for (const candidate of known) {
    const slips = countSlips(wanted, candidate.toLowerCase());
    if (slips <= 2 && (!best || slips < best.slips)) best = { name: candidate, slips };
  }
  return best?.name;
}

/** The edit distance of Levenshtein (1966). */
function countSlips(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
