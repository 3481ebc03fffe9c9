import { ok } from '../../core/base/result.ts';
import { dependencyTypes } from '../../core/model/dependency.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { looksLikeId, parseCodePlace } from '../codePlace.ts';
import { editItems } from '../editItems.ts';
import { linkToCode } from '../linkToCode.ts';

export async function run({ words }: CliCall, ctx: CliContext): Promise<CliResult> {
  const [first, second, ...rest] = words;
  if (first === undefined || second === undefined) {
    return misused(
      'Name two things: gantry link T-7KQ3 T-9F2A FS+2d, or gantry link T-7KQ3 src/a.ts:12',
    );
  }
  if (looksLikeId(second)) return linkTasks(first, second, { rest, ctx });
  if (rest.length > 0)
    return misused(`"${rest.join(' ')}" is too much; name one place in the code`);
  return linkToCode(first, parseCodePlace(second), ctx);
}

async function linkTasks(
  predecessor: string,
  successor: string,
  { rest, ctx }: { readonly rest: readonly string[]; readonly ctx: CliContext },
): Promise<CliResult> {
  const text = rest.join('');
  const match = /^(FS|SS|FF|SF)?([+-].+)?$/i.exec(text);
  if (!match) {
    return misused(`"${text}" is no kind of link; write FS, SS, FF or SF and a lag such as FS+2d`);
  }
  const type = dependencyTypes.find(known => known === match[1]?.toUpperCase());
  const lag = match[2];
  return editItems(ctx, 'linkTasks', () =>
    ok({ predecessor, successor, ...(type && { type }), ...(lag === undefined ? {} : { lag }) }),
  );
}
