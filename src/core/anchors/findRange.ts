import type { Anchor } from '../model/anchor.ts';
import type { FileSince } from './codeNow.ts';
import { sameLines } from './lineMap.ts';
import { quotedLines, weightOf } from './quote.ts';
import { isMostOf, keptTogether, type KeptLine, type KeptRange } from './rangeWeight.ts';
import type { Found, Search } from './search.ts';
import { withoutBlanks } from './similarity.ts';
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
  const { line: first } = linesOf(anchor);
  const kept = said.flatMap((words, place): KeptLine[] => {
    const line = way.lines.toNew(first + place);
    if (line === undefined || text.lineAt(line) !== words) return [];
    return isTold(search, text, { path, old: first + place, line }) ? [{ place, line }] : [];
  });
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

/**
 * The place of a range whose quote was found: as far as its lines go on from there. Where they are not
 * known, it is as long as it was. Undefined when most of it is not there.
 */
export function rangeFrom(
  { anchor, said }: Pick<Search, 'anchor' | 'said'>,
  text: SourceText,
  line: number,
): { readonly line: number; readonly endLine: number } | undefined {
  const { line: first, endLine: last } = linesOf(anchor);
  const endLine = line + last - first;
  if (!said) return { line, endLine };
  const kept = standingFrom(said, text, line);
  const range = keptTogether({ said, kept, text, isAdded: () => false });
  if (!range || !isMostOf(range) || range.line > line + quotedLines) return undefined;
  return { line, endLine: Math.max(line, range.endLine) };
}

/** So many lines may have come into a range, for each line of it, and so many more. */
const growth = 2;
const spare = 10;

/** The lines of a range that stand after one another from a line on, whatever their blanks. */
function standingFrom(
  said: readonly string[],
  text: SourceText,
  start: number,
): readonly KeptLine[] {
  const places = new Map<string, number[]>();
  const end = Math.min(text.lines.length, start + said.length * growth + spare);
  for (let at = start; at <= end; at++) {
    const words = withoutBlanks(text.lineAt(at) ?? '');
    const known = places.get(words);
    if (known) known.push(at);
    else places.set(words, [at]);
  }
  const kept: KeptLine[] = [];
  let before = start - 1;
  for (const [place, words] of said.entries()) {
    if (weightOf(words) === 0) continue;
    const limit = start + place * growth + spare;
    const line = places.get(withoutBlanks(words))?.find(each => each > before);
    if (line === undefined || line > limit) continue;
    kept.push({ place, line });
    before = line;
  }
  return kept;
}
