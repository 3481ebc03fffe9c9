import type { RangeChange } from '../core/impact/changeRange.ts';
import type { LinkNow } from '../core/impact/computeImpact.ts';
import { placesAtEnd } from '../core/impact/placesAtEnd.ts';
import { placesAtStart } from '../core/impact/placesAtStart.ts';
import type { Item } from '../core/model/plan.ts';
import { placeInside } from '../node/leadsOut.ts';
import type { CliContext } from './cliCommand.ts';
import { resolveLinks } from './resolveLinks.ts';

/** The links with their places at both ends of a change, which may not be the working tree. */
export async function linksAt(
  items: Iterable<Item>,
  change: RangeChange,
  ctx: CliContext,
): Promise<readonly LinkNow[]> {
  const links = throughLinks(await resolveLinks(items, ctx), ctx.workspace);
  return placesAtStart(placesAtEnd(links, change.back), change);
}

/** Git tells changes of files, and none of those that symbolic links name. */
function throughLinks(links: readonly LinkNow[], workspace: string): readonly LinkNow[] {
  const known = new Map<string, string>();
  const placeOf = (path: string): string => {
    const place = known.get(path) ?? placeInside(workspace, path) ?? path;
    known.set(path, place);
    return path.endsWith('/') && !place.endsWith('/') ? `${place}/` : place;
  };
  const through = <Place extends { readonly path: string }>(place: Place): Place => ({
    ...place,
    path: placeOf(place.path),
  });
  return links.map(link => {
    const { place, guess, ...now } = link.now;
    const there = { place: place && through(place), guess: guess && through(guess) };
    return { ...link, anchor: through(link.anchor), now: { ...now, ...there } };
  });
}
