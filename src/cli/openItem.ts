import { resolveItem } from '../core/commands/resolveId.ts';
import { ok, type Result } from '../core/base/result.ts';
import type { Item } from '../core/model/plan.ts';
import { cannotRun, misused, type CliContext, type CliFailure } from './cliCommand.ts';
import { readPlan, type ReadPlan } from './openPlan.ts';

export interface ReadItem extends ReadPlan {
  readonly item: Item;
}

/**
 * The one item that a command names, with its plan.
 *
 * @param usage how the command is called, for those who name none or several
 */
export async function readItem(
  words: readonly string[],
  ctx: CliContext,
  usage: string,
): Promise<Result<ReadItem, CliFailure>> {
  const [text, ...rest] = words;
  if (text === undefined || rest.length > 0) return misused(`Name one id: ${usage}`);
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const found = resolveItem(read.value.snapshot, text);
  if (!found.ok) return cannotRun(found.error, read.value.folder);
  return ok({ ...read.value, item: found.value });
}
