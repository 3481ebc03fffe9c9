import { ok } from '../core/base/result.ts';
import {
  nameAgain,
  planNamesAgain,
  unnamedProblem,
  type NamingAgain,
} from '../core/commands/nameAgain.ts';
import type { Problem } from '../core/model/problem.ts';
import type { PartedPlan } from '../core/store/partedPlan.ts';
import type { ProjectStore } from '../core/store/projectStore.ts';
import type { GitRepository } from '../git/gitRepository.ts';
import { openRepository } from './gitAccess.ts';
import type { CliContext } from './cliCommand.ts';
import { mendRenames, type MendedRenames } from './mendRenames.ts';
import type { ReadPlan } from './openPlan.ts';

export interface MendedNames {
  /** Items that one side of a merge kept, and what names them again. */
  readonly again: readonly { readonly id: string; readonly by: readonly string[] }[];
  readonly problems: readonly Problem[];
}

/** What merges left undone between files: items with two ids, and items that are named no more. */
export async function mendReferences(
  store: ProjectStore,
  repository: GitRepository | undefined,
  folder: string,
): Promise<{ readonly renames: MendedRenames; readonly names: MendedNames }> {
  const renames = await mendRenames(
    store,
    async id => await repository?.merges(folder).textBefore(id),
  );
  const parted = (await repository?.planVersions(folder).parted()) ?? [];
  return { renames, names: await mendNames(store, parted) };
}

/** Lets what named an item name it again, where a merge kept the item that one side had taken out. */
async function mendNames(store: ProjectStore, parted: readonly PartedPlan[]): Promise<MendedNames> {
  if (parted.length === 0) return { again: [], problems: [] };
  let naming: NamingAgain = { places: [], remarks: [] };
  const done = await store.edit(snapshot => {
    const planned = planNamesAgain(snapshot, parted);
    naming = planned;
    return ok(planned);
  });
  if (!done.ok) return { again: [], problems: [done.error] };
  const by = new Map<string, Set<string>>();
  for (const { named, reference } of naming.places) {
    by.set(named, (by.get(named) ?? new Set()).add(reference.id));
  }
  const again = [...by].map(([id, holders]) => ({ id, by: [...holders] }));
  return { again, problems: naming.remarks };
}

/** What does not name an item any more that a merge has kept. */
export async function findUnnamed(read: ReadPlan, ctx: CliContext): Promise<readonly Problem[]> {
  const repository = await openRepository(ctx);
  const parted = (await repository?.planVersions(read.folder).parted()) ?? [];
  const { places } = nameAgain(read.snapshot, parted);
  return places.map(place => unnamedProblem(place, read.snapshot));
}
