import { ok, refused, type Result } from '../base/result.ts';
import type { PlainValue } from '../model/change.ts';
import { createProblem, type FieldPath, type Problem } from '../model/problem.ts';
import type { ProblemCode } from '../model/problemCodes.ts';
import { canonicalValue } from './canonicalValue.ts';
import { fieldTables, isIndex, valueSpecAt, type FileKind } from './fields.ts';
import { readAnchor } from './readAnchor.ts';
import type { Reading } from './reading.ts';
import { readScalar } from './readScalar.ts';
import type { ScalarSpec, ValueSpec } from './valueSpec.ts';

/** `response.strategy` and `dependsOn.0` as steps. */
export function fieldPathOf(dottedPath: string): FieldPath {
  return dottedPath.split('.').map(step => (isIndex(step) ? Number(step) : step));
}

/**
 * Reads what a person typed for a field, at the command line or in a form, into the value that goes
 * into the file. Items of a list are separated by commas; items that are sentences, as of
 * `acceptance`, by line ends. Taking a field out is the caller's.
 */
export function parseFieldText(
  kind: FileKind,
  dottedPath: string,
  text: string,
): Result<PlainValue, Problem> {
  const field = fieldPathOf(dottedPath);
  const spec = valueSpecAt(kind, field);
  if (spec === undefined) return refuse('command-refused', unknownMessage(kind, field), field);
  return readText(spec, text, field);
}

function readText(spec: ValueSpec, text: string, field: FieldPath): Result<PlainValue, Problem> {
  if (spec.kind === 'list') return readItems(spec.of, text, field);
  if (spec.kind === 'map') {
    const short = spec.fields.find(({ key }) => key === spec.shorthand);
    return short ? readText(short.value, text, field) : refuseMap(spec.fields[0]?.key, field);
  }
  if (spec.kind === 'mapOf') return refuseMap(undefined, field);
  if (spec.kind === 'anchor') return take(readAnchor(text), text.trim(), field);
  if (spec.kind === 'week') {
    return take(readScalar({ kind: 'shifts' }, { text, value: text }), text.trim(), field);
  }
  return readOne(spec, text, field);
}

function readOne(spec: ScalarSpec, text: string, field: FieldPath): Result<PlainValue, Problem> {
  const reading = readScalar(spec, { text, value: text });
  // A share or a number is kept as it was typed: `40%` stays `40%`.
  const written = reading.ok && isWord(reading.value) ? reading.value : text.trim();
  return take(reading, canonicalValue(written, spec) ?? written, field);
}

function isWord(value: unknown): value is string | boolean {
  return typeof value === 'string' || typeof value === 'boolean';
}

function readItems(of: ValueSpec, text: string, field: FieldPath): Result<PlainValue, Problem> {
  const separator = of.kind === 'map' ? /\r?\n/ : /[,\n]/;
  const items: PlainValue[] = [];
  for (const part of text.split(separator)) {
    if (part.trim() === '') continue;
    const item = readText(of, part.trim(), field);
    if (!item.ok) return item;
    items.push(item.value);
  }
  return ok(items);
}

function take(reading: Reading, value: PlainValue, field: FieldPath): Result<PlainValue, Problem> {
  return reading.ok ? ok(value) : refuse(reading.code, reading.message, field);
}

function refuseMap(key: string | undefined, field: FieldPath): Result<PlainValue, Problem> {
  const name = field.join('.');
  const message = `\`${name}\` has parts; set one of them, such as \`${name}.${key ?? 'key'}\``;
  return refuse('command-refused', message, field);
}

function refuse(code: ProblemCode, message: string, field: FieldPath): Result<PlainValue, Problem> {
  return refused(createProblem(code, message, { field }));
}

/** Tells the parts of the deepest field on the way that there is. */
function unknownMessage(kind: FileKind, field: FieldPath): string {
  const path = field.join('.');
  for (let depth = field.length - 1; depth > 0; depth--) {
    const whole = field.slice(0, depth);
    const spec = valueSpecAt(kind, whole);
    if (spec?.kind !== 'map') continue;
    const parts = spec.fields.map(({ key }) => key).join(', ');
    return `A ${kind} has no field \`${path}\`; the parts of \`${whole.join('.')}\` are ${parts}`;
  }
  const known = fieldTables[kind].map(({ key }) => key).join(', ');
  return `A ${kind} has no field \`${path}\`; its fields are ${known}`;
}
