import { parseDependency } from '../model/dependency.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { planChanges, refuse } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { removeEntries } from './removeEntries.ts';
import { resolveId } from './resolveId.ts';

/** Takes every link from the one to the other out. */
export function unlinkTasks(
  ctx: CommandContext,
  input: CommandInputs['unlinkTasks'],
): CommandResult {
  const successor = resolveId(ctx.snapshot, input.successor, ['task']);
  if (!successor.ok) return successor;
  const written = input.predecessor.trim().toUpperCase();
  const resolved = resolveId(ctx.snapshot, input.predecessor, ['task', 'milestone']);
  // An id that no item bears can still be taken out of the list.
  const predecessor = resolved.ok ? resolved.value : written;
  const id = successor.value;
  const changes = removeEntries(ctx.snapshot, id, ['dependsOn'], value => {
    return typeof value === 'string' && parseDependency(value)?.predecessor === predecessor;
  });
  if (changes.length > 0) return planChanges(`Unlink ${id} from ${predecessor}`, id, changes);
  return resolved.ok ? refuse(`${id} does not wait for ${predecessor}`, [id]) : resolved;
}
