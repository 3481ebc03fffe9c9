import { commentBehind, flowBodyOf, linesStartOf, type FlowBody } from './flowBody.ts';
import {
  isBlankBetween,
  lineBreakAt,
  lineEnd,
  lineStart,
  nextLine,
  skipBlanks,
  type Splice,
} from './splice.ts';
import type { YamlList, YamlMap } from './yamlNode.ts';

/** Adds a part before the place `index`. The comments behind and above the others stay with them. */
export function insertInFlow(
  text: string,
  container: YamlMap | YamlList,
  index: number,
  written: string,
): readonly Splice[] | undefined {
  const body = flowBodyOf(text, container);
  if (body === undefined) return undefined;
  const previous = body.parts[index - 1];
  if (previous === undefined) return insertFirst(text, body, written);
  const comment = commentBehind(text, body, index - 1);
  const start = lineStart(text, previous.start);
  if (comment === undefined) {
    // A collection that gives each of its parts a line of its own keeps doing so.
    const isOnOwnLine = start >= body.open;
    const blank = isOnOwnLine ? lineBreakAt(text, previous.end) + indentAt(text, start) : ' ';
    return [{ start: previous.end, end: previous.end, text: `,${blank}${written}` }];
  }
  const { comma } = previous;
  const hasComma = comma !== undefined && comma < comment.start;
  const line = lineBreakAt(text, comment.end) + indentOf(text, body) + written;
  const below = { start: comment.end, end: comment.end, text: hasComma ? `${line},` : line };
  return hasComma ? [below] : [{ start: previous.end, end: previous.end, text: ',' }, below];
}

/** Takes a part out of those that remain, with the comments behind and directly above it. */
export function removeFromFlow(
  text: string,
  container: YamlMap | YamlList,
  index: number,
): readonly Splice[] | undefined {
  const body = flowBodyOf(text, container);
  const part = body?.parts[index];
  if (body === undefined || part === undefined) return undefined;
  const cut = cutOf(text, body, index);
  return cut && [cut, ...mendCommas(text, body, index, cut)];
}

function insertFirst(text: string, body: FlowBody, written: string): readonly Splice[] {
  const [first] = body.parts;
  if (first === undefined) return fillEmpty(text, body, written);
  const start = lineStart(text, first.start);
  const above = linesStartOf(text, body, 0);
  if (above < start && above >= body.open) {
    const line = indentAt(text, above) + written;
    return [{ start: above, end: above, text: `${line},${lineBreakAt(text, above)}` }];
  }
  return [{ start: first.start, end: first.start, text: `${written}, ` }];
}

function fillEmpty(text: string, body: FlowBody, written: string): readonly Splice[] {
  const { open, close, comments } = body;
  const last = comments.at(-1);
  if (last === undefined) return [{ start: open, end: close, text: written }];
  const line = lineBreakAt(text, last.end) + indentOf(text, body) + written;
  return [{ start: last.end, end: last.end, text: line }];
}

/** What goes with a part: its lines where it has them for itself, else its place in its line. */
function cutOf(text: string, body: FlowBody, index: number): Splice | undefined {
  const { parts, open, close } = body;
  const part = parts[index];
  if (part === undefined) return undefined;
  const previous = parts[index - 1];
  const next = parts[index + 1];
  const start = lineStart(text, part.start);
  const stop = lineEnd(text, part.end);
  const isFirstInLine = (previous?.end ?? open) <= start;
  const isLastInLine = (next?.start ?? close) >= stop;
  const above = linesStartOf(text, body, index);
  if (isFirstInLine && isLastInLine) return cut(above, nextLine(text, part.end));
  const isPlain = (from: number, to: number): boolean =>
    !body.comments.some(comment => comment.start >= from && comment.end <= to);
  // A comment above several parts of one line is about all of them.
  if (next && !isLastInLine) return cut(part.start, next.start);
  if (previous && (!isFirstInLine || isPlain(previous.end, part.start))) {
    return cut(previous.end, part.end);
  }
  if (next && isPlain(part.end, next.start)) return cut(part.start, next.start);
  if (isFirstInLine) return cut(skipBlanks(text, above), close);
  const comment = commentBehind(text, body, index);
  let from = part.start;
  while (' \t'.includes(text.charAt(from - 1))) from--;
  return cut(from, comment?.end ?? stop);
}

/** One comma between two parts, none before the first, and at the end only where one was. */
function mendCommas(
  text: string,
  { parts }: FlowBody,
  index: number,
  gone: Splice,
): readonly Splice[] {
  const before = parts[index - 1]?.comma;
  const after = parts[index]?.comma;
  const isLast = index === parts.length - 1;
  const left = [before, after].filter(
    (comma): comma is number => comma !== undefined && !(comma >= gone.start && comma < gone.end),
  );
  const wanted = index > 0 && (!isLast || after !== undefined) ? 1 : 0;
  const previousEnd = parts[index - 1]?.end;
  if (left.length < wanted && previousEnd !== undefined) {
    return [{ start: previousEnd, end: previousEnd, text: ',' }];
  }
  return left.slice(wanted).map(comma => {
    const isLeading = isBlankBetween(text, lineStart(text, comma), comma);
    return cut(comma, isLeading ? skipBlanks(text, comma + 1) : comma + 1);
  });
}

function cut(start: number, end: number): Splice {
  return { start, end, text: '' };
}

/** The indent of the first part that begins a line, else two columns more than the bracket's line. */
function indentOf(text: string, { parts, open }: FlowBody): string {
  const starts = parts.map(part => lineStart(text, part.start));
  const own = starts.find(start => start >= open);
  return own === undefined ? `${indentAt(text, lineStart(text, open))}  ` : indentAt(text, own);
}

function indentAt(text: string, start: number): string {
  return text.slice(start, skipBlanks(text, start));
}
