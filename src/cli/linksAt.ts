import type { RangeChange } from '../core/impact/changeRange.ts';
import type { LinkNow } from '../core/impact/computeImpact.ts';
import { placesAtEnd } from '../core/impact/placesAtEnd.ts';
import { placesAtStart } from '../core/impact/placesAtStart.ts';
import { throughLinks } from '../core/impact/throughLinks.ts';
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
  const links = await throughLinks(await resolveLinks(items, ctx), path =>
    placeInside(ctx.workspace, path),
  );
  return placesAtStart(placesAtEnd(links, change.back), change);
}
