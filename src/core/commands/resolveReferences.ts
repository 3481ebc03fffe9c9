import { ok, type Result } from '../base/result.ts';
import type { PlainValue } from '../model/change.ts';
import type { ItemKind } from '../model/ids.ts';
import type { FieldPath, Problem } from '../model/problem.ts';
import { referenceFields } from '../store/referenceFields.ts';
import { isCodeField, withSlashes } from '../store/codePaths.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { resolveId } from './resolveId.ts';

/**
 * Turns prefixes into whole ids where a field names other items, so that `set T-7 milestone=m-4`
 * writes `M-4XK2`, and paths of code as Windows writes them into those of every system. Any other
 * value is given back as it is.
 */
export function resolveReferences(
  snapshot: Snapshot,
  kind: ItemKind | 'project',
  field: FieldPath,
  value: PlainValue,
): Result<PlainValue, Problem> {
  const steps = field.map(step => (typeof step === 'number' ? '*' : step));
  for (const { path, targets } of referenceFields(kind)) {
    if (isSamePath(path, steps)) return resolveText(snapshot, value, targets);
    if (isSamePath(path, [...steps, '*'])) return resolveList(snapshot, value, targets);
  }
  return ok(isCodeField(kind, field) ? withSlashes(value) : value);
}

function resolveList(
  snapshot: Snapshot,
  value: PlainValue,
  targets: readonly ItemKind[],
): Result<PlainValue, Problem> {
  if (!Array.isArray(value)) {
    const single = resolveText(snapshot, value, targets);
    return single.ok && typeof value === 'string' ? ok([single.value]) : single;
  }
  const resolved: PlainValue[] = [];
  for (const entry of value as readonly PlainValue[]) {
    const one = resolveText(snapshot, entry, targets);
    if (!one.ok) return one;
    resolved.push(one.value);
  }
  return ok(resolved);
}

/** The id is the first word; what stands behind it (`SS+2d`) stays. */
function resolveText(
  snapshot: Snapshot,
  value: PlainValue,
  targets: readonly ItemKind[],
): Result<PlainValue, Problem> {
  if (typeof value !== 'string' || value.trim() === '') return ok(value);
  const word = /^[^\s+]+/.exec(value.trim())?.[0] ?? value.trim();
  const id = resolveId(snapshot, word, targets);
  return id.ok ? ok(id.value + value.trim().slice(word.length)) : id;
}

function isSamePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i]);
}
