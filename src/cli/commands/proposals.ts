import { ok } from '../../core/base/result.ts';
import { resolveItem } from '../../core/commands/resolveId.ts';
import { proposalText } from '../../core/commits/proposalChange.ts';
import { computeProposals, type Proposal } from '../../core/commits/proposals.ts';
import { createProblem } from '../../core/model/problem.ts';
import { acceptProposals } from '../acceptProposals.ts';
import {
  cannotRun,
  misused,
  type CliCall,
  type CliContext,
  type CliResult,
} from '../cliCommand.ts';
import { createCommitShelf } from '../commitShelf.ts';
import { needRepository } from '../gitAccess.ts';
import { readPlan, todayOf } from '../openPlan.ts';
import { proposalsText } from '../proposalsText.ts';

/** What the commits say that the plan does not; written when it is accepted. */
export async function run({ words, values }: CliCall, ctx: CliContext): Promise<CliResult> {
  if (words.length > 0) return misused('gantry proposals takes no words; --accept names a task');
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const opened = await needRepository(ctx, folder, 'so there are no commits');
  if (!opened.ok) return opened;
  const repository = opened.value;
  const index = await repository.commits(createCommitShelf(repository.topLevel, ctx));
  const proposals = computeProposals(snapshot.plan, index, todayOf(ctx));
  const accept = values['accept'];
  if (accept === undefined) {
    return ok({
      kind: 'proposals',
      data: { proposals: proposals.map(proposalData) },
      text: proposalsText(proposals, ctx),
      problems: [],
      folder,
    });
  }
  if (accept === 'all') return acceptProposals(proposals, ctx, folder);
  const found = resolveItem(snapshot, accept);
  if (!found.ok) return cannotRun(found.error, folder);
  const meant = proposals.filter(({ id }) => id === found.value.id);
  if (meant.length > 0) return acceptProposals(meant, ctx, folder);
  const message = `Nothing is proposed for ${found.value.id}`;
  return cannotRun(createProblem('command-refused', message), folder);
}

function proposalData(proposal: Proposal): object {
  const { id, title, status, started, finished, progress, evidence, commits } = proposal;
  return {
    id,
    title,
    changes: {
      ...(status === undefined ? {} : { status }),
      ...(started === undefined ? {} : { started }),
      ...(finished === undefined ? {} : { finished }),
      ...(progress === undefined ? {} : { progress }),
    },
    text: proposalText(proposal),
    evidence,
    commits: commits.map(({ hash, day, author, subject }) => ({ hash, day, author, subject })),
  };
}
