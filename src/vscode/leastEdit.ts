/** Replaces the characters from `from` up to `to` by `text`. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The one shortest stretch that turns `before` into `after`; it never cuts a line end in two. */
export function findLeastEdit(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  if (from > 0 && isInsidePair(before, from, after)) from--;
  let tail = 0;
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  if (tail > 0 && isInsidePair(before, before.length - tail, after, after.length - tail)) tail--;
  return {
    from,
    to: before.length - tail,
    text: after.slice(from, after.length - tail),
  };
}

/** A place in the lines of a text, in UTF-16 code units. */
export type LinePlace = readonly [line: number, character: number];

/** The same as an editor does it: by lines, and without the byte order mark, which it keeps to itself. */
export function findLeastLineEdit(
  before: string,
  after: string,
): { readonly from: LinePlace; readonly to: LinePlace; readonly text: string } {
  const shown = withoutMark(before);
  const { from, to, text } = findLeastEdit(shown, withoutMark(after));
  return { from: placeIn(shown, from), to: placeIn(shown, to), text };
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

function placeIn(text: string, offset: number): LinePlace {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return [lines.length - 1, lines.at(-1)?.length ?? 0];
}

/** True when the cut falls between a carriage return and its line feed, or within a character. */
function isInsidePair(before: string, at: number, after: string, atAfter = at): boolean {
  return splitsPair(before, at) || splitsPair(after, atAfter);
}

function splitsPair(text: string, at: number): boolean {
  const left = text.charCodeAt(at - 1);
  const right = text.charCodeAt(at);
  const isLineEnd = left === 13 && right === 10;
  const isSurrogate = left >= 0xd800 && left <= 0xdbff && right >= 0xdc00 && right <= 0xdfff;
  return isLineEnd || isSurrogate;
}
