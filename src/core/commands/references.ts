import type { PlainValue } from '../model/change.ts';
import { kindOfId } from '../model/ids.ts';
import { createProblem, type FieldPath, type Problem } from '../model/problem.ts';
import { isListPath, referenceFields } from '../store/referenceFields.ts';
import { rawEntries, rawFieldsOf, rawValueAt } from '../store/rawFields.ts';
import type { PlanFile } from '../model/planFile.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { setField } from './commandPlan.ts';

/** A place in a file where an id is named. */
export interface Reference {
  readonly id: string;
  readonly path: FieldPath;
  /** The text of the place as a whole: the id, perhaps with more behind it. */
  readonly text: string;
  /** The list that the place is an entry of; undefined for a field of its own. */
  readonly list: FieldPath | undefined;
}

/**
 * Every place in the plan that names an id, as it stands in the files. Only files that hold the id
 * at all are looked into.
 */
export function referencesTo(snapshot: Snapshot, id: string): readonly Reference[] {
  const found: Reference[] = [];
  for (const file of snapshot.files.values()) {
    if (mayName(file, id)) found.push(...referencesIn(snapshot, file, id));
  }
  return found;
}

/** The change that lets a place name another id; what stands beside the id stays. */
export function nameInstead(
  reference: Reference,
  id: string,
  to: string,
): ReturnType<typeof setField> {
  const { text } = reference;
  const start = text.length - text.trimStart().length;
  const after = text.slice(0, start) + to + text.slice(start + id.length);
  return setField(reference.id, reference.path, after);
}

/**
 * A remark for each file that holds the id and cannot be written, so that no field that names it is
 * left behind in silence.
 */
export function unreachedReferences(snapshot: Snapshot, id: string): readonly Problem[] {
  return [...snapshot.files.values()]
    .filter(file => !file.isWritable && file.id !== id && holdsId(file.text ?? '', id))
    .map(({ path: file }) => {
      const message = `${file} may still name ${id}: it is not changed until it is mended; mend it and look for ${id} in it`;
      return createProblem('reference-left', message, { file, items: [id] });
    });
}

function holdsId(text: string, id: string): boolean {
  return text
    .toUpperCase()
    .split(id)
    .slice(1)
    .some(rest => !/^[0-9A-Z]/.test(rest));
}

/** The same file in another case names the item too. */
function mayName({ id, text, isWritable }: PlanFile, wanted: string): boolean {
  if (!isWritable || id === undefined || id === wanted || text === undefined) return false;
  return text.includes(wanted) || text.toUpperCase().includes(wanted);
}

function referencesIn(snapshot: Snapshot, file: PlanFile, wanted: string): readonly Reference[] {
  const id = file.id ?? '';
  const kind = kindOfId(id);
  if (!kind) return [];
  const fields = rawFieldsOf(snapshot, id);
  const found: Reference[] = [];
  for (const { path } of referenceFields(kind)) {
    const star = path.indexOf('*');
    if (!isListPath(path)) {
      const value = rawValueAt(fields, path);
      if (names(value, wanted)) found.push({ id, path, text: value, list: undefined });
      continue;
    }
    const list = path.slice(0, star);
    const inner = path.slice(star + 1);
    for (const entry of rawEntries(fields, list)) {
      const value = inner.length === 0 ? entry.value : innerValue(entry.value, inner);
      if (!names(value, wanted)) continue;
      const isEntry = inner.length === 0;
      found.push({
        id,
        path: [...entry.path, ...inner],
        text: value,
        list: isEntry ? list : undefined,
      });
    }
  }
  return found;
}

function innerValue(value: PlainValue, inner: readonly string[]): PlainValue | undefined {
  return rawValueAt({ value }, ['value', ...inner]);
}

function names(value: PlainValue | undefined, id: string): value is string {
  if (typeof value !== 'string') return false;
  return /^[^\s+]+/.exec(value.trim())?.[0].toUpperCase() === id;
}
