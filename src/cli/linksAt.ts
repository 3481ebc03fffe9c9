import type { RangeChange } from '../core/impact/changeRange.ts';
import { placesAtEnd } from '../core/impact/placesAtEnd.ts';
import type { Item } from '../core/model/plan.ts';
import type { CliContext } from './cliCommand.ts';
import { resolveLinks, type CodeLink } from './resolveLinks.ts';

/** The links with their places at the end of a change, which may not be the working tree. */
export async function linksAt(
  items: Iterable<Item>,
  { back }: RangeChange,
  ctx: CliContext,
): Promise<readonly CodeLink[]> {
  return placesAtEnd(await resolveLinks(items, ctx), back);
}
