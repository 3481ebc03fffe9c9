import type { TextSides } from './mergeRegions.ts';
import { linesOf } from './textLines.ts';

const marks = { ours: '<<<<<<<', base: '|||||||', theirs: '=======', end: '>>>>>>>' } as const;

export interface MarkedSides extends TextSides {
  /** True where git wrote the ancestor of all that differs into the marks. */
  readonly isBaseWritten: boolean;
}

type Part = 'both' | 'ours' | 'base' | 'theirs';

/**
 * The versions that a text with git's marks was made of. What stands outside of the marks is in all
 * of them; the ancestor has no more than that where git did not write it down. Undefined where the
 * marks do not belong together.
 */
export function splitConflict(text: string): MarkedSides | undefined {
  const sides = { base: [] as string[], ours: [] as string[], theirs: [] as string[] };
  let part: Part = 'both';
  const counts = { both: 0, base: 0, ours: 0, theirs: 0 };
  for (const line of linesOf(text)) {
    const next = partAfter(line, part);
    if (next === 'wrong') return undefined;
    if (next !== undefined) {
      counts[next] += 1;
      part = next;
    } else if (part === 'both') {
      for (const side of Object.values(sides)) side.push(line);
    } else sides[part].push(line);
  }
  if (part !== 'both' || counts.both === 0) return undefined;
  return {
    base: sides.base.join(''),
    ours: sides.ours.join(''),
    theirs: sides.theirs.join(''),
    isBaseWritten: counts.base === counts.both,
  };
}

/** What a mark begins; undefined for a line that is none here. */
function partAfter(line: string, part: Part): Part | 'wrong' | undefined {
  const text = line.replace(/^\uFEFF/, '').trimEnd();
  const isMark = (mark: string): boolean => text === mark || text.startsWith(`${mark} `);
  if (isMark(marks.ours)) return part === 'both' ? 'ours' : 'wrong';
  if (isMark(marks.base) && part === 'ours') return 'base';
  if (text === marks.theirs && (part === 'ours' || part === 'base')) return 'theirs';
  if (isMark(marks.end)) return part === 'theirs' ? 'both' : 'wrong';
  return undefined;
}
