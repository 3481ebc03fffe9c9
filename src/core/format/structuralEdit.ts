import { parseDocument } from 'yaml';
import type { PlainValue } from '../model/change.ts';
import type { FieldPath } from '../model/problem.ts';
import { entryStart } from './entryPlace.ts';
import { entryEnd } from './flowBody.ts';
import { lineBreakOf } from './splice.ts';
import { layoutOf } from './textLayout.ts';
import { entryOf, type Span, type YamlNode } from './yamlNode.ts';
import { readYamlTree } from './yamlTree.ts';

/**
 * Sets a value through the `yaml` package's document, for shapes that no splice can serve, and puts
 * the top field that it stands in, as the package writes it, in the place of the old one: outside of
 * that field no byte changes. Undefined when this cannot be done.
 */
export function editStructure(
  text: string,
  root: YamlNode,
  path: FieldPath,
  value: PlainValue | undefined,
): string | undefined {
  const written = writeAnew(text, root, path, value);
  if (written === undefined) return undefined;
  const key = String(path[0] ?? '');
  const old = topField(text, root, key);
  const { root: newRoot } = readYamlTree(written);
  const next = newRoot && topField(written, newRoot, key);
  if (!old || !next) return undefined;
  return text.slice(0, old.start) + written.slice(next.start, next.end) + text.slice(old.end);
}

/** A key of the file's outermost map with its value, without what stands behind it on its line. */
function topField(text: string, root: YamlNode, key: string): Span | undefined {
  const entry = root.kind === 'map' ? entryOf(root, key) : undefined;
  return entry && { start: entryStart(text, entry), end: entryEnd(text, entry) };
}

/** The whole text anew: line ends and the byte order mark stay, spacing may change. */
function writeAnew(
  text: string,
  root: YamlNode,
  path: FieldPath,
  value: PlainValue | undefined,
): string | undefined {
  try {
    const document = parseDocument(text, {
      compat: 'yaml-1.1',
      prettyErrors: false,
      logLevel: 'error',
    });
    if (value === undefined) document.deleteIn(path);
    else document.setIn(path, document.createNode(value, { flow: isInLine(text, root, path) }));
    const layout = layoutOf(text, root);
    const written = document.toString({
      lineWidth: 0,
      flowCollectionPadding: false,
      indent: layout.step,
      indentSeq: layout.listIndent > 0,
    });
    return restoreEnds(text, written);
  } catch {
    // The package throws for paths through scalars and for documents that it will not write.
    return undefined;
  }
}

/** One line stays one line, so that the comment behind it stays there. */
function isInLine(text: string, root: YamlNode, path: FieldPath): boolean {
  const field = topField(text, root, String(path[0] ?? ''));
  return field !== undefined && !text.slice(field.start, field.end).includes('\n');
}

function restoreEnds(text: string, written: string): string {
  const body = /\n$/.test(text) ? written : written.replace(/\n$/, '');
  const ended = lineBreakOf(text) === '\r\n' ? body.replace(/\r?\n/g, '\r\n') : body;
  const mark = '\uFEFF';
  return text.startsWith(mark) && !ended.startsWith(mark) ? mark + ended : ended;
}
