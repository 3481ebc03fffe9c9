import { guessElsewhere } from './guessElsewhere.ts';
import type { Resolution } from './resolution.ts';
import type { Search } from './search.ts';
import { fitAt } from './quote.ts';

/** A place that is less alike is not shown: it would only lead astray. */
const leastGuess = 0.3;

/** What is said of an anchor that nothing is certain of. */
export function findGuess(search: Search): Resolution {
  const { anchor, text, path, quote, since } = search;
  const nothing = { place: undefined, evidence: 'none', guess: undefined } as const;
  if (!text) return guessElsewhere(search) ?? { ...nothing, state: 'lost', score: 0 };
  const isBare = !quote && since === undefined && anchor.line !== undefined;
  if (isBare) return resolveBare(search, text.lines.length);
  const length = (anchor.endLine ?? anchor.line ?? 1) - (anchor.line ?? 1);
  const fits = [
    ...search.similar(),
    ...(quote ? text.placesOf(quote.lines[0] ?? '').map(line => fitAt(text, quote, line)) : []),
  ];
  const best = fits.reduce<(typeof fits)[number] | undefined>(
    (most, each) => (most === undefined || each.score > most.score ? each : most),
    undefined,
  );
  if (best && best.score >= leastGuess) {
    const guess = { path, line: best.line, endLine: best.line + length };
    return { ...nothing, state: 'drifted', score: best.score, guess };
  }
  // All that it said is gone, and what stands in its place says something else.
  if (search.said && since) return { ...nothing, state: 'lost', score: 0 };
  const hunk = anchor.line === undefined ? undefined : since?.lines.hunkAt(anchor.line);
  if (hunk && hunk.newCount === 0) return { ...nothing, state: 'lost', score: 0 };
  const line = hunk?.newStart ?? Math.min(anchor.line ?? 1, Math.max(1, text.lines.length));
  const guess = { path, line, endLine: Math.min(line + length, Math.max(line, text.lines.length)) };
  return { ...nothing, state: 'drifted', score: 0, guess };
}

/** A line that was noted without its text or commit: nobody can tell whether it is still the same. */
function resolveBare({ anchor, path }: Search, count: number): Resolution {
  const { line = 1, endLine = line } = anchor;
  if (endLine > count) {
    return { state: 'drifted', place: undefined, score: 0, evidence: 'none', guess: undefined };
  }
  const place = { path, line, endLine };
  return { state: 'fresh', place, score: 0.5, evidence: 'line', guess: undefined };
}
