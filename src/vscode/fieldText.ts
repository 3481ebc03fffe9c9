import { LineIndex } from '../core/format/textPlace.ts';
import type { ScalarSpec, ValueSpec } from '../core/format/valueSpec.ts';
import { followPath } from '../core/format/yamlTrail.ts';
import { readYamlTree } from '../core/format/yamlTree.ts';
import type { YamlNode } from '../core/format/yamlNode.ts';
import type { FieldPath, TextRange } from '../core/model/problem.ts';

/** What a person sees in the file at a field, on one line; empty where the field is missing. */
export function presentText(text: string, path: FieldPath): string {
  const node = nodeAt(text, path);
  if (!node) return '';
  switch (node.kind) {
    case 'scalar':
      return node.value === null ? '' : String(node.value);
    case 'list':
      return node.items
        .flatMap(item => (item.kind === 'scalar' ? [String(item.value)] : []))
        .join(', ');
    case 'map':
      return '';
  }
}

/** The place of a field's value; undefined where the field is missing. */
export function fieldRange(text: string, path: FieldPath): TextRange | undefined {
  const node = nodeAt(text, path);
  return node && new LineIndex(text).rangeOf(node.start, node.end);
}

function nodeAt(text: string, path: FieldPath): YamlNode | undefined {
  const { root } = readYamlTree(text);
  if (!root) return undefined;
  const { steps, rest } = followPath(root, path);
  return rest.length === 0 ? steps.at(-1)?.node : undefined;
}

const compound: readonly ValueSpec['kind'][] = ['list', 'map', 'mapOf', 'anchor', 'week'];

/** True for what one scalar can say. */
export function isScalarSpec(spec: ValueSpec): spec is ScalarSpec {
  return !compound.includes(spec.kind);
}
