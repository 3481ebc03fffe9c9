import type { CommitIndex } from '../core/commits/commitIndex.ts';
import type { CommitDays } from '../core/views/commitDays.ts';
import { commitDaysInSteps } from '../core/views/computeCommitDays.ts';
import { midnightOf } from './clock.ts';
import type { OpenPlan } from './openPlan.ts';
import { stepByStep } from './stepByStep.ts';

/**
 * On which days there are commits for which tasks; undefined without git, before trust, and when
 * given up.
 *
 * @param known what was read of the commits already
 */
export async function readCommitDays(
  plan: OpenPlan,
  known: CommitIndex | undefined,
  signal: AbortSignal,
): Promise<CommitDays | undefined> {
  const loaded = await plan.load();
  if (signal.aborted) return undefined;
  const index = known ?? (await loaded.commits(signal));
  if (!index) return undefined;
  const { snapshot, now } = loaded.views();
  return stepByStep(commitDaysInSteps(snapshot.plan, index, midnightOf(now)), signal);
}
