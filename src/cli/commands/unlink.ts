import { ok } from '../../core/base/result.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { fromWorkspace, looksLikeId, parseCodePlace } from '../codePlace.ts';
import { editItems } from '../editItems.ts';

export async function run({ words }: CliCall, ctx: CliContext): Promise<CliResult> {
  const [first, second, ...rest] = words;
  if (first === undefined || second === undefined || rest.length > 0) {
    return misused(
      'Name two things: gantry unlink T-7KQ3 T-9F2A, or gantry unlink T-7KQ3 src/a.ts',
    );
  }
  if (looksLikeId(second)) {
    return editItems(ctx, 'unlinkTasks', () => ok({ predecessor: first, successor: second }));
  }
  const { path, line } = parseCodePlace(second);
  return editItems(ctx, 'unlinkCode', () =>
    ok({ id: first, path: fromWorkspace(path, ctx), ...(line === undefined ? {} : { line }) }),
  );
}
