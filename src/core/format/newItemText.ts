import type { PlainValue } from '../model/change.ts';
import { canonicalValue } from './canonicalValue.ts';
import { fieldTables, type FileKind } from './fields.ts';
import { isEmptyPlain, isPlainMap } from './plainValue.ts';
import { houseLayout, ordered, renderEntry } from './writeValue.ts';
import { stepSpec } from './plainValue.ts';
import type { ValueSpec } from './valueSpec.ts';

/**
 * The text of a new file: its fields in the order of the table, then those that the table does not
 * know. Fields that are null or empty are left out.
 */
export function newItemText(kind: FileKind, fields: Readonly<Record<string, PlainValue>>): string {
  const spec: ValueSpec = { kind: 'map', fields: fieldTables[kind] };
  const value = canonicalValue(fields, spec);
  if (!isPlainMap(value)) return '';
  const lines = ordered(value, spec)
    .filter(([, field]) => !isEmptyPlain(field))
    .flatMap(([key, field]) =>
      renderEntry(key, field, { spec: stepSpec(spec, key), layout: houseLayout }),
    );
  return lines.map(line => `${line}\n`).join('');
}
