import { checkAssignments } from '../core/people/checkAssignments.ts';
import { checkRegister } from '../core/risks/checkRegister.ts';
import { checkSavedViews } from '../core/views/lostNames.ts';
import type { Instant } from '../core/model/instant.ts';
import type { Plan } from '../core/model/plan.ts';
import type { Problem } from '../core/model/problem.ts';

/** What is odd about a plan without regard to its dates. */
export function checkPlan(plan: Plan, today: Instant): readonly Problem[] {
  return [...checkAssignments(plan), ...checkRegister(plan, today), ...checkSavedViews(plan)];
}
