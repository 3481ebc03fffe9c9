import { ok } from '../../core/base/result.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { editItems } from '../editItems.ts';

export async function run({ words, values }: CliCall, ctx: CliContext): Promise<CliResult> {
  const [id, ...rest] = words;
  const { parent, milestone, before, after } = values;
  const isAimless = [parent, milestone, before, after].every(value => value === undefined);
  if (id === undefined || rest.length > 0 || isAimless) {
    return misused('Name an id and where it goes: gantry move T-7KQ3 --milestone M-4XK2');
  }
  return editItems(ctx, 'moveItem', () =>
    ok({
      id,
      ...(parent === undefined ? {} : { parent: orNone(parent) }),
      ...(milestone === undefined ? {} : { milestone: orNone(milestone) }),
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    }),
  );
}

/** `none` and nothing at all take the item out of what it is in. */
function orNone(text: string): string | null {
  return text === '' || text.toLowerCase() === 'none' ? null : text;
}
