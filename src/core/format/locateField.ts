import type { FieldPath, TextRange } from '../model/problem.ts';
import { LineIndex } from './textPlace.ts';
import type { Span, YamlNode } from './yamlNode.ts';
import { followPath } from './yamlTrail.ts';
import { readYamlTree } from './yamlTree.ts';

/**
 * Where a field's value stands, or its key where it has no value. Of a field that is not there, the
 * key of the nearest field around it; of the file as a whole its first field. Undefined when the
 * text has no fields.
 */
export function locateField(text: string, field: FieldPath): TextRange | undefined {
  return new FieldFinder(text).rangeOf(field);
}

/** Finds fields in one text, which is read once for all of them. */
export class FieldFinder {
  readonly root: YamlNode | undefined;
  readonly #text: string;
  #lines: LineIndex | undefined;

  constructor(text: string) {
    this.root = readYamlTree(text).root;
    this.#text = text;
  }

  /** As {@link locateField} does. */
  rangeOf(field: FieldPath): TextRange | undefined {
    const place = this.root && placeOf(this.root, field);
    if (!place) return undefined;
    this.#lines ??= new LineIndex(this.#text);
    return this.#lines.rangeOf(place.start, place.end);
  }
}

function placeOf(root: YamlNode, field: FieldPath): Span {
  const { steps, rest } = followPath(root, field);
  const last = steps.at(-1);
  if (last === undefined) return firstField(root);
  const hasValue = last.node.end > last.node.start;
  if (rest.length === 0 && hasValue) return last.node;
  if (last.kind === 'entry') return { start: last.entry.keyStart, end: last.entry.keyEnd };
  return hasValue ? firstField(last.node) : last.node;
}

function firstField(node: YamlNode): Span {
  if (node.kind === 'map' && node.entries[0]) {
    const { keyStart, keyEnd, value } = node.entries[0];
    const end = value.kind === 'scalar' && value.style !== 'block' ? value.end : keyEnd;
    return { start: keyStart, end: Math.max(keyEnd, end) };
  }
  if (node.kind === 'list' && node.items[0]) return firstField(node.items[0]);
  return node;
}
