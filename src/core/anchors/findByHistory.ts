import type { FileSince } from './codeNow.ts';
import { findRangeByHistory, isRange } from './findRange.ts';
import { sameLines } from './lineMap.ts';
import { weightOf } from './lineWeight.ts';
import { fitAt, isTelling, standsAt, type Fit } from './quote.ts';
import type { Found, Search } from './search.ts';
import type { SourceText } from './sourceText.ts';

/** Kept lines with so much in them, near an anchor, did not come together by chance. */
const firmWeight = 40;

/** So far from an anchor its neighbours are looked at. */
const neighbourhood = 8;

/** A line with so much of its surroundings is not another one of the same words. */
const surroundedScore = 0.8;

/** So well the text fits where a line is that went on the way and is there again. */
const returnedScore = 0.9;

/**
 * The line that git's history leads to since the recorded commit, when the text there says so too.
 * The way from commit to commit counts more than the difference of its two ends, which pairs lines
 * that look alike. Where only the ends are known, a line that says little must have firm neighbours.
 */
export function findByHistory(search: Search): Found | undefined {
  const { anchor, since, followed } = search;
  if (isRange(anchor)) return findRangeByHistory(search);
  if (!followed) return since && findAtEnd(search, since, isCertain);
  const place = placeIn(search, followed);
  if (!place)
    return since && since !== followed ? findAtEnd(search, since, hasReturned) : undefined;
  const isSure = isTold(search, place);
  return { ...asFound(search, followed, place), ...(isSure ? {} : { isUnsure: true }) };
}

interface Place {
  readonly text: SourceText;
  readonly path: string;
  readonly line: number;
  /** Undefined for an anchor without a text. */
  readonly fit: Fit | undefined;
}

function findAtEnd(
  search: Search,
  since: FileSince,
  isSure: (search: Search, since: FileSince, place: Place) => boolean,
): Found | undefined {
  const place = placeIn(search, since);
  return place && isSure(search, since, place) ? asFound(search, since, place) : undefined;
}

/** Where the first line is by a history, when the line that is quoted stands there. */
function placeIn({ anchor, code, quote }: Search, since: FileSince): Place | undefined {
  const { path } = since;
  const text = path === undefined ? undefined : code.text(path);
  const line = anchor.line === undefined ? undefined : since.lines.toNew(anchor.line);
  if (path === undefined || !text || line === undefined || line > text.lines.length) {
    return undefined;
  }
  if (quote && text.lineAt(line) !== quote.lines[0]) return undefined;
  const isWhole = quote !== undefined && standsAt(text, quote, line);
  return { text, path, line, fit: isWhole ? fitAt(text, quote, line) : undefined };
}

/**
 * Git pairs lines that look alike by chance, and otherwise when it reads the history the other way
 * round. A line that many others look like must be the same both ways.
 */
function isTold(search: Search, place: Place): boolean {
  const { quote, anchor, code } = search;
  if (quote && place.fit && isTelling(quote)) {
    const isAlone = place.text.placesOf(quote.lines[0] ?? '').length === 1;
    if (isAlone || place.fit.score >= surroundedScore) return true;
  }
  if (anchor.commit === undefined || anchor.line === undefined) return false;
  const back = code.followedBack(anchor.commit, anchor.path);
  return back?.path === place.path && back.lines.toNew(anchor.line) === place.line;
}

function isCertain(
  { anchor, quote }: Search,
  since: FileSince,
  { text, line, fit }: Place,
): boolean {
  if (since.lines === sameLines) return true;
  if (quote && fit && fit.same === 0 && fit.of > 0) return false;
  return isFirm(since, text, { old: anchor.line ?? 1, line });
}

/** It was taken out and put back, or it is another one: only much of the same text tells. */
function hasReturned(search: Search, since: FileSince, place: Place): boolean {
  const { fit } = place;
  return (
    fit !== undefined &&
    fit.score >= returnedScore &&
    fit.weight >= firmWeight &&
    isCertain(search, since, place)
  );
}

/** True when kept lines around have so much in them that they were not paired by chance. */
function isFirm(
  since: FileSince,
  text: SourceText,
  { old, line }: { readonly old: number; readonly line: number },
): boolean {
  const run = since.lines.runAround(old);
  if (!run) return false;
  const from = Math.max(run.start, line - neighbourhood);
  const to = Math.min(run.end, line + neighbourhood, text.lines.length);
  let weight = 0;
  for (let at = from; at <= to; at++) weight += weightOf(text.lineAt(at) ?? '');
  return weight >= firmWeight || (from === 1 && to === text.lines.length);
}

function asFound({ anchor }: Search, since: FileSince, { path, line, fit }: Place): Found {
  const hasMoved = line !== anchor.line || path !== anchor.path;
  return {
    place: { path, line, endLine: line },
    score: since.lines === sameLines ? 1 : 0.8 + 0.2 * (fit?.score ?? 0),
    evidence: hasMoved ? 'history' : 'same',
  };
}
