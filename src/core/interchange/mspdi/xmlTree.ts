import { SaxesParser } from 'saxes';
import { refused, ok, type Result } from '../../base/result.ts';

/** An element of the file with its own text and children; attributes are not kept. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** The root element, and the namespace that it is in. */
export interface XmlDocument {
  readonly root: XmlElement;
  readonly namespace: string;
}

interface OpenElement {
  readonly name: string;
  text: string;
  readonly children: XmlElement[];
}

/** Deeper than any real file; a bound for hostile ones. */
const deepest = 64;

/**
 * Reads well-formed XML, leaving out the elements named in `ignored` with all that is in them.
 * Only the five entities of XML itself are known, so nothing can be fetched or blown up. The
 * refusal is a phrase such as `line 3, column 7: unclosed tag: Project`.
 */
export function parseXml(text: string, ignored: ReadonlySet<string>): Result<XmlDocument, string> {
  const parser = new SaxesParser({ xmlns: true });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let namespace = '';
  let ignoredDepth = 0;
  parser.on('opentag', tag => {
    if (open.length + ignoredDepth >= deepest) parser.fail('elements are nested too deep');
    if (ignoredDepth > 0 || ignored.has(tag.local)) {
      ignoredDepth++;
      return;
    }
    if (open.length === 0) namespace = tag.uri;
    open.push({ name: tag.local, text: '', children: [] });
  });
  const addText = (piece: string): void => {
    const top = open[open.length - 1];
    if (top && ignoredDepth === 0) top.text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    if (ignoredDepth > 0) {
      ignoredDepth--;
      return;
    }
    const closed = open.pop();
    if (!closed) return;
    const parent = open[open.length - 1];
    if (parent) parent.children.push(closed);
    else root = closed;
  });
  try {
    parser.write(text).close();
  } catch (failure) {
    return refused(placeOf(failure));
  }
  return root ? ok({ root, namespace }) : refused('there is no element');
}

/** The parser announces `3:7: unclosed tag: Project`. */
function placeOf(failure: unknown): string {
  const message = failure instanceof Error ? failure.message : String(failure);
  const match = /^(\d+):(\d+): (.*)$/s.exec(message);
  if (!match) return message;
  const column = Number(match[2]) + 1;
  return `line ${match[1] ?? ''}, column ${column}: ${(match[3] ?? '').replace(/\.$/, '')}`;
}

/** The first child of that name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find(child => child.name === name);
}

/** The children called `name` of the child called `list`. */
export function listOf(element: XmlElement, list: string, name: string): readonly XmlElement[] {
  return childOf(element, list)?.children.filter(child => child.name === name) ?? [];
}

/** The trimmed text of the child; undefined when it is missing or empty. */
export function textOf(element: XmlElement, name: string): string | undefined {
  const text = childOf(element, name)?.text.trim();
  return text === '' ? undefined : text;
}

/** A finite number; undefined when there is none. */
export function numberOf(element: XmlElement, name: string): number | undefined {
  const text = textOf(element, name);
  const value = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** True for `1` and `true`. */
export function flagOf(element: XmlElement, name: string): boolean {
  const text = textOf(element, name);
  return text === '1' || text?.toLowerCase() === 'true';
}
