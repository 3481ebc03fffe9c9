import { arePlainEqual, isPlainMap, ownValue, type PlainMap } from '../format/plainValue.ts';
import type { LostReference } from '../model/change.ts';
import type { FieldPath } from '../model/problem.ts';
import { rawFieldsOf, rawValueAt } from './rawFields.ts';
import type { Snapshot } from './snapshot.ts';

/** Of a field in an entry of a list: whether that entry still stands where it stood. */
export function hasSameHolder(
  snapshot: Snapshot,
  { id, path, list }: LostReference,
  base: Snapshot,
): boolean {
  if (list || !path.some(step => typeof step === 'number')) return true;
  const [holder, key] = [path.slice(0, -1), String(path.at(-1))];
  const [before, now] = [base, snapshot].map(of => withoutKey(rawFieldsOf(of, id), holder, key));
  return before !== undefined && now !== undefined && arePlainEqual(before, now);
}

function withoutKey(fields: PlainMap, holder: FieldPath, key: string): PlainMap | undefined {
  const value = rawValueAt(fields, holder);
  if (!isPlainMap(value)) return undefined;
  const others = Object.keys(value).filter(each => each !== key);
  return Object.fromEntries(others.map(each => [each, ownValue(value, each) ?? null]));
}
