import { ok } from '../../core/base/result.ts';
import { misused, type RunCommand } from '../cliCommand.ts';
import { editItems } from '../editItems.ts';

type OneIdCommand = 'reopenItem' | 'dropItem' | 'removeItem' | 'restoreItem';

/** The commands that take one id and nothing else. */
function changeOne(verb: string, name: OneIdCommand): RunCommand {
  return async ({ words }, ctx) => {
    const [id, ...rest] = words;
    if (id === undefined || rest.length > 0) return misused(`Name one id: gantry ${verb} T-7KQ3`);
    return editItems(ctx, name, () => ok({ id }));
  };
}

export const reopen = changeOne('reopen', 'reopenItem');
export const drop = changeOne('drop', 'dropItem');
export const remove = changeOne('remove', 'removeItem');
export const restore = changeOne('restore', 'restoreItem');
