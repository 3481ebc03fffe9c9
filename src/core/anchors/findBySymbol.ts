import { fitAt, standsAt } from './quote.ts';
import type { Found, Search } from './search.ts';
import { findSymbols } from './symbols.ts';

/** The declaration of that name, when there is one alone; within it, the quote when it stands once. */
export function findBySymbol(search: Search): Found | undefined {
  const { anchor, text, path, quote } = search;
  if (anchor.symbol === undefined || !text) return undefined;
  const [symbol, another] = findSymbols(text).filter(each => each.path === anchor.symbol);
  if (!symbol || another) return undefined;
  const whole = { path, line: symbol.line, endLine: symbol.endLine };
  if (!quote) return { place: whole, score: 1, evidence: 'symbol' };
  const places = text
    .placesOf(quote.lines[0] ?? '')
    .filter(line => line >= symbol.line && line <= symbol.endLine && standsAt(text, quote, line))
    .filter(line => mayBeNew(search, line));
  const [line, other] = places;
  if (line !== undefined && other === undefined) {
    const length = (anchor.endLine ?? anchor.line ?? line) - (anchor.line ?? line);
    const score = 0.7 + 0.3 * fitAt(text, quote, line).score;
    return { place: { path, line, endLine: line + length }, score, evidence: 'symbol' };
  }
  return isAboutWhole(anchor.symbol, quote.lines[0] ?? '')
    ? { place: whole, score: 0.7, evidence: 'symbol' }
    : undefined;
}

/** A line that was there before is another one, where it is known which line was meant. */
function mayBeNew({ anchor, since, path }: Search, line: number): boolean {
  return anchor.line === undefined || since?.path !== path || since.lines.isAdded(line);
}

/** True when the quote begins with the declaration itself, and so the anchor means all of it. */
function isAboutWhole(symbol: string, line: string): boolean {
  const name = symbol.slice(symbol.lastIndexOf('.') + 1);
  return line.split(/[^\p{L}\p{N}_$#]+/u).includes(name);
}
