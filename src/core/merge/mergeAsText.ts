import { mergeRegions, type TextSides } from './mergeRegions.ts';

/** Three texts merged by lines, with the marks of git around what both sides changed. */
export function mergeAsText(sides: TextSides): {
  readonly text: string;
  readonly isClean: boolean;
} {
  const regions = mergeRegions(sides);
  const ended = (lines: readonly string[]): string => lines.join('').replace(/([^\n])$/, '$1\n');
  const texts = regions.map(region =>
    region.kind === 'merged'
      ? region.lines.join('')
      : `<<<<<<< ours\n${ended(region.ours)}=======\n${ended(region.theirs)}>>>>>>> theirs\n`,
  );
  return { text: texts.join(''), isClean: regions.every(({ kind }) => kind === 'merged') };
}
