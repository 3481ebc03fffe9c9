import { fitAt, standsAt } from './quote.ts';
import type { Found, Search } from './search.ts';
import { findSymbols } from './symbols.ts';

/** The declaration of that name, when there is one alone; within it, the quote when it stands once. */
export function findBySymbol({ anchor, text, path, quote }: Search): Found | undefined {
  if (anchor.symbol === undefined || !text) return undefined;
  const [symbol, another] = findSymbols(text).filter(each => each.path === anchor.symbol);
  if (!symbol || another) return undefined;
  const whole = { path, line: symbol.line, endLine: symbol.endLine };
  if (!quote) return { place: whole, score: 1, evidence: 'symbol' };
  const places = text
    .placesOf(quote.lines[0] ?? '')
    .filter(line => line >= symbol.line && line <= symbol.endLine && standsAt(text, quote, line));
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

/** True when the quote begins with the declaration itself, and so the anchor means all of it. */
function isAboutWhole(symbol: string, line: string): boolean {
  const name = symbol.slice(symbol.lastIndexOf('.') + 1);
  return line.split(/[^\p{L}\p{N}_$#]+/u).includes(name);
}
