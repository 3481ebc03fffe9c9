import type { Anchor } from '../model/anchor.ts';
import type { FileSince } from './codeNow.ts';
import { sameLines } from './lineMap.ts';
import { weightOf } from './lineWeight.ts';
import { quotedLines } from './quote.ts';
import { isMostOf, keptTogether, type KeptLine, type KeptRange } from './rangeWeight.ts';
import type { RangeWords } from './rangeWords.ts';
import type { Found, Search } from './search.ts';
import type { SourceText } from './sourceText.ts';

/** A line of less weight is paired with others by chance. */
const tellingWeight = 8;

/** So much of a range that went on the way must be there again. */
const returnedShare = 0.9;

/** Several lines: what they say tells where they are, and not the first of them alone. */
export function isRange({ line, endLine }: Anchor): boolean {
  return line !== undefined && endLine !== undefined && endLine > line;
}

/**
 * Where git's history leads most of a range, by the weight of its lines. What is not most of it is
 * where a person may look.
 */
export function findRangeByHistory(search: Search): Found | undefined {
  const { anchor, since, followed } = search;
  if (since?.lines === sameLines && since.path !== undefined) {
    return isThere(search, since.path)
      ? asFound(anchor, { ...linesOf(anchor), share: 1 }, since.path)
      : undefined;
  }
  const way = followed ?? since;
  const kept = way && keptIn(search, way);
  if (kept && isMostOf(kept.range)) return asFound(anchor, kept.range, kept.path);
  const again = since && since !== way ? keptIn(search, since) : undefined;
  if (again && again.range.share >= returnedShare) return asFound(anchor, again.range, again.path);
  return kept && { ...asFound(anchor, kept.range, kept.path), isUnsure: true };
}

/** The file has not changed; it is not the text that was meant if the quote stands elsewhere in it. */
function isThere({ anchor, quote, code }: Search, path: string): boolean {
  const text = code.text(path);
  const { line = 1, endLine = line } = anchor;
  return (
    text !== undefined &&
    endLine <= text.lines.length &&
    (!quote || text.lineAt(line) === quote.lines[0])
  );
}

function keptIn(
  search: Search,
  way: FileSince,
): { readonly range: KeptRange; readonly path: string } | undefined {
  const { anchor, code, said } = search;
  const { path } = way;
  const text = path === undefined ? undefined : code.text(path);
  if (path === undefined || !text || !said) return undefined;
  const { line: first, endLine: last } = linesOf(anchor);
  const kept: KeptLine[] = [];
  for (let old = first; old <= last; old++) {
    const line = way.lines.toNew(old);
    if (line === undefined || said.keyOf(text.lineAt(line) ?? '') !== said.keyAt(old - first)) {
      continue;
    }
    if (isTold(search, text, { path, old, line })) kept.push({ place: old - first, line });
  }
  const { since } = search;
  const isAdded = (line: number): boolean => since?.path === path && since.lines.isAdded(line);
  const range = keptTogether({ said, kept, text, isAdded });
  return range && { range, path };
}

/** A line that many others look like must be the same when every difference is read from its end. */
function isTold(
  { anchor, code }: Search,
  text: SourceText,
  { path, old, line }: { readonly path: string; readonly old: number; readonly line: number },
): boolean {
  const words = text.lineAt(line) ?? '';
  if (weightOf(words) >= tellingWeight && text.placesOf(words).length === 1) return true;
  const back =
    anchor.commit === undefined ? undefined : code.followedBack(anchor.commit, anchor.path);
  return !back || (back.path === path && back.lines.toNew(old) === line);
}

function linesOf({ line = 1, endLine = line }: Anchor): {
  readonly line: number;
  readonly endLine: number;
} {
  return { line, endLine };
}

function asFound(anchor: Anchor, { line, endLine, share }: KeptRange, path: string): Found {
  const hasMoved = line !== anchor.line || path !== anchor.path;
  return {
    place: { path, line, endLine },
    score: share,
    evidence: hasMoved ? 'history' : 'same',
  };
}

/** A range as its quote tells it. */
export interface QuotedRange {
  readonly line: number;
  readonly endLine: number;
  readonly isUnsure: boolean;
}

export function asFoundRange(
  { line, endLine, isUnsure }: QuotedRange,
  { path, score, evidence }: Pick<Found, 'score' | 'evidence'> & { readonly path: string },
): Found {
  const place = { path, line, endLine };
  return { place, score, evidence, ...(isUnsure ? { isUnsure } : {}) };
}

/** Where a range is whose quote was found: as far as its lines go on from there. */
export function rangeFrom(
  search: Pick<Search, 'anchor' | 'said' | 'quote' | 'since' | 'text'>,
  text: SourceText,
  line: number,
): QuotedRange | undefined {
  const { anchor, said, since } = search;
  const { line: first, endLine: last } = linesOf(anchor);
  const endLine = line + last - first;
  if (!isRange(anchor)) return { line, endLine, isUnsure: false };
  if (!said) return { line, endLine, isUnsure: !isSeen(search, text, line) };
  const kept = standingFrom(said, text, line);
  const isAdded = (at: number): boolean =>
    !since || text !== search.text || since.lines.isAdded(at);
  const range = keptTogether({ said, kept, text, isAdded });
  if (!range || !isMostOf(range) || range.line > line + quotedLines) return undefined;
  return { line, endLine: Math.max(line, range.endLine), isUnsure: false };
}

/** Of a range without its words only the quote and what follows it are known: it must be half of it. */
function isSeen(
  { anchor, quote }: Pick<Search, 'anchor' | 'quote'>,
  text: SourceText,
  line: number,
): boolean {
  const { line: first, endLine: last } = linesOf(anchor);
  if (!quote) return true;
  const follows = line + quote.lines.length;
  const same = quote.after.filter((each, i) => text.lineAt(follows + i) === each).length;
  return (quote.lines.length + same) * 2 >= last - first + 1;
}

/** So many lines may have come into a range, for each line of it, and so many more. */
const growth = 2;
const spare = 10;

/** The lines of a range that stand after one another from a line on. */
function standingFrom(said: RangeWords, text: SourceText, start: number): readonly KeptLine[] {
  const places = new Map<string, number[]>();
  const end = Math.min(text.lines.length, start + said.count * growth + spare);
  for (let at = start; at <= end; at++) {
    const key = said.keyOf(text.lineAt(at) ?? '');
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  }
  const kept: KeptLine[] = [];
  let before = start - 1;
  for (let place = 0; place < said.count; place++) {
    if (said.weightAt(place) === 0) continue;
    const limit = start + place * growth + spare;
    const line = places.get(said.keyAt(place) ?? '')?.find(each => each > before);
    if (line === undefined || line > limit) continue;
    kept.push({ place, line });
    before = line;
  }
  return kept;
}
