import { similarPlaces } from './findSimilar.ts';
import type { Fit } from './quote.ts';
import type { Resolution } from './resolution.ts';
import type { Search } from './search.ts';

/** Of another file so much must be alike to be shown at all. */
const leastAlike = 0.6;

/**
 * The most similar place in files that git does not hold yet, for an anchor whose file is gone: whoever
 * moved and changed it told nobody.
 */
export function guessElsewhere(search: Search): Resolution | undefined {
  const { anchor, quote, code, since } = search;
  if (!quote || !since || since.path !== undefined) return undefined;
  let best: { readonly path: string; readonly fit: Fit } | undefined;
  for (const path of code.newPaths()) {
    const text = code.text(path);
    for (const fit of similarPlaces({ anchor, quote, since: undefined, text })) {
      if (fit.score >= (best?.fit.score ?? leastAlike)) best = { path, fit };
    }
  }
  if (!best) return undefined;
  const { path, fit } = best;
  const length = (anchor.endLine ?? anchor.line ?? 1) - (anchor.line ?? 1);
  const guess = { path, line: fit.line, endLine: fit.line + length };
  return { state: 'drifted', place: undefined, score: fit.score, evidence: 'none', guess };
}
