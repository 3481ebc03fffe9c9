import type { TriedPlan } from '../core/scenario/findGains.ts';
import { tellInShort } from '../core/scenario/tellInShort.ts';
import { createExplainContext, type ExplainContext } from '../core/schedule/explainContext.ts';
import type { Schedule } from '../core/schedule/schedule.ts';
import { createScheduler, type Scheduler } from '../core/schedule/scheduler.ts';
import { midnightOf } from './clock.ts';
import type { PlanViews } from './planViews.ts';

/** Why an item has its dates, in a few lines. */
export type ShortReasons = (views: PlanViews, id: string) => string;

/** Keeps the look-ups of the plan that it was asked about last, because a pointer asks often. */
export function createShortReasons(): ShortReasons {
  let known:
    | { readonly views: PlanViews; readonly ctx: ExplainContext; readonly tried: TriedPlan }
    | undefined;
  return (views, id) => {
    if (known?.views !== views) {
      const { snapshot } = views;
      const options = { today: midnightOf(views.now) };
      const before = views.schedule();
      const ctx = createExplainContext(snapshot.plan, before, options);
      const schedule = scheduleLazily(tools => tools(snapshot.plan, options));
      known = { views, ctx, tried: { snapshot, before, schedule, options } };
    }
    const { plan } = known.ctx;
    if (!plan.tasks.has(id) && !plan.milestones.has(id)) return '';
    return tellInShort(known.tried, known.ctx, id).join('\n');
  };
}

/** A scheduler that learns the plan when something is first tried on it: most hovers try nothing. */
function scheduleLazily(learn: (schedule: Scheduler) => Schedule): Scheduler {
  let scheduler: Scheduler | undefined;
  return (plan, options) => {
    if (!scheduler) {
      scheduler = createScheduler();
      learn(scheduler);
    }
    return scheduler(plan, options);
  };
}
