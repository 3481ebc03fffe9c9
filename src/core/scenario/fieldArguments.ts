import { ok, refused, type Result } from '../base/result.ts';
import { resolveReferences } from '../commands/resolveReferences.ts';
import { valueSpecAt, type FileKind } from '../format/fields.ts';
import { fieldPathOf, parseFieldText } from '../format/parseFieldText.ts';
import { arePlainEqual, isPlainList } from '../format/plainValue.ts';
import type { PlainValue } from '../model/change.ts';
import type { ItemKind } from '../model/ids.ts';
import { createProblem, type FieldPath, type Problem } from '../model/problem.ts';
import { rawFieldsOf, rawValueAt } from '../store/rawFields.ts';
import type { Snapshot } from '../store/snapshot.ts';

/** One `field=value` of a call; `+=` adds to a list and `-=` takes out of it. */
interface FieldArgument {
  readonly name: string;
  readonly operator: '=' | '+=' | '-=';
  readonly text: string;
}

export interface FieldTarget {
  readonly snapshot: Snapshot;
  readonly kind: FileKind;
  /** The item whose lists are added to; undefined for one that is being made. */
  readonly id: string | undefined;
}

/**
 * Reads `estimate=3d tags+=parser deadline=` into the fields of a command: null where nothing stands
 * after the sign, which takes the field out. Ids may be shortened.
 */
export function readFieldArguments(
  words: readonly string[],
  target: FieldTarget,
): Result<Readonly<Record<string, PlainValue>>, Problem> {
  const fields = new Map<string, PlainValue>();
  for (const word of words) {
    const argument = splitArgument(word);
    if (!argument) {
      const message = `"${word}" sets nothing; write field=value, and put quotes around a value with spaces`;
      return refused(createProblem('command-refused', message));
    }
    if (argument.operator === '=' && fields.has(argument.name)) {
      const message = `${argument.name} is given twice; write ${argument.name}= once`;
      return refused(createProblem('command-refused', message));
    }
    const value = readArgument(argument, target, fields.get(argument.name));
    if (!value.ok) return value;
    fields.set(argument.name, value.value);
  }
  return ok(Object.fromEntries(fields));
}

/** True for a word that sets a field rather than being part of a title. */
export function isFieldArgument(word: string): boolean {
  return splitArgument(word) !== undefined;
}

function splitArgument(word: string): FieldArgument | undefined {
  const match = /^([A-Za-z][\w.-]*?)(\+=|-=|=)(.*)$/s.exec(word);
  if (!match) return undefined;
  const operator = match[2] === '+=' ? '+=' : match[2] === '-=' ? '-=' : '=';
  return { name: match[1] ?? '', operator, text: match[3] ?? '' };
}

/** @param earlier what an argument before it has set the same field to */
function readArgument(
  { name, operator, text }: FieldArgument,
  target: FieldTarget,
  earlier: PlainValue | undefined,
): Result<PlainValue, Problem> {
  const field = fieldPathOf(name);
  const spec = valueSpecAt(target.kind, field);
  const bare = spec?.kind === 'list' ? withoutBrackets(text) : text;
  if (operator === '=' && bare.trim() === '') return checkKnown(name, target.kind);
  const value = readValue(name, field, bare, target);
  if (!value.ok || operator === '=') return value;
  if (spec?.kind !== 'list') {
    const message = `${name} holds a single value; write ${name}=value`;
    return refused(createProblem('command-refused', message, { field }));
  }
  const present = listOf(earlier ?? currentValue(field, target));
  const given = listOf(value.value);
  if (operator === '+=') {
    return ok([
      ...present,
      ...given.filter(item => !present.some(each => arePlainEqual(each, item))),
    ]);
  }
  return takeOut(name, present, given);
}

/** A list may be written as it stands in a file. */
function withoutBrackets(text: string): string {
  return /^\s*\[([^]*)\]\s*$/.exec(text)?.[1] ?? text;
}

/** An empty value is null for a field that there is. */
function checkKnown(name: string, kind: FileKind): Result<PlainValue, Problem> {
  if (valueSpecAt(kind, fieldPathOf(name)) !== undefined) return ok(null);
  const read = parseFieldText(kind, name, '');
  return read.ok ? ok(null) : read;
}

/** Whole ids come first, so that the text can then be checked as it would stand in the file. */
function readValue(
  name: string,
  field: FieldPath,
  text: string,
  { snapshot, kind }: FieldTarget,
): Result<PlainValue, Problem> {
  if (kind === 'baseline') return parseFieldText(kind, name, text);
  const spec = valueSpecAt(kind, field);
  const itemKind: ItemKind | 'project' = kind;
  const raw = spec?.kind === 'list' ? text.split(',').map(part => part.trim()) : text;
  const resolved = resolveReferences(snapshot, itemKind, field, raw);
  if (!resolved.ok) return resolved;
  const isUnchanged = arePlainEqual(raw, resolved.value);
  return parseFieldText(kind, name, isUnchanged ? text : joinTexts(resolved.value));
}

function joinTexts(value: PlainValue): string {
  return listOf(value)
    .filter(entry => typeof entry === 'string')
    .join(',');
}

function currentValue(field: FieldPath, { snapshot, id }: FieldTarget): PlainValue | undefined {
  return id === undefined ? undefined : rawValueAt(rawFieldsOf(snapshot, id), field);
}

function listOf(value: PlainValue | undefined): readonly PlainValue[] {
  if (value === undefined || value === null) return [];
  return isPlainList(value) ? value : [value];
}

/** An entry goes when it is equal, or when its first word is: `T-7KQ3` takes `T-7KQ3 SS+2d` out. */
function takeOut(
  name: string,
  present: readonly PlainValue[],
  given: readonly PlainValue[],
): Result<PlainValue, Problem> {
  const isMeant = (item: PlainValue, wanted: PlainValue): boolean =>
    arePlainEqual(item, wanted) ||
    (typeof item === 'string' && typeof wanted === 'string' && item.split(/\s/)[0] === wanted);
  const absent = given.find(wanted => !present.some(item => isMeant(item, wanted)));
  if (absent !== undefined) {
    const message = `${name} does not hold ${JSON.stringify(absent)}`;
    return refused(createProblem('command-refused', message));
  }
  const left = present.filter(item => !given.some(wanted => isMeant(item, wanted)));
  return ok(left.length === 0 ? null : left);
}
