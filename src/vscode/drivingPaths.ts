import { createExplainContext, type ExplainContext } from '../core/schedule/explainContext.ts';
import { findDrivingPath, type DrivingPath } from '../core/schedule/findDrivingPath.ts';
import { midnightOf } from './clock.ts';
import type { PlanViews } from './planViews.ts';

/** What drives an item, and what it drives. */
export type DrivingPaths = (views: PlanViews, id: string) => DrivingPath;

/** Keeps the look-ups of the plan that it was asked about last: a selection goes from row to row. */
export function createDrivingPaths(): DrivingPaths {
  let known: { readonly views: PlanViews; readonly ctx: ExplainContext } | undefined;
  return (views, id) => {
    if (known?.views !== views) {
      const options = { today: midnightOf(views.now) };
      known = { views, ctx: createExplainContext(views.snapshot.plan, views.schedule(), options) };
    }
    return findDrivingPath(known.ctx, id);
  };
}
