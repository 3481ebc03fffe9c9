import { pathOfId } from '../model/ids.ts';
import type { Problem } from '../model/problem.ts';
import type { ProblemCode } from '../model/problemCodes.ts';

/**
 * What is said to be missing although the file does have it, only not in a form that can be read:
 * the unreadable value is the problem then, and is named already.
 */
const missingFields: Partial<Record<ProblemCode, readonly string[]>> = {
  'estimate-missing': ['estimate', 'duration'],
  'risk-unrated': ['current'],
  'start-missing': ['start'],
};

/**
 * The problems of the files, followed by those that were computed from the plan and that say
 * something new: nothing is told twice of one field.
 */
export function joinProblems(
  ofFiles: readonly Problem[],
  computed: readonly Problem[],
): readonly Problem[] {
  const told = new Set<string>();
  for (const problem of ofFiles) {
    const [field] = problem.field ?? [];
    if (problem.severity === 'info' || field === undefined) continue;
    told.add(`${fileOf(problem)} ${field}`);
    told.add(placeAndCode(problem));
  }
  const isNew = (problem: Problem): boolean => {
    const fields = missingFields[problem.code] ?? [];
    const isFieldTold = fields.some(field => told.has(`${fileOf(problem)} ${field}`));
    return !isFieldTold && !told.has(placeAndCode(problem));
  };
  return [...ofFiles, ...computed.filter(isNew)];
}

function placeAndCode(problem: Problem): string {
  return `${fileOf(problem)} ${(problem.field ?? []).join('.')} ${problem.code}`;
}

function fileOf({ file, items }: Problem): string {
  return file ?? pathOfId(items[0] ?? '') ?? '';
}
