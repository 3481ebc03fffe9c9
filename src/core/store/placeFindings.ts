import { fieldInText } from '../format/fieldInText.ts';
import { fileIdentity } from '../format/fileIdentity.ts';
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
    const kind = finding.file === undefined ? undefined : fileIdentity(finding.file)?.kind;
    const field = finding.field && kind && fieldInText(kind, root, finding.field);
    const place = field && placeOf(root, field);
    if (!place) return finding;
    return { ...finding, field, range: lines.rangeOf(place.start, place.end) };
  });
}

function placeOf(root: YamlNode, field: FieldPath): Span | undefined {
  const last = followPath(root, field).steps.at(-1);
  if (last === undefined) return undefined;
  if (last.node.end > last.node.start) return last.node;
  return last.kind === 'entry' ? { start: last.entry.keyStart, end: last.entry.keyEnd } : undefined;
}
