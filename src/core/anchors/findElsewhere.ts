import { clearBest, fitsIn, foundAt, tellingLine } from './findByQuote.ts';
import { isTelling, type Fit, type Quote } from './quote.ts';
import type { Found, Search } from './search.ts';

/** Text that is looked for in all files must say more than within one. */
const leastWeight = 40;

/** And bring more of its neighbours along. */
const leastSame = 2;
const leastScore = 0.85;

/** What came in its own file and is so much alike may be the code itself, and the other one its copy. */
const leastOwn = 0.6;

/** The same words in another file: lines that were taken out here and came there. */
export function findElsewhere(search: Search): Found | undefined {
  const { anchor, quote, code, path } = search;
  if (!quote || !isTelling(quote) || mayStandHere(search, quote)) return undefined;
  const fits: { readonly path: string; readonly fit: Fit }[] = [];
  for (const other of code.filesWith(anchor.commit, quote.lines[tellingLine(quote)] ?? '')) {
    const text = other === path ? undefined : code.text(other);
    if (!text) continue;
    const lines = anchor.commit === undefined ? undefined : code.linesSince(anchor.commit, other);
    for (const fit of fitsIn(text, quote, lines)) fits.push({ path: other, fit });
  }
  const best = clearBest(fits.map(({ fit }) => fit));
  const found = fits.find(({ fit }) => fit === best);
  if (!best || !found || best.score < leastScore) return undefined;
  if (best.weight < leastWeight || best.same < leastSame) return undefined;
  return foundAt(search, found.path, best);
}

/** True where the same line, or one like it, came anew in the file that is linked. */
function mayStandHere({ text, since, similar }: Search, quote: Quote): boolean {
  if (!text) return false;
  const isNew = (line: number): boolean => !since || since.lines.isAdded(line);
  const telling = quote.lines[tellingLine(quote)] ?? '';
  return text.placesOf(telling).some(isNew) || similar().some(({ score }) => score >= leastOwn);
}
