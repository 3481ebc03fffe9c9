/** So long the words of a title may be in the name of a branch. */
const longestWords = 48;

/** The name of the branch for the work on an item: `t-7kq3-write-the-parser`. */
export function branchNameFor(id: string, title: string): string {
  const plain = title.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = plain.replaceAll(/[^a-z0-9]+/g, '-').slice(0, longestWords);
  return `${id.toLowerCase()}-${words}`.replaceAll(/-+/g, '-').replace(/-$/, '');
}

/** A message with a trailer that names an item; as it was where it names it already. */
export function withTrailer(message: string, id: string): string {
  const trailer = `Task: ${id}`;
  const lines = message.trimEnd().split('\n');
  if (lines.includes(trailer)) return message;
  const hasTrailers = /^[A-Z][\w-]*: \S/.test(lines.at(-1) ?? '') && lines.length > 2;
  const gap = hasTrailers ? '\n' : '\n\n';
  return `${lines.join('\n')}${gap}${trailer}`;
}
