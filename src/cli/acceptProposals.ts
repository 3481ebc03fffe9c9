import { ok } from '../core/base/result.ts';
import type { Proposal } from '../core/commits/proposals.ts';
import { changeOfProposal, proposalText } from '../core/commits/proposalChange.ts';
import type { CliContext, CliResult } from './cliCommand.ts';
import { editItems } from './editItems.ts';
import { oneLine } from './terminalText.ts';

/** Writes what is proposed, one task after the other; it ends at the first that is refused. */
export async function acceptProposals(
  proposals: readonly Proposal[],
  ctx: CliContext,
  folder: string,
): Promise<CliResult> {
  for (const proposal of proposals) {
    const written = await accept(proposal, ctx);
    if (!written.ok) return written;
  }
  const lines = proposals.map(
    proposal =>
      `${ctx.paint.bold(proposal.id)}  ${oneLine(proposal.title)}: ${proposalText(proposal)}\n`,
  );
  return ok({
    kind: 'proposals',
    data: { accepted: proposals.map(({ id }) => id) },
    text: lines.length === 0 ? 'The plan says all that the commits say\n' : lines.join(''),
    problems: [],
    folder,
  });
}

async function accept(proposal: Proposal, ctx: CliContext): Promise<CliResult> {
  const { id } = proposal;
  const { fields, isComplete, completedOn } = changeOfProposal(proposal);
  const isSet = Object.keys(fields).length > 0;
  const set = isSet ? await editItems(ctx, 'setFields', () => ok({ id, fields })) : undefined;
  if (set && (!isComplete || !set.ok)) return set;
  const on = completedOn === undefined ? {} : { on: completedOn };
  return editItems(ctx, 'completeItem', () => ok({ id, ...on }));
}
