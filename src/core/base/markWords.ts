/** A piece of a text, with the meaning of the word that it is; undefined for ordinary text. */
export interface MarkedText {
  readonly text: string;
  readonly meaning: string | undefined;
}

/**
 * Finds the words of a glossary in a text: each where it stands first, in any case, and whole or with
 * the ending of a plural. Pieces in their order give the text back.
 */
export function markWords(
  text: string,
  glossary: readonly (readonly [string, string])[],
): readonly MarkedText[] {
  const lower = text.toLowerCase();
  const found = glossary
    .map(([word, meaning]) => ({ at: findWord(lower, word.toLowerCase()), word, meaning }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.word.length - a.word.length);
  const pieces: MarkedText[] = [];
  let from = 0;
  for (const { at, word, meaning } of found) {
    if (at < from) continue;
    if (at > from) pieces.push({ text: text.slice(from, at), meaning: undefined });
    from = at + word.length + (lower[at + word.length] === 's' ? 1 : 0);
    pieces.push({ text: text.slice(at, from), meaning });
  }
  if (from < text.length) pieces.push({ text: text.slice(from), meaning: undefined });
  return pieces;
}

function findWord(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length + (text[at + word.length] === 's' ? 1 : 0);
    if (!isLetter(text[at - 1]) && !isLetter(text[end])) return at;
  }
  return -1;
}

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /\p{L}/u.test(sign);
}
