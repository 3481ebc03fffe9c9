import type { ItemQuery } from '../../src/core/views/itemQuery.ts';

/** By this name the stylesheet knows what is marked. */
const highlightName = 'gantt-match';

/** The words that a query looks for: what can be marked where it stands. */
export function wordsOf(query: ItemQuery): readonly string[] {
  return query.flatMap(({ isNot, test }) => (test.kind === 'word' && !isNot ? [test.word] : []));
}

/** Where the words stand in a text, in any case: from and to, one after another for each word. */
export function placesOf(
  text: string,
  words: readonly string[],
): readonly (readonly [from: number, to: number])[] {
  const lower = text.toLowerCase();
  // Few letters grow when they are made small; then no place in one is a place in the other.
  if (lower.length !== text.length) return [];
  return words.flatMap(word => {
    const places: (readonly [number, number])[] = [];
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
      places.push([at, at + word.length]);
    }
    return places;
  });
}

/** Marks the words in texts of the page, and nothing else any more. The page itself stays as it is. */
export function markWords(texts: () => readonly Node[], words: readonly string[]): void {
  if (words.length === 0) {
    if (CSS.highlights.has(highlightName)) CSS.highlights.delete(highlightName);
    return;
  }
  const ranges = texts().flatMap(node =>
    placesOf(node.nodeValue ?? '', words).map(([from, to]) => {
      const range = new Range();
      range.setStart(node, from);
      range.setEnd(node, to);
      return range;
    }),
  );
  CSS.highlights.set(highlightName, new Highlight(...ranges));
}
