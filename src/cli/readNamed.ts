import { ok, type Result } from '../core/base/result.ts';
import { resolveItem } from '../core/commands/resolveId.ts';
import type { Item } from '../core/model/plan.ts';
import { cannotRun, type CliContext, type CliFailure } from './cliCommand.ts';
import { readPlan, type ReadPlan } from './openPlan.ts';

export interface ReadNamed extends ReadPlan {
  /** In the order in which they were named. */
  readonly named: readonly Item[];
}

/** The plan, and the items that the words of a command name by their ids. */
export async function readNamed(
  words: readonly string[],
  ctx: CliContext,
): Promise<Result<ReadNamed, CliFailure>> {
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const named: Item[] = [];
  for (const word of words) {
    const found = resolveItem(read.value.snapshot, word);
    if (!found.ok) return cannotRun(found.error, read.value.folder);
    named.push(found.value);
  }
  return ok({ ...read.value, named });
}
