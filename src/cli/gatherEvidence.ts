import { computeEvidence, computeOrdinary } from '../core/evidence/codeEvidence.ts';
import type { Item, Plan } from '../core/model/plan.ts';
import type { CodeHistory } from '../git/codeHistory.ts';
import type { CliContext } from './cliCommand.ts';
import type { ItemEvidence } from './evidenceText.ts';
import { filesBehind } from './filesBehind.ts';

/** What the code behind tasks and milestones says; those without code are left out. */
export async function gatherEvidence(
  items: readonly Item[],
  {
    plan,
    repository,
    days,
  }: { readonly plan: Plan; readonly repository: CodeHistory; readonly days: number },
  ctx: CliContext,
): Promise<readonly ItemEvidence[]> {
  const activity = await repository.fileActivity(days);
  const known = { activity, began: await repository.fileAges() };
  const paths = await repository.listFiles();
  const ordinary = computeOrdinary(known, paths);
  const found: ItemEvidence[] = [];
  for (const item of items) {
    if (item.kind !== 'task' && item.kind !== 'milestone') continue;
    const lines = await filesBehind(item, { plan, paths }, ctx);
    if (lines.size > 0) found.push({ item, evidence: computeEvidence(known, lines, ordinary) });
  }
  return found;
}
