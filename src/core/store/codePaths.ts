import { valueSpecAt } from '../format/fields.ts';
import { isPlainList, isPlainMap, ownValue } from '../format/plainValue.ts';
import type { PlainValue } from '../model/change.ts';
import type { ItemKind } from '../model/ids.ts';
import type { FieldPath } from '../model/problem.ts';

/** The links to code, one of them, or the path of one. */
export function isCodeField(kind: ItemKind | 'project', field: FieldPath): boolean {
  const spec = valueSpecAt(kind, field);
  if (spec?.kind === 'list') return spec.of.kind === 'anchor';
  return spec?.kind === 'anchor' || (field[0] === 'code' && field.at(-1) === 'path');
}

/** Paths of code as every system writes them; what stands beside them stays. */
export function withSlashes(value: PlainValue): PlainValue {
  if (typeof value === 'string') return value.replaceAll('\\', '/');
  if (isPlainList(value)) return value.map(withSlashes);
  if (!isPlainMap(value)) return value;
  const path = ownValue(value, 'path');
  return path === undefined ? value : { ...value, path: withSlashes(path) };
}
