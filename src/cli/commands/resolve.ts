import { ok } from '../../core/base/result.ts';
import { resolveId } from '../../core/commands/resolveId.ts';
import { projectId } from '../../core/model/change.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { editItems } from '../editItems.ts';
import { openRepository } from '../gitAccess.ts';
import { placeOf } from '../planPlace.ts';

export async function run({ words }: CliCall, ctx: CliContext): Promise<CliResult> {
  const [text, ...rest] = words;
  const side = rest.at(-1);
  if (text === undefined || rest.length > 2 || (side !== 'ours' && side !== 'theirs')) {
    return misused(
      'Name an item and a side: gantry resolve T-7KQ3 theirs, or gantry resolve T-7KQ3 status theirs',
    );
  }
  const [field] = rest.slice(0, -1);
  const place = placeOf(ctx);
  const repository = place.ok ? await openRepository(ctx) : undefined;
  const id = text.toUpperCase();
  const namedBy = place.ok
    ? await repository?.merges(place.value.folder).namingOtherSide(id)
    : undefined;
  return editItems(ctx, 'resolveConflict', snapshot => {
    const isNamed = text === projectId || snapshot.plan.baselines.has(text);
    const found = isNamed ? ok(text) : resolveId(snapshot, text);
    if (!found.ok) return found;
    return ok({
      id: found.value,
      side,
      ...(namedBy && found.value === id ? { namedBy } : {}),
      ...(field === undefined ? {} : { field }),
    });
  });
}
