import type { ValueSpec } from '../format/valueSpec.ts';
import type { PlainValue } from '../model/change.ts';

/**
 * A value as it stands under `conflicts`: as a person would type it, what has parts as JSON. Where
 * the field may hold more than text, a text that reads as JSON stands in quotes.
 */
export function writtenValue(value: PlainValue, spec: ValueSpec | undefined): string {
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value !== 'string') return String(value);
  return isFree(spec) && parsed(value) !== undefined ? JSON.stringify(value) : value;
}

/** The value of which {@link writtenValue} made the text. */
export function readWritten(text: string, spec: ValueSpec | undefined): PlainValue {
  return (isFree(spec) ? parsed(text) : undefined) ?? text;
}

/** True for a field that may hold a number, a truth or parts beside a text. */
function isFree(spec: ValueSpec | undefined): boolean {
  return spec === undefined || 'of' in spec || 'fields' in spec || freeKinds.has(spec.kind);
}

const freeKinds: ReadonlySet<ValueSpec['kind']> = new Set(['week', 'probability']);

function parsed(text: string): PlainValue | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isPlain(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isPlain(value: unknown): value is PlainValue {
  if (value === null) return true;
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value === 'object') return Object.values(value).every(isPlain);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
