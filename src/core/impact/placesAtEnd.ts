import { createLineMap } from '../anchors/lineMap.ts';
import type { FileChange } from '../anchors/parsePatch.ts';
import type { CodePlaceNow, Resolution } from '../anchors/resolution.ts';

/**
 * Links with their places at the end of a change, which may not be the working tree.
 *
 * @param back from the working tree to that end; undefined where both are the same
 */
export function placesAtEnd<Link extends { readonly now: Resolution }>(
  links: readonly Link[],
  back: readonly FileChange[] | undefined,
): readonly Link[] {
  if (!back || back.length === 0) return links;
  const byPath = new Map(back.map(change => [change.oldPath, change]));
  return links.map(link => {
    const { place, guess } = link.now;
    const there = {
      place: place && placeAt(place, byPath),
      guess: guess && placeAt(guess, byPath),
    };
    return { ...link, now: { ...link.now, ...there } };
  });
}

function placeAt(
  place: CodePlaceNow,
  byPath: ReadonlyMap<string | undefined, FileChange>,
): CodePlaceNow | undefined {
  const change = byPath.get(place.path);
  if (!change) return place;
  if (change.newPath === undefined) return undefined;
  const { line, endLine } = place;
  if (line === undefined) return { ...place, path: change.newPath };
  const map = createLineMap(change.hunks);
  const at = map.toNew(line);
  if (at === undefined) return undefined;
  const last = endLine === undefined ? undefined : (map.toNew(endLine) ?? at + endLine - line);
  return { path: change.newPath, line: at, endLine: last };
}
