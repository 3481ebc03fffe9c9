import { ok } from '../../core/base/result.ts';
import { formatDay } from '../../core/model/instant.ts';
import { itemsOf, type Item } from '../../core/model/plan.ts';
import { createProblem } from '../../core/model/problem.ts';
import { isOpen } from '../../core/views/findItems.ts';
import { cannotRun, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { evidenceText } from '../evidenceText.ts';
import { gatherEvidence } from '../gatherEvidence.ts';
import { findObstacle, openRepository } from '../gitAccess.ts';
import { todayOf } from '../openPlan.ts';
import { proposeRisks } from '../proposeRisks.ts';
import { readNamed } from '../readNamed.ts';

/** So far back changes are counted. */
const days = 90;

/** What the code behind tasks and milestones says of their risk. */
export async function run({ words, switches }: CliCall, ctx: CliContext): Promise<CliResult> {
  const read = await readNamed(words, ctx);
  if (!read.ok) return read;
  const { snapshot, folder, named } = read.value;
  const repository = await openRepository(ctx);
  if (!repository || (await repository.headCommit()) === undefined) {
    const refusal = repository ? undefined : await findObstacle(ctx);
    const message = refusal ?? 'There are no commits here that could tell of the code';
    return cannotRun(createProblem('command-refused', message), folder);
  }
  const isProposing = switches.has('propose');
  // What is proposed for a task need not be proposed for its milestone again.
  const isMeant = (item: Item): boolean =>
    named.includes(item) ||
    (named.length === 0 && isOpen(item) && !(isProposing && item.kind === 'milestone'));
  const items = [...itemsOf(snapshot.plan)].filter(isMeant);
  const found = await gatherEvidence(items, { plan: snapshot.plan, repository, days }, ctx);
  const on = formatDay(todayOf(ctx));
  if (isProposing) return proposeRisks(found, { plan: snapshot.plan, on, folder }, ctx);
  return ok({
    kind: 'evidence',
    data: { on, days, items: found.map(({ item, evidence }) => ({ id: item.id, ...evidence })) },
    text: evidenceText(found, { days, today: todayOf(ctx) }, ctx),
    problems: [],
    folder,
  });
}
