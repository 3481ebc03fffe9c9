import { fieldTables, type FileKind } from '../format/fields.ts';
import type { FieldSpec, ValueSpec } from '../format/valueSpec.ts';
import type { ItemKind } from '../model/ids.ts';

/** A field that names other items. In `path`, `*` stands for every place of a list. */
export interface ReferenceField {
  readonly path: readonly string[];
  /** The kinds that it may name. */
  readonly targets: readonly ItemKind[];
}

/** Every field of a kind of file that names other items: removal and renaming follow it. */
export function referenceFields(kind: FileKind): readonly ReferenceField[] {
  return fieldTables[kind].flatMap(field => fieldReferences(field, []));
}

function fieldReferences({ key, value }: FieldSpec, above: readonly string[]): ReferenceField[] {
  return valueReferences(value, [...above, key]);
}

function valueReferences(value: ValueSpec, path: readonly string[]): ReferenceField[] {
  if (value.kind === 'id' || value.kind === 'dependency') return [{ path, targets: value.kinds }];
  if (value.kind === 'list') return valueReferences(value.of, [...path, '*']);
  return value.kind === 'map' ? value.fields.flatMap(field => fieldReferences(field, path)) : [];
}

/** True when the field is a list, or inside of one. */
export function isListPath(path: readonly string[]): boolean {
  return path.includes('*');
}
