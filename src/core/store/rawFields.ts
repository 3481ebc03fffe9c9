import { fieldInText } from '../format/fieldInText.ts';
import { fileIdentity } from '../format/fileIdentity.ts';
import { commentBehind } from '../format/fieldComments.ts';
import { isPlainList, isPlainMap, ownValue, toPlain, type PlainMap } from '../format/plainValue.ts';
import { readYamlTree } from '../format/yamlTree.ts';
import { projectId, type PlainValue } from '../model/change.ts';
import { pathOfId } from '../model/ids.ts';
import type { FieldPath } from '../model/problem.ts';
import { baselinesFolder, projectPath } from './planPath.ts';
import type { PlanFile } from '../model/planFile.ts';
import type { Snapshot } from './snapshot.ts';

/** The file of an item, of the project (`project`) or of a baseline (its name). */
export function fileOfId(snapshot: Snapshot, id: string): PlanFile | undefined {
  const path = id === projectId ? projectPath : (pathOfId(id) ?? `${baselinesFolder}/${id}.yaml`);
  return snapshot.files.get(path);
}

/**
 * The fields of a file as they stand in it, entries that could not be understood included, so that
 * the places in lists are those of the text.
 */
export function rawFieldsOf(snapshot: Snapshot, id: string): PlainMap {
  const text = fileOfId(snapshot, id)?.text;
  const root = text === undefined ? undefined : readYamlTree(text).root;
  const value = root && toPlain(root);
  return isPlainMap(value) ? value : {};
}

/** Where a field of an item stands in its text, for a change of it: see {@link fieldInText}. */
export function writtenField(snapshot: Snapshot, id: string, field: FieldPath): FieldPath {
  const file = fileOfId(snapshot, id);
  const kind = file && fileIdentity(file.path)?.kind;
  // Where nothing is wrong, all of it was understood.
  if (!kind || file.text === undefined || file.problems.length === 0) return field;
  const { root } = readYamlTree(file.text);
  return root ? fieldInText(kind, root, field) : field;
}

/** The comment behind a field of an item, with its `#`; undefined for none. */
export function commentOf(snapshot: Snapshot, id: string, field: FieldPath): string | undefined {
  const text = fileOfId(snapshot, id)?.text;
  return text === undefined ? undefined : commentBehind(text, field);
}

/** The value at a path; undefined when there is none. */
export function rawValueAt(fields: PlainMap, path: FieldPath): PlainValue | undefined {
  let value: PlainValue | undefined = fields;
  for (const step of path) {
    if (isPlainList(value)) value = typeof step === 'number' ? value[step] : undefined;
    else if (isPlainMap(value)) value = ownValue(value, String(step));
    else return undefined;
  }
  return value;
}

/** The entries of a list with their places; a single value stands for a list of one. */
export function rawEntries(
  fields: PlainMap,
  path: FieldPath,
): readonly { readonly path: FieldPath; readonly value: PlainValue }[] {
  const value = rawValueAt(fields, path);
  if (value === undefined || value === null) return [];
  const entries = isPlainList(value) ? value : [value];
  return entries.map((entry, i) => ({ path: [...path, i], value: entry }));
}

/** The place of the first entry that fits; undefined when none does. */
export function placeInList(
  snapshot: Snapshot,
  id: string,
  path: FieldPath,
  fits: (value: PlainValue) => boolean,
): FieldPath | undefined {
  return rawEntries(rawFieldsOf(snapshot, id), path).find(entry => fits(entry.value))?.path;
}
