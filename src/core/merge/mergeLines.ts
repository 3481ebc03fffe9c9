import { mergeRegions, type TextSides } from './mergeRegions.ts';

export interface MergedLines {
  /** Ours where both sides changed the same lines. */
  readonly text: string;
  readonly isClean: boolean;
}

/** Merges three texts line by line; the ends of lines are those of our side. */
export function mergeLines({ base, ours, theirs }: TextSides): MergedLines {
  const isWindows = ours.includes('\r\n');
  const unix = (text: string): string => text.replaceAll('\r\n', '\n');
  const regions = mergeRegions({ base: unix(base), ours: unix(ours), theirs: unix(theirs) });
  const lines = regions.flatMap(region => (region.kind === 'merged' ? region.lines : region.ours));
  const text = lines.join('');
  return {
    text: isWindows ? text.replaceAll('\n', '\r\n') : text,
    isClean: regions.every(({ kind }) => kind === 'merged'),
  };
}
