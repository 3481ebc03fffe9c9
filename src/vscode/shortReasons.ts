import { tellExplanation } from '../core/scenario/tellExplanation.ts';
import { createExplainContext, type ExplainContext } from '../core/schedule/explainContext.ts';
import { midnightOf } from './clock.ts';
import type { PlanViews } from './planViews.ts';

/** Why an item has its dates, in a line. */
export type ShortReasons = (views: PlanViews, id: string) => string;

/** Keeps the look-ups of the plan that it was asked about last, because a pointer asks often. */
export function createShortReasons(): ShortReasons {
  let known: { readonly views: PlanViews; readonly ctx: ExplainContext } | undefined;
  return (views, id) => {
    if (known?.views !== views) {
      const { plan } = views.snapshot;
      const options = { today: midnightOf(views.now) };
      known = { views, ctx: createExplainContext(plan, views.schedule(), options) };
    }
    const { plan } = known.ctx;
    return plan.tasks.has(id) || plan.milestones.has(id) ? tellExplanation(known.ctx, id) : '';
  };
}
