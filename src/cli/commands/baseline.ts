import { ok } from '../../core/base/result.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { compareBaselines } from '../compareBaselines.ts';
import { editItems } from '../editItems.ts';

export async function run({ words, values }: CliCall, ctx: CliContext): Promise<CliResult> {
  const title = words.join(' ');
  const { reason } = values;
  if (words.length === 0 && reason === undefined) return compareBaselines(ctx);
  if (title.trim() === '') return misused('Name the baseline: gantry baseline Kickoff');
  return editItems(ctx, 'takeBaseline', () =>
    ok({ title, ...(reason === undefined ? {} : { reason }) }),
  );
}
