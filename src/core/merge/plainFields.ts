import { isPlainMap, toPlain, type PlainMap } from '../format/plainValue.ts';
import { readYamlTree } from '../format/yamlTree.ts';

/** The fields of a text of the plan, none for an empty one; undefined where it is no YAML map. */
export function readPlainFields(text: string): PlainMap | undefined {
  const { root, problems } = readYamlTree(text);
  if (problems.length > 0) return undefined;
  const value = root && toPlain(root);
  if (value === undefined || value === null) return {};
  return isPlainMap(value) ? value : undefined;
}
