import type { ChangesSince } from '../anchors/codePast.ts';
import type { FileSince } from '../anchors/codeNow.ts';
import type { FileChange } from '../anchors/parsePatch.ts';
import type { CodePlaceNow, Resolution } from '../anchors/resolution.ts';
import type { Anchor } from '../model/anchor.ts';
import type { RangeChange } from './changeRange.ts';

/** Where linked lines were when a change began; `gone` when they were not there any more, or not yet. */
export type PlaceAtStart = CodePlaceNow | 'gone' | undefined;

interface Link {
  readonly anchor: Anchor;
  readonly now: Resolution;
}

/**
 * Links with their places at the start of a change, as far as git knows the commits that were recorded.
 * Only those are looked for whose files the change touches.
 *
 * @param links with their places at its end
 */
export async function placesAtStart<Each extends Link>(
  links: readonly Each[],
  { files, since }: Pick<RangeChange, 'files' | 'since'>,
): Promise<readonly (Each & { readonly atStart?: PlaceAtStart })[]> {
  const byOld = new Map(files.map(file => [file.oldPath, file]));
  const byNew = new Map(files.map(file => [file.newPath, file]));
  const asked = new Map<Link, string>();
  const paths = new Set<string>();
  for (const link of links) {
    const { commit, line, path } = link.anchor;
    if (commit === undefined || line === undefined) continue;
    const touching = touchingFiles(link, byOld, byNew);
    if (touching.length === 0) continue;
    asked.set(link, commit);
    for (const each of [path, ...touching.map(file => file.oldPath)]) if (each) paths.add(each);
  }
  if (asked.size === 0 || !since) return links;
  const changes = await since([...new Set(asked.values())], [...paths]);
  return links.map(link => {
    const found = changes.get(asked.get(link) ?? '');
    return found ? { ...link, atStart: placeAtStart(link.anchor, found) } : link;
  });
}

function touchingFiles(
  { anchor, now }: Link,
  byOld: ReadonlyMap<string | undefined, FileChange>,
  byNew: ReadonlyMap<string | undefined, FileChange>,
): readonly FileChange[] {
  const at = now.place ?? now.guess;
  const found = [byNew.get(at?.path ?? anchor.path), byOld.get(anchor.path)];
  return found.filter(each => each !== undefined);
}

function placeAtStart(anchor: Anchor, changes: ChangesSince): PlaceAtStart {
  const since = changes.since(anchor.path);
  // Bytes that nobody compares by lines tell nothing.
  if (!since) return undefined;
  return since.path === undefined ? 'gone' : linesAtStart(anchor, { ...since, path: since.path });
}

/** Of a range of which less than half was there, nobody knew the place even then. */
function linesAtStart(
  { line = 1, endLine = line }: Anchor,
  { path, lines }: FileSince & { readonly path: string },
): PlaceAtStart {
  const kept: number[] = [];
  for (let at = line; at <= endLine; at++) {
    const then = lines.toNew(at);
    if (then !== undefined) kept.push(then);
  }
  if (kept.length * 2 < endLine - line + 1) return 'gone';
  const first = lines.toNew(line) ?? replacing(lines, line) ?? Math.min(...kept);
  const last = lines.toNew(endLine) ?? replacing(lines, endLine) ?? Math.max(...kept);
  return { path, line: first, endLine: last };
}

/** The line that was written in the place of another one, where as many came as went. */
function replacing(lines: FileSince['lines'], line: number): number | undefined {
  const hunk = lines.hunkAt(line);
  if (!hunk || hunk.oldCount !== hunk.newCount) return undefined;
  return line - hunk.oldStart + hunk.newStart;
}
