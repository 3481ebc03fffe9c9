import { parseDocument } from 'yaml';
import type { PlainValue } from '../model/change.ts';
import type { FieldPath } from '../model/problem.ts';
import { lineBreakOf } from './splice.ts';
import { layoutOf } from './textLayout.ts';
import type { YamlNode } from './yamlNode.ts';

/**
 * Sets a value through the `yaml` package's document and writes the whole text anew: for shapes that
 * no splice can serve. Comments, line ends and the byte order mark stay; spacing may change.
 * Undefined when the package cannot do it either.
 */
export function editStructure(
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
    else document.setIn(path, document.createNode(value));
    const layout = layoutOf(text, root);
    const written = document.toString({
      lineWidth: 0,
      indent: layout.step,
      indentSeq: layout.listIndent > 0,
    });
    return restoreEnds(text, written);
  } catch {
    // The package throws for paths through scalars and for documents that it will not write.
    return undefined;
  }
}

function restoreEnds(text: string, written: string): string {
  const body = /\n$/.test(text) ? written : written.replace(/\n$/, '');
  const ended = lineBreakOf(text) === '\r\n' ? body.replace(/\r?\n/g, '\r\n') : body;
  const mark = '\uFEFF';
  return text.startsWith(mark) && !ended.startsWith(mark) ? mark + ended : ended;
}
