import type { Resolution } from '../core/anchors/resolution.ts';
import { resolveAnchors } from '../core/anchors/resolveAnchors.ts';
import { anchorsOf } from '../core/commands/anchorsOf.ts';
import { leadsOutside } from '../core/format/readAnchor.ts';
import type { Anchor } from '../core/model/anchor.ts';
import type { Item } from '../core/model/plan.ts';
import type { CliContext } from './cliCommand.ts';
import { createDiskCode } from './diskCode.ts';
import { openRepository } from './gitAccess.ts';

/** A link of an item to code, and where that is now. */
export interface CodeLink {
  readonly item: Item;
  /** Its place among the links of the item. */
  readonly place: number;
  readonly anchor: Anchor;
  readonly now: Resolution;
}

/** All links of some items. What leads out of the workspace folder is left out: it is told elsewhere. */
export async function resolveLinks(
  items: Iterable<Item>,
  ctx: CliContext,
): Promise<readonly CodeLink[]> {
  const links = [...items].flatMap(item =>
    (anchorsOf(item) ?? []).flatMap((anchor, place) =>
      leadsOutside(anchor.path) ? [] : [{ item, place, anchor }],
    ),
  );
  if (links.length === 0) return [];
  const anchors = links.map(({ anchor }) => anchor);
  const code = createDiskCode(ctx.workspace);
  const there = await Promise.all(anchors.map(({ path }) => code.exists(path)));
  // Of what has no recorded commit git tells whether it is only not checked out here.
  const isPast = anchors.some(({ commit }, i) => commit !== undefined || !there[i]);
  const repository = isPast ? await openRepository(ctx) : undefined;
  const found = await resolveAnchors(anchors, code, repository?.codePast());
  return links.flatMap((link, i) => {
    const now = found[i];
    return now ? [{ ...link, now }] : [];
  });
}
