import { afterColon, lineStart } from './splice.ts';
import type { YamlEntry } from './yamlNode.ts';

type EntryKey = Pick<YamlEntry, 'keyStart' | 'keyEnd'>;

/** In UTF-16 code units; a question mark farther from its key is not looked for. */
const farthestMark = 200;

/** Where an entry begins: its key, or the question mark before it (`? key`). */
export function entryStart(text: string, { keyStart }: EntryKey): number {
  const from = Math.max(lineStart(text, keyStart), keyStart - farthestMark);
  // A tag or an anchor may stand between the two.
  const before = /^(.*?)(?:\s+[!&]\S*)*\s*$/.exec(text.slice(from, keyStart))?.[1] ?? '';
  return /(?:^|[\s{[,-])\?$/.test(before) ? from + before.length - 1 : keyStart;
}

/** The offset behind the colon of an entry; undefined when it has none. */
export function entryColon(text: string, entry: EntryKey): number | undefined {
  if (entryStart(text, entry) === entry.keyStart) return afterColon(text, entry.keyEnd);
  // The colon of a key with a question mark stands on a line of its own, maybe behind comments.
  const between = /^(?:\s|#.*)*/.exec(text.slice(entry.keyEnd))?.[0] ?? '';
  return afterColon(text, entry.keyEnd + between.length);
}
