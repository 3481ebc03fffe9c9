import type { Anchor } from '../model/anchor.ts';
import type { ChangesSince, CodePast } from './codePast.ts';
import { tellingLine } from './findByQuote.ts';
import { isTelling, quoteOf } from './quote.ts';
import { comparableLine, type SourceText } from './sourceText.ts';

/** So many files that git does not hold are looked through for text that moved. */
export const mostNewFiles = 500;

/** The files in which each line came since a commit. */
export type Arrivals = ReadonlyMap<string, ReadonlySet<string>>;

/** Where lines came that are missing where they were. */
export interface FoundArrivals {
  /** By commit. */
  readonly arrivals: ReadonlyMap<string, Arrivals>;
  /** All that changed since each of those commits. */
  readonly changes: ReadonlyMap<string, ChangesSince>;
  readonly newFiles: readonly string[];
}

/**
 * Looks for the lines of anchors among all lines that came since their commits. Only commits with a
 * line that stands anywhere today cost a comparison.
 */
export async function findArrivals(
  missing: readonly Anchor[],
  past: CodePast,
  read: (paths: readonly string[]) => Promise<(path: string) => SourceText | undefined>,
): Promise<FoundArrivals> {
  const wanted = await wantedLines(missing, past);
  const changes = new Map<string, ChangesSince>();
  if (wanted.size === 0) return { arrivals: wanted, changes, newFiles: [] };
  await Promise.all(
    [...wanted].map(async ([commit, lines]) => {
      const note = (line: string, path: string): void => {
        lines.get(comparableLine(line))?.add(path);
      };
      changes.set(commit, await past.readChanges(commit, undefined, note));
    }),
  );
  const newFiles = (await past.newFiles()).slice(0, mostNewFiles);
  const textOf = await read(newFiles);
  for (const path of newFiles) {
    const text = textOf(path);
    if (!text) continue;
    for (const lines of wanted.values()) {
      for (const [line, files] of lines) if (text.placesOf(line).length > 0) files.add(path);
    }
  }
  return { arrivals: wanted, changes, newFiles };
}

/** By commit the lines that are looked for, of those that stand somewhere. */
async function wantedLines(
  missing: readonly Anchor[],
  past: CodePast,
): Promise<ReadonlyMap<string, Map<string, Set<string>>>> {
  const asked = missing.flatMap(anchor => {
    const quote = quoteOf(anchor);
    const { commit } = anchor;
    // Text that says little is found anywhere.
    if (!quote || commit === undefined || !isTelling(quote)) return [];
    return [{ commit, line: quote.lines[tellingLine(quote)] ?? '' }];
  });
  if (asked.length === 0) return new Map();
  const standing = await past.findStanding([...new Set(asked.map(({ line }) => line))]);
  const wanted = new Map<string, Map<string, Set<string>>>();
  for (const { commit, line } of asked) {
    if (!standing.has(line)) continue;
    const lines = wanted.get(commit) ?? new Map<string, Set<string>>();
    wanted.set(commit, lines.set(line, new Set()));
  }
  return wanted;
}
