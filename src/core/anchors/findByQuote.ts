import { asFoundRange, rangeFrom } from './findRange.ts';
import { fitAt, isTelling, standsAt, surroundingLines, type Fit, type Quote } from './quote.ts';
import type { Found, Search } from './search.ts';
import type { LineMap } from './lineMap.ts';
import type { SourceText } from './sourceText.ts';

/** Less of the text than this is not the same place, however alone it stands. */
const leastScore = 0.7;

/** So much better than the next one the best place must fit. */
const margin = 0.2;

/** Text of less weight is found in many places by chance. */
const leastWeight = 20;

/** So many lines around a quote are written down. */
const wholeSurroundings = 2 * surroundingLines;

/** The same words among the same neighbours, in the file where they were, at one place only. */
export function findByQuote(search: Search): Found | undefined {
  const { anchor, quote, text, path, since } = search;
  if (!quote || !text) return undefined;
  const fits = fitsIn(text, quote, since?.lines);
  const best = clearBest(fits);
  // Where nothing is known of the past, a twin of the text is told from it by what stands around.
  if (best && !since && !best.isAmongItsOwn) return undefined;
  // A bracket among brackets is found where no history contradicts, if all around it is the same.
  const isWhole = best?.score === 1 && best.same === wholeSurroundings && !since;
  if (best && (isTelling(quote) || isWhole)) return foundAt(search, path, best);
  // Without any history the recorded line speaks for one of several equal places.
  const here = since ? undefined : fits.find(fit => fit.line === anchor.line);
  const isAllThereIs = here?.of === 0 && text.lines.length === quote.lines.length;
  if (here?.score !== 1 || (here.same === 0 && !isAllThereIs)) return undefined;
  return foundAt(search, path, { ...here, score: 0.9 });
}

/** Undefined when the quote stands there and most of its range does not. */
export function foundAt(search: Search, path: string, fit: Fit): Found | undefined {
  const text = search.code.text(path);
  const range = text && rangeFrom(search, text, fit.line);
  if (!range) return undefined;
  const evidence = path === search.anchor.path ? 'quote' : 'elsewhere';
  return asFoundRange(range, { path, score: fit.score, evidence });
}

/**
 * Where the quote stands in a text. Lines that stood there at the recorded commit are somebody
 * else's: what was taken out somewhere can only be where lines came.
 */
export function fitsIn(text: SourceText, quote: Quote, lines: LineMap | undefined): readonly Fit[] {
  const anchorLine = tellingLine(quote);
  const places = text.placesOf(quote.lines[anchorLine] ?? '');
  return places.flatMap(place => {
    const line = place - anchorLine;
    const isFree = lines === undefined || lines.isAdded(place);
    return isFree && standsAt(text, quote, line) ? [fitAt(text, quote, line)] : [];
  });
}

/** The place of the longest line of a quote: the rarest, most likely. */
export function tellingLine({ lines }: Quote): number {
  let best = 0;
  for (const [i, line] of lines.entries()) {
    if (line.length > (lines[best]?.length ?? 0)) best = i;
  }
  return best;
}

/** The best place, when it is good, and no other is nearly as good. */
export function clearBest(fits: readonly Fit[]): Fit | undefined {
  const [best, second] = [...fits].sort((a, b) => b.score - a.score || a.line - b.line);
  if (!best || best.score < leastScore || best.weight < leastWeight) return undefined;
  if (best.of > 0 && best.same === 0) return undefined;
  return second && best.score - second.score < margin ? undefined : best;
}
