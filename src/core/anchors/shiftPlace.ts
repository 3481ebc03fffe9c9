import type { CodePlaceNow } from './resolution.ts';

/** An edit of a text by lines, counted from one: lines from `first` to `last` became `count` lines. */
export interface LineEdit {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/**
 * Where a place is after an edit in an open file. An edit inside of it makes it longer or shorter;
 * undefined when nothing of it is left.
 */
export function shiftPlace(
  place: CodePlaceNow,
  { first, last, count }: LineEdit,
): CodePlaceNow | undefined {
  const { line } = place;
  if (line === undefined || first > (place.endLine ?? line)) return place;
  const endLine = place.endLine ?? line;
  const growth = count - (last - first + 1);
  if (last < line) return { ...place, line: line + growth, endLine: endLine + growth };
  const isGone = first <= line && last >= endLine && count < endLine - line + 1;
  if (isGone) return undefined;
  const start = Math.min(line, first);
  const end = Math.max(endLine + growth, first + count - 1);
  return { ...place, line: first < line ? Math.min(line, first + count - 1) : start, endLine: end };
}
