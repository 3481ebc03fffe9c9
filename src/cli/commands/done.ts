import { ok } from '../../core/base/result.ts';
import { parsePlanDate } from '../../core/model/instant.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { editItems } from '../editItems.ts';

export async function run({ words, values }: CliCall, ctx: CliContext): Promise<CliResult> {
  const [id, ...rest] = words;
  if (id === undefined || rest.length > 0) return misused('Name one id: gantry done T-7KQ3');
  const text = values['on'];
  const on = text === undefined ? undefined : parsePlanDate(text);
  if (text !== undefined && !on) return misused(`"${text}" is no date; write it as 2026-03-01`);
  return editItems(ctx, 'completeItem', () => ok({ id, ...(on ? { on: on.at } : {}) }));
}
