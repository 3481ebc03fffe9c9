import { ok } from '../../core/base/result.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { editItems } from '../editItems.ts';

export async function run({ words }: CliCall, ctx: CliContext): Promise<CliResult> {
  const [id, to, ...rest] = words;
  if (id === undefined || rest.length > 0) {
    return misused('Name an id and perhaps its new one: gantry rename T-7KQ3 T-9F2A');
  }
  return editItems(ctx, 'renameItem', () => ok({ id, ...(to === undefined ? {} : { to }) }));
}
