import { ok } from '../../core/base/result.ts';
import { resolveId } from '../../core/commands/resolveId.ts';
import { projectId } from '../../core/model/change.ts';
import { kindOfId } from '../../core/model/ids.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { editItems } from '../editItems.ts';
import { readFieldArguments } from '../../core/scenario/fieldArguments.ts';

export async function run({ words }: CliCall, ctx: CliContext): Promise<CliResult> {
  const [text, ...settings] = words;
  if (text === undefined || settings.length === 0) {
    return misused('Name an id and what to set: gantry set T-7KQ3 status=doing');
  }
  return editItems(ctx, 'setFields', snapshot => {
    const isProject = text === projectId;
    const found = isProject ? ok(projectId) : resolveId(snapshot, text);
    if (!found.ok) return found;
    const id = found.value;
    const fields = readFieldArguments(settings, { snapshot, kind: kindOfId(id) ?? 'project', id });
    return fields.ok ? ok({ id, fields: fields.value }) : fields;
  });
}
