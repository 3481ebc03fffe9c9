import { proposalText } from '../core/commits/proposalChange.ts';
import type { Proposal } from '../core/commits/proposals.ts';
import type { CliContext } from './cliCommand.ts';
import { plural } from './printProblems.ts';
import { oneLine } from './terminalText.ts';

/** Each proposal with its evidence, for people. */
export function proposalsText(proposals: readonly Proposal[], { paint }: CliContext): string {
  if (proposals.length === 0) return 'The plan says all that the commits say\n';
  const told = proposals.map(proposal => {
    const { id, title, evidence, commits } = proposal;
    const why = [...evidence, plural(commits.length, 'commit')];
    const lines = why.map(each => `  ${paint.dim(oneLine(each))}\n`).join('');
    return `${paint.bold(id)}  ${oneLine(title)}: ${proposalText(proposal)}\n${lines}`;
  });
  return `${told.join('')}\nNothing is written; gantry proposals --accept ID or all does\n`;
}
