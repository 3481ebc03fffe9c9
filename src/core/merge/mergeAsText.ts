import { diff3Merge } from 'node-diff3';
import type { TextSides } from './mergeLines.ts';

/** Three texts merged by lines, with the marks of git around what both sides changed. */
export function mergeAsText({ base, ours, theirs }: TextSides): {
  readonly text: string;
  readonly isClean: boolean;
} {
  const split = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const regions = diff3Merge(split(ours), split(base), split(theirs), {
    excludeFalseConflicts: true,
  });
  const isClean = regions.every(({ conflict }) => conflict === undefined);
  const ended = (lines: readonly string[]): string => lines.join('').replace(/([^\n])$/, '$1\n');
  const texts = regions.map(({ ok, conflict }) =>
    conflict
      ? `<<<<<<< ours\n${ended(conflict.a)}=======\n${ended(conflict.b)}>>>>>>> theirs\n`
      : (ok ?? []).join(''),
  );
  return { text: texts.join(''), isClean };
}
