import type { FieldPath } from '../model/problem.ts';
import { isIndex } from './fields.ts';
import type { YamlEntry, YamlList, YamlMap, YamlNode } from './yamlNode.ts';

/** One step from a container to a value inside of it. */
export type TrailStep =
  | {
      readonly kind: 'entry';
      readonly map: YamlMap;
      readonly index: number;
      readonly entry: YamlEntry;
      readonly node: YamlNode;
    }
  | {
      readonly kind: 'item';
      readonly list: YamlList;
      readonly index: number;
      readonly node: YamlNode;
    };

/** How far a path leads in a file: the steps that are there, and the rest of the path that is not. */
export interface Trail {
  readonly steps: readonly TrailStep[];
  readonly rest: FieldPath;
}

export function followPath(root: YamlNode, path: FieldPath): Trail {
  const steps: TrailStep[] = [];
  let node = root;
  for (const [i, part] of path.entries()) {
    const step = stepFrom(node, part);
    if (step === undefined) return { steps, rest: path.slice(i) };
    steps.push(step);
    node = step.node;
  }
  return { steps, rest: [] };
}

function stepFrom(node: YamlNode, part: string | number): TrailStep | undefined {
  if (node.kind === 'map') {
    const key = String(part);
    const index = node.entries.findIndex(entry => entry.key === key);
    const entry = node.entries[index];
    return entry && { kind: 'entry', map: node, index, entry, node: entry.value };
  }
  if (node.kind === 'list' && isIndex(part)) {
    const index = Number(part);
    const item = node.items[index];
    return item && { kind: 'item', list: node, index, node: item };
  }
  return undefined;
}

/** The place of a step inside its container, with its key or dash excluded. */
export function containerOf(step: TrailStep): YamlMap | YamlList {
  return step.kind === 'entry' ? step.map : step.list;
}

export function sizeOf(container: YamlMap | YamlList): number {
  return container.kind === 'map' ? container.entries.length : container.items.length;
}
