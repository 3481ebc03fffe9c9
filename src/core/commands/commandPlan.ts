import { ok, refused, type Result } from '../base/result.ts';
import type { Change, PlainValue } from '../model/change.ts';
import type { Item } from '../model/plan.ts';
import { createProblem, type FieldPath, type Problem } from '../model/problem.ts';
import type { ProblemCode } from '../model/problemCodes.ts';
import type { CommandResult } from './command.ts';

/** A command that can be done. */
export function planChanges(
  title: string,
  id: string | undefined,
  changes: readonly Change[],
  remarks: readonly Problem[] = [],
): CommandResult {
  return ok({ changes, title, id, ...(remarks.length > 0 ? { remarks } : {}) });
}

/** A command that cannot be done, in one sentence. */
export function refuse(
  message: string,
  items: readonly string[] = [],
  code: ProblemCode = 'command-refused',
): Result<never, Problem> {
  return refused(createProblem(code, message, { items }));
}

export function setField(
  id: string,
  field: FieldPath,
  value: PlainValue | undefined,
): Extract<Change, { readonly kind: 'set' }> {
  return { kind: 'set', id, field, value };
}

/** `"Parser" (T-7KQ3)`: how titles of edits and refusals name an item. */
export function nameOf(item: Item): string {
  return `"${item.title}" (${item.id})`;
}
