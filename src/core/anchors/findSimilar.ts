import { clearBest } from './findByQuote.ts';
import { rangeFrom } from './findRange.ts';
import { weightOf, type Fit } from './quote.ts';
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
  if (!best) return undefined;
  const range = rangeFrom(search, text, best.line);
  return range && { place: { path, ...range }, score: best.score, evidence: 'similar' };
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
  for (const [i, each] of parts.entries()) {
    const alike = similarityOf(each, text.index().partsAt(line + i));
    if (alike < leastLine) return undefined;
    const own = weightOf(each.parts.join(''));
    all += own + 1;
    got += (own + 1) * alike;
    weight += own * alike;
  }
  return { line, score: got / all, weight, same: 0, of: 0 };
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
  const around = [
    ...before.map((each, i) => [each, fit.line - before.length + i] as const),
    ...after.map((each, i) => [each, fit.line + parts.length + i] as const),
  ];
  if (around.length === 0) return fit;
  const alike = around.map(([each, at]) => similarityOf(each, text.index().partsAt(at)));
  const mean = alike.reduce((sum, each) => sum + each, 0) / alike.length;
  const same = alike.filter(each => each === 1).length;
  return { ...fit, score: (2 * fit.score + mean) / 3, same, of: around.length };
}
