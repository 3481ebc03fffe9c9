import { LineIndex } from '../format/textPlace.ts';
import type { Span, YamlNode } from '../format/yamlNode.ts';
import { followPath } from '../format/yamlTrail.ts';
import { readYamlTree } from '../format/yamlTree.ts';
import type { FieldPath, Problem } from '../model/problem.ts';

/** Gives the findings on one file their places, with one parse for all of them. */
export function placeFindings(
  text: string | undefined,
  findings: readonly Problem[],
): readonly Problem[] {
  const root = text === undefined || findings.length === 0 ? undefined : readYamlTree(text).root;
  if (text === undefined || !root) return findings;
  const lines = new LineIndex(text);
  return findings.map(finding => {
    const place = finding.field && placeOf(root, finding.field, finding.items[1]);
    return place ? { ...finding, range: lines.rangeOf(place.start, place.end) } : finding;
  });
}

/**
 * @param named the id that is found fault with. Entries of a list that could not be understood are
 * missing from the values, so that its place there may be a later one in the text
 */
function placeOf(root: YamlNode, field: FieldPath, named: string | undefined): Span | undefined {
  const { steps } = followPath(root, field);
  const last = steps.at(-1);
  if (last === undefined) return undefined;
  if (last.kind === 'item' && named !== undefined && !isNaming(last.node, named)) {
    return last.list.items.slice(last.index).find(item => isNaming(item, named)) ?? last.node;
  }
  if (last.node.end > last.node.start) return last.node;
  return last.kind === 'entry' ? { start: last.entry.keyStart, end: last.entry.keyEnd } : undefined;
}

function isNaming(node: YamlNode, id: string): boolean {
  return node.kind === 'scalar' && node.text.toUpperCase().includes(id);
}
