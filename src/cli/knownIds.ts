import type { Snapshot } from '../core/store/snapshot.ts';
import type { CliContext } from './cliCommand.ts';
import { openRepository } from './gitAccess.ts';

/** Ids that are taken although the plan does not show them: in the trash, or on another branch. */
export async function findTakenIds(
  ctx: CliContext,
  { snapshot, folder }: { readonly snapshot: Snapshot; readonly folder: string },
): Promise<ReadonlySet<string>> {
  const repository = await openRepository(ctx);
  const elsewhere = (await repository?.takenIds(folder)) ?? [];
  return new Set([...(snapshot.removed ?? []), ...elsewhere]);
}
