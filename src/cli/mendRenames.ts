import { followRenames } from '../core/commands/followRenames.ts';
import { joinTwins } from '../core/commands/joinTwins.ts';
import type { Problem } from '../core/model/problem.ts';
import { findFormerIdClashes } from '../core/store/checkFormerIds.ts';
import type { ProjectStore } from '../core/store/projectStore.ts';

export interface MendedRenames {
  /** Items that were one and are one again: the one that stayed, and the one that is in the trash. */
  readonly joined: readonly { readonly kept: string; readonly other: string }[];
  /** Items that named another by a former id. */
  readonly followed: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Brings together what renames on different branches have left: one item under two ids becomes one,
 * and whatever still names an item by a former id names it by its present one.
 *
 * @param textBefore what an item said where the branches parted, as far as git knows it
 */
export async function mendRenames(
  store: ProjectStore,
  textBefore: (id: string) => Promise<string | undefined>,
): Promise<MendedRenames> {
  const joined: { kept: string; other: string }[] = [];
  // Other processes of ours may have written, and so have we.
  let snapshot = await store.reload();
  const texts = new Map<string, string>();
  for (const { former } of findFormerIdClashes(snapshot.plan)) {
    const text = await textBefore(former);
    if (text !== undefined) texts.set(former, text);
  }
  for (;;) {
    const twins = joinTwins(snapshot, texts);
    if (!twins) break;
    const { kept, other, changes } = twins;
    const written = await store.apply(changes, `Join ${other} into ${kept}`, kept);
    if (!written.ok) return { joined, followed: [], problems: [written.error] };
    joined.push({ kept, other });
    snapshot = written.value;
  }
  const changes = followRenames(snapshot);
  if (changes.length === 0) return { joined, followed: [], problems: [] };
  const written = await store.apply(changes, 'Follow renamed items');
  if (!written.ok) return { joined, followed: [], problems: [written.error] };
  return { joined, followed: [...new Set(changes.map(({ id }) => id))], problems: [] };
}
