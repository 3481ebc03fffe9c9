import type { FieldPath } from '../model/problem.ts';
import { fieldTables, isIndex, type FileKind } from './fields.ts';
import { stepSpec } from './plainValue.ts';
import { canRead } from './readValue.ts';
import type { ValueSpec } from './valueSpec.ts';
import type { YamlNode } from './yamlNode.ts';
import { followPath } from './yamlTrail.ts';

/**
 * Where a field of the values stands in the text. Entries of a list that could not be understood are
 * missing from the values, so that a place in a list may be a later one in the text.
 */
export function fieldInText(kind: FileKind, root: YamlNode, field: FieldPath): FieldPath {
  const written: (string | number)[] = [];
  let node: YamlNode | undefined = root;
  let spec: ValueSpec | undefined = { kind: 'map', fields: fieldTables[kind] };
  for (const step of field) {
    const isEntry: boolean = spec?.kind === 'list' && isIndex(step);
    const place: string | number = isEntry
      ? placeInList(node, stepSpec(spec, step), Number(step))
      : step;
    written.push(place);
    spec = stepSpec(spec, step);
    node = node && followPath(node, [place]).steps.at(-1)?.node;
  }
  return written;
}

function placeInList(list: YamlNode | undefined, of: ValueSpec | undefined, place: number): number {
  if (list?.kind !== 'list' || !of) return place;
  const known = understood.get(list) ?? placesUnderstood(list.items, of);
  understood.set(list, known);
  return known[place] ?? place;
}

/** Of lists that were asked about: thousands of findings may be about the entries of one. */
const understood = new WeakMap<YamlNode, readonly number[]>();

function placesUnderstood(items: readonly YamlNode[], of: ValueSpec): readonly number[] {
  return items.flatMap((item, place) => (canRead(of, item) ? [place] : []));
}
