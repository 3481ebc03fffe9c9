import { ok } from '../../core/base/result.ts';
import { itemKinds } from '../../core/model/ids.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { editItems } from '../editItems.ts';
import { isFieldArgument, readFieldArguments } from '../../core/scenario/fieldArguments.ts';

export async function run({ words }: CliCall, ctx: CliContext): Promise<CliResult> {
  const [kindText, ...rest] = words;
  const kind = itemKinds.find(known => known === kindText?.toLowerCase());
  if (!kind) {
    const given = kindText === undefined ? 'Say what to add' : `"${kindText}" cannot be added`;
    return misused(`${given}; write ${itemKinds.join(', ')} and then a title`);
  }
  const title = rest.filter(word => !isFieldArgument(word)).join(' ');
  if (title.trim() === '') return misused(`A ${kind} needs a title: gantry add ${kind} "Title"`);
  return editItems(ctx, 'addItem', snapshot => {
    const target = { snapshot, kind, id: undefined };
    const fields = readFieldArguments(rest.filter(isFieldArgument), target);
    return fields.ok ? ok({ kind, title, fields: fields.value }) : fields;
  });
}
