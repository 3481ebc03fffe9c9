import { isPlainMap, toPlain, type PlainMap } from '../format/plainValue.ts';
import { readYamlTree } from '../format/yamlTree.ts';

/** The fields of an item's text; undefined where it cannot be understood. */
export function readItemText(text: string): PlainMap | undefined {
  const { root, problems } = readYamlTree(text);
  const value = root && problems.length === 0 ? toPlain(root) : undefined;
  return isPlainMap(value) ? value : undefined;
}
