import { ok } from '../../core/base/result.ts';
import { resolveId } from '../../core/commands/resolveId.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { editItems } from '../editItems.ts';

export async function run({ words }: CliCall, ctx: CliContext): Promise<CliResult> {
  const [text, ...numbers] = words;
  if (text === undefined) return misused('Name a note: gantry actions N-8WQE');
  const places = numbers.map(word => (/^[1-9]\d{0,3}$/.test(word) ? Number(word) - 1 : NaN));
  if (places.some(Number.isNaN))
    return misused(
      'Action items are named by their numbers, counted from 1: gantry actions N-8WQE 2',
    );
  return editItems(ctx, 'addActionTasks', snapshot => {
    const found = resolveId(snapshot, text);
    if (!found.ok) return found;
    return ok({ id: found.value, ...(places.length > 0 ? { places } : {}) });
  });
}
