import { clearBest } from './findByQuote.ts';
import { asFoundRange, rangeFrom } from './findRange.ts';
import { weightOf } from './lineWeight.ts';
import { type Fit } from './quote.ts';
import type { Found, Search } from './search.ts';
import { isSameButBlanks, partsOf, similarityOf, type LineParts } from './similarity.ts';
import type { SourceText } from './sourceText.ts';

/** A line that is less alike than this is another one. */
const leastLine = 0.6;

/**
 * A quote of several lines whose words were changed a little, or any quote that was only indented
 * anew. A single line with other words is left to a person: its text is gone.
 */
export function findSimilar(search: Search): Found | undefined {
  const { quote, text, path } = search;
  if (!quote || !text) return undefined;
  const fits = search
    .similar()
    .filter(({ line }) => quote.lines.length > 1 || isIndentedAnew(quote.lines, text, line));
  const best = clearBest(fits);
  // Where nothing is known of the past, text that is like a twin may be that one.
  if (!best || (!search.since && !best.isAmongItsOwn)) return undefined;
  const range = rangeFrom(search, text, best.line);
  return range && asFoundRange(range, { path, score: best.score, evidence: 'similar' });
}

function isIndentedAnew(lines: readonly string[], text: SourceText, at: number): boolean {
  return lines.every((line, i) => isSameButBlanks(line, text.lineAt(at + i) ?? ''));
}

/** So many lines are compared at most; beyond, only those around the recorded line. */
const mostLines = 4000;

/** Places where every line of the quote is alike, among lines that came since the recorded commit. */
export function similarPlaces({
  quote,
  since,
  anchor,
  text,
}: Pick<Search, 'quote' | 'since' | 'anchor' | 'text'>): readonly Fit[] {
  if (!quote || !text) return [];
  const near = (anchor.line ?? 1) - mostLines / 2;
  const first = text.lines.length > mostLines ? Math.max(1, near) : 1;
  const last = Math.min(text.lines.length, first + mostLines);
  const parts = quote.lines.map(partsOf);
  const before = quote.before.map(partsOf);
  const after = quote.after.map(partsOf);
  const like = text.index().findLike(parts[0] ?? partsOf(''), leastLine, { first, last });
  return like.flatMap(line => {
    if (since && !since.lines.isAdded(line)) return [];
    const fit = similarFit({ parts, text, line });
    return fit ? [withSurroundings(fit, { parts, before, after }, text)] : [];
  });
}

function similarFit({
  parts,
  text,
  line,
}: {
  readonly parts: readonly LineParts[];
  readonly text: SourceText;
  readonly line: number;
}): Fit | undefined {
  let all = 0;
  let got = 0;
  let weight = 0;
  let same = 0;
  for (const [i, each] of parts.entries()) {
    const alike = similarityOf(each, text.index().partsAt(line + i));
    if (alike < leastLine) return undefined;
    const own = weightOf(each.parts.join(''));
    all += own + 1;
    got += (own + 1) * alike;
    weight += own * alike;
    if (alike === 1) same += own + 1;
  }
  const isAmongItsOwn = same * 2 >= all;
  return { line, score: got / all, weight, same: 0, of: 0, isAmongItsOwn };
}

/** Surroundings count as far as they are alike, at half of the weight of the quote itself. */
function withSurroundings(
  fit: Fit,
  {
    parts,
    before,
    after,
  }: {
    readonly parts: readonly LineParts[];
    readonly before: readonly LineParts[];
    readonly after: readonly LineParts[];
  },
  text: SourceText,
): Fit {
  const compare = (side: readonly LineParts[], first: number): readonly number[] =>
    side.map((each, i) => similarityOf(each, text.index().partsAt(first + i)));
  const above = compare(before, fit.line - before.length);
  const below = compare(after, fit.line + parts.length);
  const alike = [...above, ...below];
  if (alike.length === 0) return fit;
  const mean = alike.reduce((sum, each) => sum + each, 0) / alike.length;
  return {
    ...fit,
    score: (2 * fit.score + mean) / 3,
    same: alike.filter(each => each === 1).length,
    of: alike.length,
    isAmongItsOwn: fit.isAmongItsOwn && isMostlyAlike([...before, ...after], alike),
  };
}

function isMostlyAlike(side: readonly LineParts[], alike: readonly number[]): boolean {
  let [all, got] = [0, 0];
  for (const [i, { size }] of side.entries()) {
    all += size + 1;
    got += (size + 1) * (alike[i] ?? 0);
  }
  return got * 2 >= all;
}
