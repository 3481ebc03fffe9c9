import { hasGoals, pastOfGoals, type PlanAt } from '../core/progress/computeGoals.ts';
import type { PlanPast } from '../core/model/planPast.ts';
import { endOfDay } from '../core/progress/computeProgress.ts';
import { replayPlan } from '../core/store/replayPlan.ts';
import { computeProgressPage } from '../core/views/computeProgressPage.ts';
import type { ProgressPage } from '../core/views/progressPage.ts';
import { clockAt, midnightOf } from './clock.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import { stepByStep } from './stepByStep.ts';

/** So many commits of the plan are looked at for what goals stood at. */
const mostCommits = 200;

/** What was done when, up to the status date or today. */
export async function readProgressPage(loaded: LoadedPlan): Promise<ProgressPage> {
  const past = await readPast(loaded);
  const views = loaded.views();
  const { plan, revision } = views.snapshot;
  const at = endOfDay(plan.project.statusDate?.at ?? midnightOf(views.now));
  return computeProgressPage(plan, views.schedule(), { revision, at, past });
}

/** Nothing without goals, without git and before trust. */
async function readPast(loaded: LoadedPlan): Promise<readonly PlanAt[]> {
  if (!hasGoals(loaded.views().snapshot.plan)) return [];
  const past = await loaded.planPast(mostCommits);
  return (past && (await stepByStep(replayGoals(past)))) ?? [];
}

function* replayGoals(past: PlanPast): Generator<undefined, readonly PlanAt[]> {
  const found: PlanAt[] = [];
  for (const { committedAt, plan } of replayPlan(pastOfGoals(past))) {
    found.push({ at: clockAt(new Date(committedAt * 1000)), plan });
    yield;
  }
  return found;
}
