import { createLineMap } from '../core/anchors/lineMap.ts';
import type { CodePlaceNow } from '../core/anchors/resolution.ts';
import type { FileChange } from '../core/anchors/parsePatch.ts';
import type { Item } from '../core/model/plan.ts';
import type { RangeChange } from '../git/changeRange.ts';
import type { CliContext } from './cliCommand.ts';
import { resolveLinks, type CodeLink } from './resolveLinks.ts';

/** The links with their places at the end of a change, which may not be the working tree. */
export async function linksAt(
  items: Iterable<Item>,
  { back }: RangeChange,
  ctx: CliContext,
): Promise<readonly CodeLink[]> {
  const links = await resolveLinks(items, ctx);
  if (!back || back.length === 0) return links;
  const byPath = new Map(back.map(change => [change.oldPath, change]));
  return links.map(link => {
    const place = link.now.place && placeAt(link.now.place, byPath);
    return { ...link, now: { ...link.now, place } };
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
