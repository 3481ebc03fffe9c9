import { refused } from '../base/result.ts';
import type { Change } from '../model/change.ts';
import type { Problem } from '../model/problem.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { planChanges } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { chooseId } from './resolveId.ts';
import { ReturningReferences } from './returningReferences.ts';

/**
 * Brings a removed item back, and into the fields that named it, as far as they have not got another
 * value since.
 */
export function restoreItem(
  { snapshot }: CommandContext,
  input: CommandInputs['restoreItem'],
): CommandResult {
  const id = chooseId(input.id.trim(), snapshot.removed ?? []);
  if (!id.ok) {
    if (id.error.code !== 'reference-unknown') return id;
    const message = `No removed item has an id that begins with "${input.id.trim()}"`;
    return refused({ ...id.error, message });
  }
  const changes: Change[] = [{ kind: 'restore', id: id.value }];
  const remarks: Problem[] = [];
  const back = new ReturningReferences(snapshot);
  for (const reference of snapshot.lost?.get(id.value) ?? []) {
    const outcome = back.bringBack(id.value, reference);
    if ('code' in outcome) remarks.push(outcome);
    else changes.push(...outcome);
  }
  return planChanges(`Restore ${id.value}`, id.value, changes, remarks);
}
