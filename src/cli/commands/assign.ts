import { ok } from '../../core/base/result.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { editItems } from '../editItems.ts';

export async function run({ words }: CliCall, ctx: CliContext): Promise<CliResult> {
  const [id, ...people] = words;
  if (id === undefined || people.length === 0) {
    return misused('Name an id and people: gantry assign T-7KQ3 ada "bob 50%", or none for nobody');
  }
  const named = people.flatMap(text => text.split(',')).map(text => text.trim());
  const isNobody = named.length === 1 && named[0]?.toLowerCase() === 'none';
  return editItems(ctx, 'assign', () => ok({ id, people: isNobody ? [] : named }));
}
