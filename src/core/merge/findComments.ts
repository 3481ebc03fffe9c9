import { entryStart } from '../format/entryPlace.ts';
import { valueSpecAt, type FileKind } from '../format/fields.ts';
import { stepSpec, toPlain } from '../format/plainValue.ts';
import { dashBefore, lineEnd, lineStart } from '../format/splice.ts';
import type { ValueSpec } from '../format/valueSpec.ts';
import type { Span, YamlNode } from '../format/yamlNode.ts';
import { readYamlTree } from '../format/yamlTree.ts';
import { keysOfEntries } from './entryKey.ts';

/** A field or an entry of a list that comments may belong to. */
export interface CommentOwner {
  /** The way to it: the same on all sides, also where the places differ. */
  readonly key: string;
  /** Of its key or its dash. */
  readonly start: number;
  /** On whose line a comment behind it stands. */
  readonly tail: number;
}

/** A comment with its `#`, and where it stands. */
export interface FoundComment extends Span {
  readonly text: string;
  /** True on a line of its own: it belongs to what stands below; else to what stands before it. */
  readonly isAbove: boolean;
  /** Undefined for what stands behind everything. */
  readonly owner: string | undefined;
}

export interface TextComments {
  /** In the order of the text. */
  readonly owners: readonly CommentOwner[];
  readonly comments: readonly FoundComment[];
}

/** The comments of a text, each with the field or entry that it belongs to. */
export function findComments(kind: FileKind, text: string): TextComments {
  const { root } = readYamlTree(text);
  const owners: CommentOwner[] = [];
  const written: Span[] = [];
  if (root) gather({ text, owners, written }, root, { spec: valueSpecAt(kind, []), key: '' });
  const spans = commentSpans(text, written);
  let next = 0;
  const comments = spans.map((span): FoundComment => {
    while ((owners[next]?.start ?? Infinity) < span.start) next += 1;
    const before = text.slice(lineStart(text, span.start), span.start);
    const isAbove = before.trim() === '' || next === 0;
    const owner = owners[isAbove ? next : next - 1]?.key;
    return { ...span, text: text.slice(span.start, span.end).trimEnd(), isAbove, owner };
  });
  return { owners, comments };
}

interface Gathering {
  readonly text: string;
  readonly owners: CommentOwner[];
  /** Where a `#` opens no comment. */
  readonly written: Span[];
}

/** What stands in brackets is on the lines of the field that holds it, and owns nothing itself. */
function gather(
  found: Gathering,
  node: YamlNode,
  { spec, key, isInside = false }: { spec: ValueSpec | undefined; key: string; isInside?: boolean },
): void {
  const { text, owners, written } = found;
  if (node.kind === 'scalar') {
    const start = node.style === 'block' ? lineEnd(text, node.start) : node.start;
    // The header of a text of several lines may have a comment behind it.
    if (node.end > start) written.push({ start, end: node.end });
    return;
  }
  const isFlow = isInside || node.isFlow;
  if (node.kind === 'map') {
    for (const entry of node.entries) {
      const inner = `${key}/${JSON.stringify(entry.key)}`;
      written.push({ start: entry.keyStart, end: entry.keyEnd });
      const start = entryStart(text, entry);
      if (!isFlow) owners.push({ key: inner, start, tail: tailOf(entry.value, entry.keyEnd) });
      gather(found, entry.value, { spec: stepSpec(spec, entry.key), key: inner, isInside: isFlow });
    }
    return;
  }
  const of = stepSpec(spec, 0);
  const keys = isFlow ? [] : keysOfEntries(node.items.map(toPlain), of);
  node.items.forEach((item, at) => {
    const inner = `${key}/${keys[at]}`;
    const start = dashBefore(text, item.start) ?? item.start;
    if (!isFlow) owners.push({ key: inner, start, tail: tailOf(item, start) });
    gather(found, item, { spec: of, key: inner, isInside: isFlow });
  });
}

function tailOf(value: YamlNode, head: number): number {
  if (value.kind === 'scalar') return value.style === 'block' ? value.start : value.end;
  return value.isFlow ? value.end : head;
}

function commentSpans(text: string, written: readonly Span[]): readonly Span[] {
  const taken = written.toSorted((a, b) => a.start - b.start);
  const spans: Span[] = [];
  let next = 0;
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    while ((taken[next]?.end ?? Infinity) <= at) next += 1;
    const isWritten = (taken[next]?.start ?? Infinity) <= at;
    if (isWritten || !/^$|[\s\uFEFF]/.test(text.charAt(at - 1))) continue;
    const end = lineEnd(text, at);
    spans.push({ start: at, end });
    at = end;
  }
  return spans;
}
