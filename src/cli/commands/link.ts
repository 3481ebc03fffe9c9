import { ok } from '../../core/base/result.ts';
import { dependencyTypes } from '../../core/model/dependency.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { checkCodeOf } from '../checkCode.ts';
import { createCodeLook } from '../codeLook.ts';
import { fromWorkspace, looksLikeId, parseCodePlace, type CodePlace } from '../codePlace.ts';
import { editItems } from '../editItems.ts';

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
  return linkCode(first, parseCodePlace(second), ctx);
}

/** A link to what is not there is made all the same, since the code may come later; but it is told. */
async function linkCode(
  id: string,
  { path: written, line, endLine }: CodePlace,
  ctx: CliContext,
): Promise<CliResult> {
  const path = fromWorkspace(written, ctx);
  const input = {
    id,
    path,
    ...(line === undefined ? {} : { line }),
    ...(endLine === undefined ? {} : { endLine }),
  };
  return editItems(
    ctx,
    'linkCode',
    () => ok(input),
    item => {
      const { code } = 'code' in item ? item : { code: [] };
      const place = code.findLastIndex(
        anchor =>
          anchor.path === path.replace(/\\/g, '/').replace(/^(?:\.\/)+/, '') &&
          anchor.line === line,
      );
      const found = checkCodeOf(item, createCodeLook(ctx.workspace));
      return found.filter(({ field }) => field?.[1] === place);
    },
  );
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
