import { hasGoals, pastOfGoals, type PlanAt } from '../core/progress/computeGoals.ts';
import type { Plan } from '../core/model/plan.ts';
import { replayPlan } from '../core/store/replayPlan.ts';
import { currentInstant } from '../node/systemClock.ts';
import type { CliContext } from './cliCommand.ts';
import { openRepository } from './gitAccess.ts';

/** So many commits of the plan are looked at for what goals stood at. */
const mostCommits = 200;

/** The plan as its commits had it, where it has goals at all; none without git. */
export async function readPastGoals(
  plan: Plan,
  folder: string,
  ctx: CliContext,
): Promise<readonly PlanAt[]> {
  if (!hasGoals(plan)) return [];
  const repository = await openRepository(ctx);
  if (!repository) return [];
  const past = await repository.planPast(folder, mostCommits);
  return [...replayPlan(pastOfGoals(past))].map(({ committedAt, plan: then }) => ({
    at: currentInstant(new Date(committedAt * 1000)),
    plan: then,
  }));
}
