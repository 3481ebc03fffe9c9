import type { Anchor } from '../model/anchor.ts';
import type { CodeNow } from './codeNow.ts';
import { findByHistory } from './findByHistory.ts';
import { findBySymbol } from './findBySymbol.ts';
import { findElsewhere } from './findElsewhere.ts';
import { findGuess } from './findGuess.ts';
import { findByQuote } from './findByQuote.ts';
import { findSimilar, similarPlaces } from './findSimilar.ts';
import { isRange } from './findRange.ts';
import { readPrints, wordsOf, type RangeWords } from './rangeWords.ts';
import { weightOf } from './lineWeight.ts';
import { quoteOf, type Fit, type Quote } from './quote.ts';
import type { CodePlaceNow, Resolution } from './resolution.ts';
import type { Found, Search } from './search.ts';

/** Each finds a place, or says nothing; the first that finds one decides. */
const steps: readonly ((search: Search) => Found | undefined)[] = [
  findByHistory,
  findByQuote,
  findBySymbol,
  findSimilar,
  findElsewhere,
];

/**
 * Where the code of an anchor is now. It is never taken to a place that is only likely: then it has
 * drifted, with the most similar place as a guess.
 */
export function resolveAnchor(anchor: Anchor, code: CodeNow): Resolution {
  const search = searchFor(anchor, code);
  if (anchor.line === undefined && anchor.symbol === undefined && !search.quote) {
    return resolveFile(search);
  }
  let guess: Found | undefined;
  for (const step of steps) {
    const found = step(search);
    if (found && !found.isUnsure) return asResolution(anchor, found);
    if (found && !isRange(anchor)) return asGuess(found);
    // Most of a range may stand elsewhere than the rest of it.
    guess ??= found;
  }
  return findUnseen(search) ?? (guess ? asGuess(guess) : findGuess(search));
}

/** What is left out of the working tree, and of which nobody has the text, may be where it was. */
function findUnseen({ anchor, code, path, text }: Search): Resolution | undefined {
  if (text !== undefined || !code.isUnseen(path)) return undefined;
  return asGuess({ place: { path, line: anchor.line, endLine: anchor.endLine }, score: 0 });
}

function searchFor(anchor: Anchor, code: CodeNow): Search {
  const { commit, path } = anchor;
  const direct = commit === undefined ? undefined : code.since(commit, path);
  const followed = commit === undefined ? undefined : code.followed(commit, path);
  // A file that was changed much is found on the way, but not by looking at its two ends.
  const isLost = direct !== undefined && direct.path === undefined && followed?.path !== undefined;
  const since = isLost ? followed : direct;
  const now = since ? since.path : path;
  const text = now === undefined ? undefined : code.text(now);
  const quote = quoteOf(anchor);
  let similar: readonly Fit[] | undefined;
  return {
    anchor,
    code,
    quote,
    said: saidBy(anchor, quote, code),
    since,
    followed,
    path: now ?? path,
    text,
    similar: () => (similar ??= similarPlaces({ anchor, quote, since, text })),
  };
}

/** What a range said at its commit, if the quote says that this is what is meant, or what was kept of it. */
function saidBy(anchor: Anchor, quote: Quote | undefined, code: CodeNow): RangeWords | undefined {
  const { commit, path, line = 1, endLine = line, prints } = anchor;
  if (!isRange(anchor)) return undefined;
  const count = endLine - line + 1;
  const then = commit === undefined ? undefined : code.textThen(commit, path);
  const said = then?.lines.slice(line - 1, endLine);
  const isMeant = said?.length === count && said.some(each => weightOf(each) > 0);
  if (isMeant && (!quote || quote.lines[0] === said[0])) return wordsOf(said);
  return prints === undefined ? undefined : readPrints(prints, count);
}

/** A whole file, or a folder. */
function resolveFile({ anchor, code, since, path }: Search): Resolution {
  const isThere = (since === undefined || since.path !== undefined) && code.exists(path);
  if (isThere || code.exists(anchor.path)) return wholeAt(anchor, isThere ? path : anchor.path);
  const { commit } = anchor;
  const folder = commit === undefined ? undefined : code.folderSince(commit, asFolder(anchor.path));
  if (folder?.path !== undefined && code.exists(folder.path)) {
    // It is written as it was before, with a slash at its end or without.
    const at = anchor.path.endsWith('/') ? folder.path : folder.path.replace(/\/$/, '');
    if (folder.isCertain) return wholeAt(anchor, at);
    return asGuess({ place: placeOfWhole(at), score: 0.5 });
  }
  return { state: 'lost', place: undefined, score: 0, evidence: 'none', guess: undefined };
}

/** The path of a folder, with a slash at its end. */
export function asFolder(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

function wholeAt(anchor: Anchor, path: string): Resolution {
  return asResolution(anchor, { place: placeOfWhole(path), score: 1, evidence: 'path' });
}

function placeOfWhole(path: string): CodePlaceNow {
  return { path, line: undefined, endLine: undefined };
}

function asGuess({ place, score }: Pick<Found, 'place' | 'score'>): Resolution {
  return { state: 'drifted', place: undefined, score, evidence: 'none', guess: place };
}

function asResolution(anchor: Anchor, { place, score, evidence }: Found): Resolution {
  const isWhere =
    place.path === anchor.path && (anchor.line === undefined || place.line === anchor.line);
  const hasSameEnd = (anchor.endLine ?? anchor.line) === (place.endLine ?? place.line);
  const state = isWhere && (anchor.line === undefined || hasSameEnd) ? 'fresh' : 'moved';
  return { state, place, score, evidence, guess: undefined };
}
