import { clearBest } from './findByQuote.ts';
import { weightOf, type Fit } from './quote.ts';
import type { Found, Search } from './search.ts';
import { isSameButBlanks, similarityOf } from './similarity.ts';
import type { SourceText } from './sourceText.ts';

/** A line that is less alike than this is another one. */
const leastLine = 0.6;

/**
 * A quote of several lines whose words were changed a little, or any quote that was only indented
 * anew. A single line with other words is left to a person: its text is gone.
 */
export function findSimilar(search: Search): Found | undefined {
  const { anchor, quote, text, path } = search;
  if (!quote || !text) return undefined;
  const fits = similarPlaces(search, text).filter(
    ({ line }) => quote.lines.length > 1 || isIndentedAnew(quote.lines, text, line),
  );
  const best = clearBest(fits);
  if (!best) return undefined;
  const { line = best.line, endLine = line } = anchor;
  return {
    place: { path, line: best.line, endLine: best.line + endLine - line },
    score: best.score,
    evidence: 'similar',
  };
}

function isIndentedAnew(lines: readonly string[], text: SourceText, at: number): boolean {
  return lines.every((line, i) => isSameButBlanks(line, text.lineAt(at + i) ?? ''));
}

/** So many lines are compared at most; beyond, only those around the recorded line. */
const mostLines = 4000;

/** Places where every line of the quote is alike, among lines that came since the recorded commit. */
export function similarPlaces({ quote, since, anchor }: Search, text: SourceText): readonly Fit[] {
  if (!quote) return [];
  const fits: Fit[] = [];
  const near = (anchor.line ?? 1) - mostLines / 2;
  const first = text.lines.length > mostLines ? Math.max(1, near) : 1;
  const last = Math.min(text.lines.length, first + mostLines);
  for (let line = first; line <= last; line++) {
    if (since && !since.lines.isAdded(line)) continue;
    if (similarityOf(quote.lines[0] ?? '', text.lineAt(line) ?? '') < leastLine) continue;
    const fit = similarFit({ lines: quote.lines, text, line });
    if (fit) fits.push(withSurroundings(fit, quote, text));
  }
  return fits;
}

function similarFit({
  lines,
  text,
  line,
}: {
  readonly lines: readonly string[];
  readonly text: SourceText;
  readonly line: number;
}): Fit | undefined {
  let all = 0;
  let got = 0;
  let weight = 0;
  for (const [i, each] of lines.entries()) {
    const alike = similarityOf(each, text.lineAt(line + i) ?? '');
    if (alike < leastLine) return undefined;
    const worth = weightOf(each) + 1;
    all += worth;
    got += worth * alike;
    weight += weightOf(each) * alike;
  }
  return { line, score: got / all, weight, same: 0, of: 0 };
}

/** Surroundings count as far as they are alike, at half of the weight of the quote itself. */
function withSurroundings(
  fit: Fit,
  quote: {
    readonly lines: readonly string[];
    readonly before: readonly string[];
    readonly after: readonly string[];
  },
  text: SourceText,
): Fit {
  const around = [
    ...quote.before.map((each, i) => [each, fit.line - quote.before.length + i] as const),
    ...quote.after.map((each, i) => [each, fit.line + quote.lines.length + i] as const),
  ];
  if (around.length === 0) return fit;
  const alike = around.map(([each, at]) => similarityOf(each, text.lineAt(at) ?? ''));
  const mean = alike.reduce((sum, each) => sum + each, 0) / alike.length;
  const same = alike.filter(each => each === 1).length;
  return { ...fit, score: (2 * fit.score + mean) / 3, same, of: around.length };
}
