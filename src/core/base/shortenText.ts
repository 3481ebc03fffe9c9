/** An accent, or what binds two signs to one: it belongs to the character before it. */
const joinsPattern = /[\p{M}\u200d]/u;

/** The beginning of a text that would burst its place, ending in dots; no character is cut in two. */
export function shortenText(text: string, most: number): string {
  if (text.length <= most) return text;
  // Of a text of any length, no more is looked at than can be shown: a character is two units at most.
  const characters = Array.from(text.slice(0, 2 * most));
  let end = Math.min(most - 1, characters.length);
  while (end > 1 && joinsPattern.test(characters[end] ?? '')) end -= 1;
  return `${characters.slice(0, end).join('').trimEnd()}…`;
}
