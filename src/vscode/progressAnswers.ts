import { endOfDay } from '../core/progress/computeProgress.ts';
import { computeProgressPage } from '../core/views/computeProgressPage.ts';
import type { ProgressPage } from '../core/views/progressPage.ts';
import { midnightOf } from './clock.ts';
import type { PlanViews } from './planViews.ts';

/** What was done when, up to the status date or today. */
export function readProgressPage(views: PlanViews): ProgressPage {
  const { plan, revision } = views.snapshot;
  const at = endOfDay(plan.project.statusDate?.at ?? midnightOf(views.now));
  return computeProgressPage(plan, views.schedule(), { revision, at });
}
