import { valueSpecAt, type FileKind } from '../format/fields.ts';
import type { PlainValue } from '../model/change.ts';
import type { FieldPath } from '../model/problem.ts';

/** A value as it stands under `conflicts`: as a person would type it; what has parts as JSON. */
export function writtenValue(value: PlainValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** True for a field whose entries are merged one by one; its conflicts tell of entries. */
export function isMergedByEntry(kind: FileKind, field: FieldPath): boolean {
  const spec = valueSpecAt(kind, field);
  return spec?.kind === 'list' && spec.of.kind !== 'duration';
}

/** The value of which {@link writtenValue} made the text. */
export function readWritten(kind: FileKind, field: FieldPath, text: string): PlainValue {
  const spec = valueSpecAt(kind, field);
  const mayHaveParts = spec === undefined || 'of' in spec || 'fields' in spec;
  const looksParted = text.startsWith('{') || text.startsWith('[');
  if (!mayHaveParts || (!looksParted && spec !== undefined)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return isPlain(value) ? value : text;
  } catch {
    return text;
  }
}

function isPlain(value: unknown): value is PlainValue {
  if (value === null) return true;
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value === 'object') return Object.values(value).every(isPlain);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
