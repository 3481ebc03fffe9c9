import { contentEnd } from './lineTokens.ts';

/** A stretch of the text and what comes in its place. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies splices that do not overlap; of two at one place the first comes first in the result. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: inserted } of splices.toSorted((a, b) => a.start - b.start)) {
    parts.push(text.slice(at, start), inserted);
    at = Math.max(at, end);
  }
  return parts.join('') + text.slice(at);
}

export function lineStart(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
}

/** Where the line ends, before its line end. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return at > offset && text.charAt(at - 1) === '\r' ? at - 1 : at;
}

/** Where the next line starts; the text's length after the last one. */
export function nextLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
}

export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The line end of the text's first line. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  return lineBreakAt(text, 0);
}

/** The end of the line that holds an offset; of a last line without one, that of the line before it. */
export function lineBreakAt(text: string, offset: number): '\n' | '\r\n' {
  const next = text.indexOf('\n', offset);
  const at = next < 0 ? text.lastIndexOf('\n') : next;
  return at > 0 && text.charAt(at - 1) === '\r' ? '\r\n' : '\n';
}

/** The length of the line end just before an offset: 2 for CRLF, 0 where there is none. */
export function lineBreakLength(text: string, offset: number): number {
  if (text.charAt(offset - 1) !== '\n') return 0;
  return text.charAt(offset - 2) === '\r' ? 2 : 1;
}

/** The offset behind the colon of a key that ends at `keyEnd`; undefined when none follows in its line. */
export function afterColon(text: string, keyEnd: number): number | undefined {
  const at = skipBlanks(text, keyEnd);
  return text.charAt(at) === ':' ? at + 1 : undefined;
}

/**
 * The offset of the dash before an item, past the tag, the anchor, the comments and the line ends that
 * may stand between the two; undefined when something else does.
 */
export function dashBefore(text: string, itemStart: number): number | undefined {
  let at = itemStart;
  while (at > 0) {
    const before = text.charAt(at - 1);
    if (before === '-' && isBlankOrEdge(text.charAt(at - 2))) return at - 1;
    if (before.trim() === '') {
      at--;
      // On a line further up a comment may end here.
      if (before === '\n') at = commentFreeEnd(text, at);
      continue;
    }
    const mark = markBefore(text, at);
    if (mark === undefined) return undefined;
    at = mark;
  }
  return undefined;
}

/** Where the tag or the anchor begins that ends at an offset; undefined when none does. */
function markBefore(text: string, end: number): number | undefined {
  let start = end;
  while (start > 0 && text.charAt(start - 1).trim() !== '') start--;
  const place = text.slice(start, end).search(/[!&]/);
  return place < 0 ? undefined : start + place;
}

function isBlankOrEdge(character: string): boolean {
  return character.trim() === '' || character === '\uFEFF';
}

function commentFreeEnd(text: string, end: number): number {
  const start = lineStart(text, end);
  return start + contentEnd(text.slice(start, end), 0);
}

export function skipBlanks(text: string, offset: number): number {
  let at = offset;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at++;
  return at;
}

export function isBlankBetween(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}
