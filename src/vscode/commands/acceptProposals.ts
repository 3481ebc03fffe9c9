import { l10n } from 'vscode';
import { changeOfProposal, proposalText } from '../../core/commits/proposalChange.ts';
import type { Proposal } from '../../core/commits/proposals.ts';
import { inertText } from '../../core/views/inertText.ts';
import type { Intent } from '../../protocol/messages.ts';
import { isProposalElement } from '../code/proposalBranch.ts';
import { findPlan } from '../itemChoice.ts';
import { say, tell } from '../notices.ts';
import { alone, askChoices, valueOf } from '../steps.ts';
import type { Workbench } from '../workbench.ts';

/** Writes what commits propose: the line of a tree, all of a plan, or what a person picks. One edit, undone at once. */
export async function acceptProposals(bench: Workbench, given: unknown): Promise<void> {
  const title = l10n.t('Accept What the Commits Say');
  if (isProposalElement(given)) return accept(given.plan, given.proposals);
  const plan = await findPlan(bench, title);
  const commits = bench.code.current?.commits;
  if (!plan || !commits) return;
  await commits.refresh();
  const proposals = commits.proposalsOf(plan);
  if (proposals.length === 0) return say(l10n.t('The plan says all that the commits say'));
  const choices = proposals.map(proposal => ({
    label: inertText(`${proposal.id} ${proposal.title}`),
    description: inertText(proposalText(proposal)),
    detail: inertText(proposal.evidence.join('; ')),
    value: proposal,
  }));
  const prompt = l10n.t('What is written into the plan?');
  const chosen = await valueOf(
    askChoices({ prompt, choices, isChosen: () => false }, alone(title)),
  );
  if (chosen && chosen.length > 0) await accept(plan, chosen);
}

async function accept(
  { loaded }: { readonly loaded: Workbench['plans']['all'][number]['loaded'] },
  proposals: readonly Proposal[],
): Promise<void> {
  const done = await loaded?.runAll(proposals.flatMap(intentsOf));
  if (done) tell(done);
}

function intentsOf(proposal: Proposal): readonly Intent[] {
  const { id } = proposal;
  const { fields, isComplete, completedOn } = changeOfProposal(proposal);
  const on = completedOn === undefined ? {} : { on: completedOn };
  return [
    ...(Object.keys(fields).length > 0
      ? [{ command: 'setFields' as const, input: { id, fields } }]
      : []),
    ...(isComplete ? [{ command: 'completeItem' as const, input: { id, ...on } }] : []),
  ];
}
