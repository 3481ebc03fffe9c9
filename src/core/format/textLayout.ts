import { entryStart } from './entryPlace.ts';
import { columnOf, dashBefore } from './splice.ts';
import { houseLayout, type Layout } from './writeValue.ts';
import type { YamlMap, YamlNode } from './yamlNode.ts';

/** The layout that the file shows by its first nested map and its first list, else Gantry's own. */
export function layoutOf(text: string, root: YamlNode | undefined): Layout {
  const found: { step: number | undefined; listIndent: number | undefined } = {
    step: undefined,
    listIndent: undefined,
  };
  if (root) look(text, root, found);
  return {
    step: found.step ?? (found.listIndent === 0 ? undefined : found.listIndent) ?? houseLayout.step,
    listIndent: found.listIndent ?? found.step ?? houseLayout.listIndent,
  };
}

function look(
  text: string,
  node: YamlNode,
  found: { step: number | undefined; listIndent: number | undefined },
): void {
  if (node.kind === 'list') for (const item of node.items) look(text, item, found);
  if (node.kind !== 'map' || node.isFlow) return;
  for (const entry of node.entries) {
    const { value } = entry;
    const column = columnOf(text, entryStart(text, entry));
    if (value.kind === 'map' && !value.isFlow) {
      found.step ??= plausible(columnOf(text, startOf(text, value)) - column, 1);
    } else if (value.kind === 'list' && !value.isFlow) {
      const first = value.items[0];
      const dash = first && dashBefore(text, first.start);
      if (dash !== undefined) found.listIndent ??= plausible(columnOf(text, dash) - column, 0);
    }
    look(text, value, found);
  }
}

function startOf(text: string, map: YamlMap): number {
  const [first] = map.entries;
  return first ? entryStart(text, first) : map.start;
}

function plausible(columns: number, least: number): number | undefined {
  return columns >= least && columns <= 8 ? columns : undefined;
}
