import { ok } from '../../core/base/result.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { editItems } from '../editItems.ts';

export async function run({ words, values }: CliCall, ctx: CliContext): Promise<CliResult> {
  const title = words.join(' ');
  if (title.trim() === '') return misused('Name the baseline: gantry baseline Kickoff');
  const { reason } = values;
  return editItems(ctx, 'takeBaseline', () =>
    ok({ title, ...(reason === undefined ? {} : { reason }) }),
  );
}
