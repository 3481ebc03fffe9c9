import { ok } from '../../core/base/result.ts';
import { resolveId } from '../../core/commands/resolveId.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { editItems } from '../editItems.ts';

export async function run({ words, values }: CliCall, ctx: CliContext): Promise<CliResult> {
  const [old, by, ...rest] = words;
  const { title } = values;
  if (old === undefined || rest.length > 0 || (by === undefined) === (title === undefined)) {
    return misused('Name two decisions, or one and --title: gantry supersede D-83PX D-FMGT');
  }
  return editItems(ctx, 'supersedeDecision', snapshot => {
    const id = resolveId(snapshot, old);
    if (!id.ok) return id;
    if (by === undefined) return ok({ id: id.value, ...(title === undefined ? {} : { title }) });
    const next = resolveId(snapshot, by);
    return next.ok ? ok({ id: id.value, by: next.value }) : next;
  });
}
