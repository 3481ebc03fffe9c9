// Ranges of a file, and whether a place still says what a range said.
import type { Anchor } from '../../src/core/model/anchor.ts';
import { weightOf } from '../../src/core/anchors/lineWeight.ts';
import type { CodePlaceNow } from '../../src/core/anchors/resolution.ts';
import { partsOf, similarityOf } from '../../src/core/anchors/similarity.ts';
import type { SourceText } from '../../src/core/anchors/sourceText.ts';
import { findSymbols } from '../../src/core/anchors/symbols.ts';

export interface LineRange {
  readonly line: number;
  readonly endLine: number;
}

const mostLines = 60;

/** A line that is less alike than this is another one. */
const alike = 0.6;

/** Whole declarations and arbitrary stretches in turn, each of 2 to 60 lines. */
export function drawRanges(
  text: SourceText,
  count: number,
  random: () => number,
): readonly LineRange[] {
  const whole = findSymbols(text).filter(
    ({ line, endLine }) => endLine > line && endLine - line < mostLines,
  );
  const pick = (among: number): number => Math.floor(random() * among);
  const found: LineRange[] = [];
  for (let i = 0; i < count && text.lines.length > 1; i++) {
    const symbol = i % 2 === 0 ? whole[pick(whole.length)] : undefined;
    const line = symbol?.line ?? 1 + pick(text.lines.length - 1);
    const drawn = symbol?.endLine ?? line + 1 + pick(mostLines - 1);
    const endLine = Math.min(drawn, text.lines.length);
    if (weightOfLines(text, { line, endLine }) > 0) found.push({ line, endLine });
  }
  return found;
}

/** What became of a range by git's own history of its lines. Blanks and brackets have no weight. */
export interface RangeTruth {
  /** Most of it is still there, in one place of one file. */
  readonly survives: boolean;
  /** 0 to 1: how much of what it said stands at the place that was told, by weight. */
  readonly held: number;
  /** 0 to 1: how much of that place it is. */
  readonly share: number;
}

/**
 * @param history where each line of the old file is, as `path:line`
 * @param textOf a file of today
 */
export function judgeRange({
  anchor,
  old,
  history,
  textOf,
  place,
}: {
  readonly anchor: Anchor;
  readonly old: SourceText;
  readonly history: ReadonlyMap<number, string>;
  readonly textOf: (path: string) => SourceText | undefined;
  readonly place: CodePlaceNow | undefined;
}): RangeTruth {
  const { line: first = 1, endLine: last = first } = anchor;
  const all = weightOfLines(old, { line: first, endLine: last });
  const survivors = new Map<string, { line: number; endLine: number; weight: number }>();
  for (let line = first; line <= last; line++) {
    const [path, at] = placeIn(history.get(line));
    const weight = weightOf(old.lineAt(line) ?? '');
    if (path === undefined || weight === 0) continue;
    const known = survivors.get(path) ?? { line: at, endLine: at, weight: 0 };
    survivors.set(path, {
      line: Math.min(known.line, at),
      endLine: Math.max(known.endLine, at),
      weight: known.weight + weight,
    });
  }
  const survives = [...survivors].some(([path, { weight, ...span }]) => {
    const text = textOf(path);
    return weight * 2 > all && text !== undefined && weight * 2 > weightOfLines(text, span);
  });
  const text = place && textOf(place.path);
  if (!text || place.line === undefined) return { survives, held: 0, share: 0 };
  const range = { line: place.line, endLine: place.endLine ?? place.line };
  const held = heldIn({ old, first, last, history, text, path: place.path, range });
  return { survives, held: held / all, share: held / Math.max(1, weightOfLines(text, range)) };
}

/** The weight of the lines that are in a place by history; or by their words, if history lost them. */
function heldIn({
  old,
  first,
  last,
  history,
  text,
  path,
  range,
}: {
  readonly old: SourceText;
  readonly first: number;
  readonly last: number;
  readonly history: ReadonlyMap<number, string>;
  readonly text: SourceText;
  readonly path: string;
  readonly range: LineRange;
}): number {
  const free = new Set<number>();
  for (let at = range.line; at <= range.endLine; at++) free.add(at);
  let held = 0;
  const lost: number[] = [];
  for (let line = first; line <= last; line++) {
    const truth = history.get(line);
    const [truePath, at] = placeIn(truth);
    if (truth === undefined) lost.push(line);
    else if (truePath === path && free.delete(at)) held += weightOf(old.lineAt(line) ?? '');
  }
  for (const line of lost) {
    const said = partsOf(old.lineAt(line) ?? '');
    if (said.size === 0) continue;
    let best = 0;
    let bestAt = 0;
    for (const at of free) {
      const like = similarityOf(said, text.index().partsAt(at));
      if (like > best) [best, bestAt] = [like, at];
    }
    if (best < alike) continue;
    free.delete(bestAt);
    held += best * weightOf(old.lineAt(line) ?? '');
  }
  return held;
}

function placeIn(place: string | undefined): readonly [string | undefined, number] {
  if (place === undefined) return [undefined, 0];
  const colon = place.lastIndexOf(':');
  return [place.slice(0, colon), Number(place.slice(colon + 1))];
}

function weightOfLines(text: SourceText, { line, endLine }: LineRange): number {
  let weight = 0;
  for (let at = line; at <= endLine; at++) weight += weightOf(text.lineAt(at) ?? '');
  return weight;
}
