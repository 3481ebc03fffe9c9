import type { PlainValue } from '../model/change.ts';
import { isPlainList, isPlainMap, stepSpec } from './plainValue.ts';
import { toNumber } from './readScalar.ts';
import type { ValueSpec } from './valueSpec.ts';

const numeric: ReadonlySet<ValueSpec['kind']> = new Set([
  'number',
  'percent',
  'money',
  'moneyRange',
  'measureOrLevel',
  'factorRange',
]);

/**
 * The value as it should stand in the file: numbers as numbers where the field is one, text as text
 * where it is not, nothing that is null. Undefined when nothing is left.
 */
export function canonicalValue(
  value: PlainValue | undefined,
  spec: ValueSpec | undefined,
): PlainValue | undefined {
  if (value === undefined || value === null) return undefined;
  if (isPlainList(value)) {
    const of = spec?.kind === 'list' ? spec.of : undefined;
    return value.map(item => canonicalValue(item, of)).filter(item => item !== undefined);
  }
  if (isPlainMap(value)) {
    const inner = spec?.kind === 'list' ? spec.of : spec;
    const entries = Object.entries(value).flatMap(([key, field]) => {
      const written = canonicalValue(field, stepSpec(inner, key));
      return written === undefined ? [] : [[key, written] as const];
    });
    return Object.fromEntries(entries);
  }
  return canonicalScalar(value, spec?.kind === 'list' ? spec.of : spec);
}

function canonicalScalar(
  value: string | number | boolean,
  spec: ValueSpec | undefined,
): PlainValue {
  if (spec === undefined || spec.kind === 'probability') return value;
  if (numeric.has(spec.kind)) {
    return typeof value === 'string' ? (toNumber(value) ?? value) : value;
  }
  if (spec.kind !== 'boolean') return String(value);
  return value === 'true' ? true : value === 'false' ? false : value;
}
