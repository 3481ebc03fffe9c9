import { ok } from '../../core/base/result.ts';
import { resolveId } from '../../core/commands/resolveId.ts';
import { contingencySteps } from '../../core/risks/contingencySteps.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { editItems } from '../editItems.ts';

export async function run({ words, switches }: CliCall, ctx: CliContext): Promise<CliResult> {
  const [text, ...rest] = words;
  if (text === undefined || rest.length > 0) {
    return misused('Name one risk: gantry occurred R-9F2A');
  }
  const wantsTasks = switches.has('with-contingency');
  return editItems(ctx, 'markOccurred', snapshot => {
    const found = resolveId(snapshot, text);
    if (!found.ok || !wantsTasks) return found.ok ? ok({ id: found.value }) : found;
    const steps = contingencySteps(snapshot.plan.risks.get(found.value)?.contingency);
    return ok({ id: found.value, steps });
  });
}
