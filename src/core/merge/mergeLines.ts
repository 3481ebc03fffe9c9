import { diff3Merge } from 'node-diff3';

export interface TextSides {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface MergedLines {
  /** With their line ends; ours where both sides changed the same lines. */
  readonly lines: readonly string[];
  readonly isClean: boolean;
}

/** Merges three texts line by line; the ends of lines are those of our side. */
export function mergeLines({ base, ours, theirs }: TextSides): MergedLines {
  const eol = ours.includes('\r\n') ? '\r\n' : '\n';
  const regions = diff3Merge(linesOf(ours), linesOf(base), linesOf(theirs), {
    excludeFalseConflicts: true,
  });
  const lines: string[] = [];
  let isClean = true;
  for (const { ok, conflict } of regions) {
    if (conflict) isClean = false;
    for (const line of ok ?? conflict?.a ?? []) lines.push(line.replace('\n', eol));
  }
  return { lines, isClean };
}

/** Lines with their ends, whichever these are. */
function linesOf(text: string): string[] {
  return text.replaceAll('\r\n', '\n').match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
