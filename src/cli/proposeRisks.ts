import { ok } from '../core/base/result.ts';
import type { Plan } from '../core/model/plan.ts';
import type { CliContext, CliResult } from './cliCommand.ts';
import { editItems } from './editItems.ts';
import type { ItemEvidence } from './evidenceText.ts';
import { oneLine } from './terminalText.ts';

/** By this the risks that were proposed for an item are known again. */
const origin = 'code';

/** Proposes a risk for each item with findings; a person accepts or closes it. None is proposed twice. */
export async function proposeRisks(
  found: readonly ItemEvidence[],
  { plan, on, folder }: { readonly plan: Plan; readonly on: string; readonly folder: string },
  ctx: CliContext,
): Promise<CliResult> {
  const known = new Set([...plan.risks.values()].map(risk => risk.origin));
  const told = found.filter(
    ({ item, evidence }) => evidence.findings.length > 0 && !known.has(`${origin}:${item.id}`),
  );
  const ids: string[] = [];
  for (const { item, evidence } of told) {
    const added = await editItems(ctx, 'addItem', () =>
      ok({
        kind: 'risk',
        title: `The code of "${item.title}" is restless`,
        fields: {
          status: 'proposed',
          cause: 'its code changes more, or by more hands, than the rest',
          event: 'changes get in one another’s way',
          affects: [item.id],
          evidence: evidence.findings.map(finding => `${on}: ${finding}`),
          origin: `${origin}:${item.id}`,
        },
      }),
    );
    if (!added.ok) return added;
    ids.push(added.value.text);
  }
  return ok({
    kind: 'evidence',
    data: { proposed: told.map(({ item }) => item.id) },
    text:
      ids.length === 0
        ? 'Nothing new is out of the ordinary\n'
        : ids.map(each => `${oneLine(each)}\n`).join(''),
    problems: [],
    folder,
  });
}
