import { entryColon, entryStart } from './entryPlace.ts';
import { isBlankBetween, lineEnd, lineStart } from './splice.ts';
import type { Span, YamlEntry, YamlList, YamlMap } from './yamlNode.ts';

/** An entry or item inside of brackets. */
export interface FlowPart extends Span {
  /** Where the comma behind it stands; undefined when there is none. */
  readonly comma: number | undefined;
}

/** What stands between the brackets of a flow list or map. */
export interface FlowBody {
  /** Behind the opening bracket. */
  readonly open: number;
  /** Before the closing bracket. */
  readonly close: number;
  readonly parts: readonly FlowPart[];
  /** The comments between the parts, not those inside of one. */
  readonly comments: readonly Span[];
}

/** Undefined for what stands in no brackets of its own: an alias, a pair inside of a list. */
export function flowBodyOf(text: string, container: YamlMap | YamlList): FlowBody | undefined {
  if (!'[{'.includes(text.charAt(container.start))) return undefined;
  const spans = container.kind === 'map' ? entrySpans(text, container) : container.items;
  const open = container.start + 1;
  const close = container.end - 1;
  const comments: Span[] = [];
  const parts: FlowPart[] = [];
  let gap = readGap(text, open, spans[0]?.start ?? close);
  for (const [i, { end }] of spans.entries()) {
    const start = gap.end;
    comments.push(...gap.comments);
    gap = readGap(text, end, spans[i + 1]?.start ?? close);
    parts.push({ start, end, comma: gap.comma });
  }
  comments.push(...gap.comments);
  return { open, close, parts, comments };
}

/** The comment behind a part on its line, where no other part comes after it there. */
export function commentBehind(text: string, body: FlowBody, index: number): Span | undefined {
  const part = body.parts[index];
  if (part === undefined) return undefined;
  const stop = lineEnd(text, part.end);
  const next = body.parts[index + 1];
  if (next && next.start < stop) return undefined;
  return body.comments.find(({ start }) => start >= part.end && start < stop);
}

/** Where a part with the comment lines directly above it begins: a line's start. */
export function linesStartOf(text: string, body: FlowBody, index: number): number {
  const floor = body.parts[index - 1]?.end ?? body.open;
  let from = lineStart(text, body.parts[index]?.start ?? body.close);
  while (from > 0) {
    const above = lineStart(text, from - 1);
    const comment = body.comments.find(({ start, end }) => start >= above && end < from);
    if (above < floor || !comment || !isBlankBetween(text, above, comment.start)) break;
    from = above;
  }
  return from;
}

/** Behind an entry's value, or behind its colon when it has none. */
export function entryEnd(text: string, entry: YamlEntry): number {
  const colon = entryColon(text, entry) ?? entry.keyEnd;
  return Math.max(colon, entry.value.end);
}

function entrySpans(text: string, { entries }: YamlMap): readonly Span[] {
  return entries.map(entry => ({ start: entryStart(text, entry), end: entryEnd(text, entry) }));
}

interface Gap {
  readonly comma: number | undefined;
  readonly comments: readonly Span[];
  /** Where the next part begins, with the tag or the anchor before it. */
  readonly end: number;
}

function readGap(text: string, from: number, to: number): Gap {
  let comma: number | undefined;
  const comments: Span[] = [];
  let at = from;
  while (at < to) {
    const character = text.charAt(at);
    if (character === '#') {
      const end = lineEnd(text, at);
      comments.push({ start: at, end });
      at = end;
    } else if (character === ',' && comma === undefined) {
      comma = at;
      at++;
    } else if (character.trim() === '') {
      at++;
    } else {
      break;
    }
  }
  return { comma, comments, end: at };
}
