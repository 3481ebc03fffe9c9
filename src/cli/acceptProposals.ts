import { ok } from '../core/base/result.ts';
import { runTogether, stepOf, type Step } from '../core/commands/runTogether.ts';
import type { Proposal } from '../core/commits/proposals.ts';
import { changeOfProposal, proposalText } from '../core/commits/proposalChange.ts';
import type { CliContext, CliResult } from './cliCommand.ts';
import { editTogether } from './editItems.ts';
import { oneLine } from './terminalText.ts';

/** Writes what is proposed, as one edit: all of it, or nothing where one task refuses. */
export async function acceptProposals(
  proposals: readonly Proposal[],
  ctx: CliContext,
  folder: string,
): Promise<CliResult> {
  if (proposals.length > 0) {
    const steps = proposals.flatMap(stepsOf);
    const written = await editTogether(ctx, ['setFields', 'completeItem'], context =>
      runTogether(context, steps),
    );
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

function stepsOf(proposal: Proposal): readonly Step[] {
  const { id } = proposal;
  const { fields, isComplete, completedOn } = changeOfProposal(proposal);
  const on = completedOn === undefined ? {} : { on: completedOn };
  return [
    ...(Object.keys(fields).length > 0 ? [stepOf('setFields', { id, fields })] : []),
    ...(isComplete ? [stepOf('completeItem', { id, ...on })] : []),
  ];
}
